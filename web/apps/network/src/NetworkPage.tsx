// SPDX-License-Identifier: EUPL-1.2
import { ask, http } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { Badge, Button, Notice, PageShell, TabPanel, Tabs, useProblemText } from '@parvis/ui';
import { AccountMenu, PageLinks, useAccount } from '@parvis/ui/sign-in';
import { useState, type ReactElement } from 'react';
import { AccountsPanel } from './accounts/AccountsPanel.tsx';
import { AuditPanel } from './audit/AuditPanel.tsx';
import { HoursPanel } from './hours/HoursPanel.tsx';
import { KiosksPanel } from './kiosks/KiosksPanel.tsx';
import { MessagesPanel } from './messages/MessagesPanel.tsx';
import { PublishPanel } from './publish/PublishPanel.tsx';
import { useLoaded } from './use_loaded.ts';
import { WebhooksPanel } from './webhooks/WebhooksPanel.tsx';

type Section = 'kiosks' | 'hours' | 'messages' | 'webhooks' | 'publish' | 'accounts' | 'audit';

const ask_network = () => ask(http.GET('/api/v1/network'));

/** Kiosks and messages for technicians; messages, webhooks and what other sites show for coordinators; hours of the places for all; accounts and the audit trail, too, for administrators. */
export function NetworkPage(): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const account = useAccount();
  const has_role = (wanted: string) => account.memberships.some(({ role }) => role === wanted);
  const administers = has_role('administrator');
  const tends_kiosks = administers || has_role('technician');
  const coordinates = administers || has_role('coordinator');
  // A mediator looks at the hours of their own place.
  const looks_only = !tends_kiosks && !coordinates;
  const [section, set_section] = useState<Section>(looks_only ? 'hours' : 'kiosks');
  const { value, problem, reload } = useLoaded(ask_network);
  const network = value?.networks[0];
  const tabs = [
    ...(looks_only ? [] : [{ key: 'kiosks' as const, label: say('network.kiosks'), icon: 'kiosk' as const }]),
    { key: 'hours' as const, label: say('network.hours.title'), icon: 'clock' as const },
    // What did not reach the people of their place a mediator sees at the desk.
    ...(looks_only ? [] : [{ key: 'messages' as const, label: say('network.messages'), icon: 'send' as const }]),
    ...(coordinates
      ? [
          { key: 'webhooks' as const, label: say('network.webhooks'), icon: 'upload' as const },
          { key: 'publish' as const, label: say('network.publish.title'), icon: 'list' as const },
        ]
      : []),
    ...(administers
      ? [
          { key: 'accounts' as const, label: say('network.accounts'), icon: 'people' as const },
          { key: 'audit' as const, label: say('network.audit'), icon: 'lock' as const },
        ]
      : []),
  ];
  return (
    <PageShell
      title={network?.name ?? say('network.title')}
      navigation={<PageLinks />}
      actions={
        <>
          {network?.is_demo ? <Badge tone="attention">{say('network.demo')}</Badge> : null}
          <AccountMenu />
        </>
      }
    >
      {problem ? (
        <Notice tone="danger" live actions={<Button on_press={reload}>{say('ui.try_again')}</Button>}>
          {problem_text(problem)}
        </Notice>
      ) : null}
      {network ? (
        <Tabs<Section> label={say('network.title')} tabs={tabs} selected={section} on_change={set_section}>
          {looks_only ? null : (
            <TabPanel id="kiosks">
              <KiosksPanel network={network} tends_kiosks={tends_kiosks} on_change={reload} />
            </TabPanel>
          )}
          <TabPanel id="hours">
            <HoursPanel network={network} sites={looks_only ? network.sites.filter((site) => account.memberships.some(({ site_id }) => site_id === site.site_id)) : network.sites} />
          </TabPanel>
          {looks_only ? null : (
            <TabPanel id="messages">
              <MessagesPanel network={network} />
            </TabPanel>
          )}
          {coordinates ? (
            <>
              <TabPanel id="webhooks">
                <WebhooksPanel network={network} />
              </TabPanel>
              <TabPanel id="publish">
                <PublishPanel network={network} />
              </TabPanel>
            </>
          ) : null}
          {administers ? (
            <>
              <TabPanel id="accounts">
                <AccountsPanel network={network} />
              </TabPanel>
              <TabPanel id="audit">
                <AuditPanel />
              </TabPanel>
            </>
          ) : null}
        </Tabs>
      ) : null}
    </PageShell>
  );
}
