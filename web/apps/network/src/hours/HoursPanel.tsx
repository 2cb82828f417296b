// SPDX-License-Identifier: EUPL-1.2
import { ask, http, type components } from '@parvis/api';
import { default_zone, useLanguage, useSay } from '@parvis/i18n';
import { add_days, hour_words, monday_of, today_in } from '@parvis/i18n/local_time';
import { Badge, Button, Card, Notice, Select, useProblemText } from '@parvis/ui';
import { useCallback, useState, type ReactElement } from 'react';
import { useLoaded } from '../use_loaded.ts';
import { BaseHours } from './BaseHours.tsx';
import { FourWeeks, weeks_shown } from './FourWeeks.tsx';
import type { Calendar } from './hours_model.ts';
import styles from './hours.module.css';
import { SpecialDays } from './SpecialDays.tsx';

type Network = components['schemas']['NetworkView'];

export interface HoursPanelProps {
  network: Network;
  /** Those that the account may look at. */
  sites: Network['sites'];
}

/** When a place is open: each week, in seasons, on special days; and the coming four weeks as they will be. */
export function HoursPanel({ network, sites }: HoursPanelProps): ReactElement {
  const say = useSay();
  const [site_id, set_site] = useState(sites[0]?.site_id ?? '');
  return (
    <div className={styles.panel}>
      {sites.length > 1 ? (
        <div className={styles.choice}>
          <Select label={say('network.hours.site')} choices={sites.map((site) => ({ value: site.site_id, label: site.name, detail: site.territory }))} value={site_id} on_change={set_site} />
        </div>
      ) : (
        <h2>{sites[0]?.name}</h2>
      )}
      {site_id === '' ? null : <SiteHours key={site_id} network={network} site_id={site_id} />}
    </div>
  );
}

function SiteHours({ network, site_id }: { network: Network; site_id: string }): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const [monday] = useState(() => monday_of(today_in(default_zone)));
  const question = useCallback(
    () => ask(http.GET('/api/v1/sites/{site_id}/calendar', { params: { path: { site_id }, query: { from: monday, to: add_days(monday, 7 * weeks_shown - 1) } } })),
    [site_id, monday],
  );
  const { value, problem, reload } = useLoaded(question);
  if (problem) {
    return (
      <Notice tone="danger" live actions={<Button on_press={reload}>{say('ui.try_again')}</Button>}>
        {problem_text(problem)}
      </Notice>
    );
  }
  if (!value) return <></>;
  const may_change = value.allowed_actions.includes('change_calendar');
  return (
    <div className={styles.panel}>
      <LabelNotice calendar={value} />
      <div className={styles.columns}>
        <BaseHours network={network} calendar={value} may_change={may_change} on_change={reload} />
        <SpecialDays network={network} calendar={value} may_change={may_change} on_change={reload} />
      </div>
      <Card title={say('network.hours.four_weeks')} flush>
        <FourWeeks calendar={value} monday={monday} />
      </Card>
    </div>
  );
}

/** Whether the weekly hours are enough for the label of a public-service house; the rule and its source: label_hours.hpp. */
function LabelNotice({ calendar: { label } }: { calendar: Calendar }): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const args = { hours: hour_words(label.minutes_a_week, language), days: label.days };
  return (
    <Notice tone={label.enough ? 'good' : 'attention'}>
      <Badge tone={label.enough ? 'good' : 'attention'}>{say('network.hours.label')}</Badge> {say(label.enough ? 'network.hours.label_enough' : 'network.hours.label_short', args)}
    </Notice>
  );
}
