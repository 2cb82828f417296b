// SPDX-License-Identifier: EUPL-1.2
import { ask, http, new_ulid } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { add_days, is_day, today_in } from '@parvis/i18n/local_time';
import { Button, Dialog, Field, Notice, show_toast } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import type { DayDialogProps } from './DayDialog.tsx';
import { draft_of, week_of, type DraftPeriod } from './hours_model.ts';
import styles from './hours.module.css';
import { LosingPlaces } from './LosingPlaces.tsx';
import { useLookedAhead } from './use_looked_ahead.ts';
import { WeekEditor } from './WeekEditor.tsx';

/** Other weekly hours for a time, e.g. in summer. Begins with the usual ones. */
export function SeasonDialog({ calendar, on_close }: DayDialogProps): ReactElement {
  const say = useSay();
  const { problem, losing, pending, text, touched, save } = useLookedAhead(calendar.site_id);
  const [season_id] = useState(() => new_ulid());
  const [name, set_name] = useState('');
  const [first_day, set_first] = useState(() => add_days(today_in(calendar.time_zone), 1));
  const [last_day, set_last] = useState(() => add_days(today_in(calendar.time_zone), 31));
  const [draft, set_draft] = useState<DraftPeriod[]>(() => draft_of(calendar.week));
  const send = async () => {
    const season = { name: name.trim(), first_day, last_day, hours: week_of(draft) };
    const params = { path: { site_id: calendar.site_id, season_id } };
    if (!(await save({ season: { season_id, season } }, () => ask(http.PUT('/api/v1/sites/{site_id}/seasons/{season_id}', { params, body: season }))))) return;
    show_toast({ tone: 'good', title: say('network.hours.saved') });
    on_close(true);
  };
  const at = (pointer: string) => (problem?.pointer.startsWith(pointer) ? text(problem) : null);
  const then = <Value,>(set: (value: Value) => void) => (value: Value) => {
    touched();
    set(value);
  };
  const fields = ['/name', '/first_day', '/last_day', '/hours/'];
  return (
    <Dialog
      title={say('network.hours.season_add')}
      is_open
      size="wide"
      on_close={() => on_close(false)}
      actions={
        <>
          <Button on_press={() => on_close(false)}>{say('network.cancel')}</Button>
          <Button tone="primary" icon="check" pending={pending} disabled={!is_day(first_day) || !is_day(last_day)} on_press={() => void send()}>
            {say(losing ? 'network.hours.save_anyway' : 'network.hours.save')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {problem && !fields.some((field) => at(field)) ? (
          <Notice tone="danger" live>
            {text(problem)}
          </Notice>
        ) : null}
        {losing ? <LosingPlaces losing={losing} /> : null}
        <Field label={say('network.hours.season_name')} value={name} on_change={then(set_name)} error={at('/name')} autofocus />
        <div className={styles.pair}>
          <Field label={say('network.hours.first_day')} type="date" value={first_day} on_change={then(set_first)} error={at('/first_day')} />
          <Field label={say('network.hours.last_day')} type="date" value={last_day} on_change={then(set_last)} error={at('/last_day')} />
        </div>
        <WeekEditor draft={draft} on_change={then(set_draft)} problem={problem} text={text} />
      </div>
    </Dialog>
  );
}
