// SPDX-License-Identifier: EUPL-1.2
import { ask, http } from '@parvis/api';
import { useLanguage, useSay } from '@parvis/i18n';
import { Badge, Button, Notice, PageShell, Select, TabPanel, Tabs, useProblemText } from '@parvis/ui';
import { AccountMenu, PageLinks, useAccount } from '@parvis/ui/sign-in';
import { useCallback, useState, type ReactElement } from 'react';
import { CalendarPanel } from './calendar/CalendarPanel.tsx';
import { CapacityPanel } from './capacity/CapacityPanel.tsx';
import { ClosuresPanel } from './closures/ClosuresPanel.tsx';
import { DisplacedPanel } from './displaced/DisplacedPanel.tsx';
import { MotivesPanel } from './motives/MotivesPanel.tsx';
import styles from './forms.module.css';
import { bodies_of, planned_network, type Network } from './network_words.ts';
import { RotaPanel } from './rota/RotaPanel.tsx';
import { useAnswer } from './use_answer.ts';

type Section = 'calendar' | 'rota' | 'displaced' | 'capacity' | 'motives' | 'closures';

const ask_network = () => ask(http.GET('/api/v1/network'));

/** When a body answers, about what, and when not: for its own managers, and for who coordinates the network. */
export function PartnerPage(): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const account = useAccount();
  const { value, problem, reload } = useAnswer(ask_network);
  const network = value ? planned_network(account, value.networks) : undefined;
  const bodies = network ? bodies_of(account, network) : [];
  const only = bodies.length === 1 ? bodies[0] : undefined;
  return (
    <PageShell
      title={only ? say('partner.title_of', { body: only.acronym }) : say('partner.title')}
      width="wide"
      navigation={<PageLinks />}
      actions={
        <>
          {network?.is_demo ? <Badge tone="attention">{say('partner.demo')}</Badge> : null}
          <AccountMenu />
        </>
      }
    >
      {problem ? (
        <Notice tone="danger" live actions={<Button on_press={() => void reload()}>{say('ui.try_again')}</Button>}>
          {problem_text(problem)}
        </Notice>
      ) : null}
      {network ? <Planning network={network} /> : null}
    </PageShell>
  );
}

function Planning({ network }: { network: Network }): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const problem_text = useProblemText();
  const own = bodies_of(useAccount(), network);
  const [section, set_section] = useState<Section>('calendar');
  const [chosen, set_chosen] = useState('all');
  const question = useCallback(
    () => ask(http.GET('/api/v1/networks/{network_id}/motives', { params: { path: { network_id: network.network_id } } })),
    [network.network_id],
  );
  const { value, problem, reload } = useAnswer(question);
  const ask_displaced = useCallback(
    () => ask(http.GET('/api/v1/networks/{network_id}/displaced', { params: { path: { network_id: network.network_id } } })),
    [network.network_id],
  );
  const displaced = useAnswer(ask_displaced);
  const bodies = chosen === 'all' ? own : own.filter((body) => body.partner_id === chosen);
  const motives = value?.motives ?? [];
  const to_settle = displaced.value?.appointments.filter((each) => bodies.some((body) => body.partner_id === each.partner_id)).length ?? 0;
  const look_again = () => void displaced.reload();
  const tabs = [
    { key: 'calendar' as const, label: say('partner.calendar'), icon: 'calendar' as const },
    { key: 'rota' as const, label: say('partner.rota.title'), icon: 'people' as const },
    { key: 'displaced' as const, label: to_settle > 0 ? <TabWithCount words={say('partner.displaced.tab')} count={to_settle} /> : say('partner.displaced.tab'), icon: 'check_circle' as const },
    { key: 'capacity' as const, label: say('partner.capacity.title'), icon: 'list' as const },
    { key: 'motives' as const, label: say('partner.motives'), icon: 'papers' as const },
    { key: 'closures' as const, label: say('partner.closures'), icon: 'pause' as const },
  ];
  return (
    <>
      {own.length > 1 ? (
        <div className={styles.bodies}>
          <Select
            label={say('partner.body')}
            label_hidden
            choices={[
              { value: 'all', label: say('partner.all_bodies') },
              ...own.map((body) => ({ value: body.partner_id, label: body.acronym, detail: body.name[language] })),
            ]}
            value={chosen}
            on_change={set_chosen}
          />
        </div>
      ) : null}
      {problem ? (
        <Notice tone="danger" live>
          {problem_text(problem)}
        </Notice>
      ) : null}
      <Tabs<Section> label={say('partner.title')} tabs={tabs} selected={section} on_change={set_section}>
        <TabPanel id="calendar">
          <CalendarPanel network={network} bodies={bodies} motives={motives} on_change={look_again} />
        </TabPanel>
        <TabPanel id="rota">
          <RotaPanel network={network} bodies={bodies} on_change={look_again} />
        </TabPanel>
        <TabPanel id="displaced">
          <DisplacedPanel network={network} bodies={bodies} motives={motives} answer={displaced} />
        </TabPanel>
        <TabPanel id="capacity">
          <CapacityPanel network={network} bodies={bodies} />
        </TabPanel>
        <TabPanel id="motives">
          <MotivesPanel network={network} bodies={bodies} motives={motives} on_change={() => void reload()} />
        </TabPanel>
        <TabPanel id="closures">
          <ClosuresPanel network={network} bodies={bodies} on_change={look_again} />
        </TabPanel>
      </Tabs>
    </>
  );
}

function TabWithCount({ words, count }: { words: string; count: number }): ReactElement {
  return (
    <>
      {words} <Badge tone="attention">{String(count)}</Badge>
    </>
  );
}
