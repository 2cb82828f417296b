// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { LinkStatus, Notice, PageShell, Select, useLinkState, useProblemText } from '@parvis/ui';
import { AccountMenu, useAccount } from '@parvis/ui/sign-in';
import { useState, type ReactElement } from 'react';
import { BellNotice } from './BellNotice.tsx';
import { bells } from './desk_model.ts';
import styles from './desk.module.css';
import { KioskCard } from './KioskCard.tsx';
import { useDesk } from './use_desk.ts';
import { useSiteNames } from './use_site_names.ts';

/** The mediator's page: the kiosks of the site, the bell, and a way to connect somebody. */
export function DeskPage(): ReactElement {
  const account = useAccount();
  const sites = account.memberships.flatMap((held) => (held.role === 'mediator' && held.site_id ? [held.site_id] : []));
  const [site_id, choose] = useState(sites[0] ?? '');
  return <SiteDesk key={site_id} site_id={site_id} sites={sites} choose={choose} />;
}

interface SiteDeskProps {
  site_id: string;
  sites: readonly string[];
  choose(site_id: string): void;
}

function SiteDesk({ site_id, sites, choose }: SiteDeskProps): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const { desk, link } = useDesk(site_id);
  const state = useLinkState(link);
  const names = useSiteNames(sites.length > 1);
  const ringing = bells(desk);
  const title = desk?.site.name ?? say('desk.title');
  return (
    <PageShell
      title={title}
      window_title={ringing.length > 0 ? say('desk.window_bell', { title }) : undefined}
      actions={
        <>
          {sites.length > 1 ? (
            <Select
              label={say('desk.site')}
              label_hidden
              choices={sites.map((value) => ({ value, label: names.get(value) ?? say('desk.site') }))}
              value={site_id}
              on_change={choose}
            />
          ) : null}
          <LinkStatus state={state} />
          <AccountMenu />
        </>
      }
    >
      {state.ended ? (
        <Notice tone="danger" live>
          {problem_text(state.ended)}
        </Notice>
      ) : null}
      {ringing.map((kiosk) => (
        <BellNotice key={kiosk.kiosk_id} kiosk={kiosk} link={link} />
      ))}
      <div className={styles.kiosks}>
        {desk?.kiosks.map((kiosk) => (
          <KioskCard key={kiosk.kiosk_id} kiosk={kiosk} link={link} />
        ))}
      </div>
      {desk && desk.kiosks.length === 0 ? <Notice>{say('desk.no_kiosk')}</Notice> : null}
    </PageShell>
  );
}
