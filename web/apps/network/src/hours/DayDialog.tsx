// SPDX-License-Identifier: EUPL-1.2
import { ask, http } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { add_days, is_day, minute_of, today_in } from '@parvis/i18n/local_time';
import { Button, Dialog, Field, Notice, RadioGroup, show_toast } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import { end_of, type Calendar } from './hours_model.ts';
import styles from './hours.module.css';
import { LosingPlaces } from './LosingPlaces.tsx';
import { useLookedAhead } from './use_looked_ahead.ts';

export interface DayDialogProps {
  calendar: Calendar;
  on_close(changed: boolean): void;
}

/** One day that is unlike others: closed, or open at other hours. */
export function DayDialog({ calendar, on_close }: DayDialogProps): ReactElement {
  const say = useSay();
  const { problem, losing, pending, text, touched, save } = useLookedAhead(calendar.site_id);
  const [day, set_day] = useState(() => add_days(today_in(calendar.time_zone), 1));
  const [what, set_what] = useState<'closed' | 'open'>('closed');
  const [from, set_from] = useState('09:00');
  const [to, set_to] = useState('12:00');
  const [reason, set_reason] = useState('');
  const send = async () => {
    const exception = { reason: reason.trim(), hours: what === 'closed' ? [] : [{ from_minute: minute_of(from) ?? 0, to_minute: end_of(to) }] };
    const params = { path: { site_id: calendar.site_id, day } };
    if (!(await save({ day: { day, exception } }, () => ask(http.PUT('/api/v1/sites/{site_id}/exceptions/{day}', { params, body: exception }))))) return;
    show_toast({ tone: 'good', title: say('network.hours.saved') });
    on_close(true);
  };
  const at = (pointer: string) => (problem?.pointer.startsWith(pointer) ? text(problem) : null);
  const then = <Value,>(set: (value: Value) => void) => (value: Value) => {
    touched();
    set(value);
  };
  return (
    <Dialog
      title={say('network.hours.day_add')}
      is_open
      on_close={() => on_close(false)}
      actions={
        <>
          <Button on_press={() => on_close(false)}>{say('network.cancel')}</Button>
          <Button tone="primary" icon="check" pending={pending} disabled={!is_day(day)} on_press={() => void send()}>
            {say(losing ? 'network.hours.save_anyway' : 'network.hours.save')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {problem && !at('/reason') && !at('/hours') ? (
          <Notice tone="danger" live>
            {text(problem)}
          </Notice>
        ) : null}
        {losing ? <LosingPlaces losing={losing} /> : null}
        <Field label={say('network.hours.which_day')} type="date" value={day} on_change={then(set_day)} />
        <RadioGroup<'closed' | 'open'>
          label={say('network.hours.that_day')}
          layout="pills"
          choices={[
            { value: 'closed', label: say('network.hours.closed') },
            { value: 'open', label: say('network.hours.open_at') },
          ]}
          value={what}
          on_change={then(set_what)}
        />
        {what === 'open' ? (
          <div className={styles.pair}>
            <Field label={say('network.hours.opens')} type="time" value={from} on_change={then(set_from)} error={at('/hours')} />
            <Field label={say('network.hours.closes')} type="time" value={to} on_change={then(set_to)} />
          </div>
        ) : null}
        <Field label={say('network.hours.reason')} description={say('network.hours.reason_detail')} value={reason} on_change={then(set_reason)} error={at('/reason')} />
      </div>
    </Dialog>
  );
}
