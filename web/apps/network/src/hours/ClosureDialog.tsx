// SPDX-License-Identifier: EUPL-1.2
import { ask, http, new_ulid } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { add_days, instant_of, is_day, minute_of, today_in } from '@parvis/i18n/local_time';
import { Button, Dialog, Field, Notice, Select, show_toast } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import type { BaseHoursProps } from './BaseHours.tsx';
import type { DayDialogProps } from './DayDialog.tsx';
import styles from './hours.module.css';
import { LosingPlaces } from './LosingPlaces.tsx';
import { useLookedAhead } from './use_looked_ahead.ts';

/** The whole place, a room or a kiosk cannot be used for a time. */
export function ClosureDialog({ network, calendar, on_close }: DayDialogProps & Pick<BaseHoursProps, 'network'>): ReactElement {
  const say = useSay();
  const { site_id, time_zone } = calendar;
  const { problem, losing, pending, text, touched, save } = useLookedAhead(site_id);
  const [closure_id] = useState(() => new_ulid());
  const [where, set_where] = useState('site');
  const [from_day, set_from_day] = useState(() => add_days(today_in(time_zone), 1));
  const [from, set_from] = useState('08:00');
  const [to_day, set_to_day] = useState(() => add_days(today_in(time_zone), 1));
  const [to, set_to] = useState('18:00');
  const [reason, set_reason] = useState('');
  const rooms = [...new Map(calendar.kiosks.map(({ room_id, kiosk_id }) => [room_id, network.kiosks.find((kiosk) => kiosk.kiosk_id === kiosk_id)?.room ?? '']))];
  const send = async () => {
    const [kind, id] = where.split(' ');
    const body = {
      site_id,
      ...(kind === 'room' && id ? { room_id: id } : {}),
      ...(kind === 'kiosk' && id ? { kiosk_id: id } : {}),
      from: instant_of({ day: from_day, minute: minute_of(from) ?? 0 }, time_zone),
      to: instant_of({ day: to_day, minute: minute_of(to) ?? 0 }, time_zone),
      reason: reason.trim(),
    };
    if (!(await save({ closure: body }, () => ask(http.PUT('/api/v1/place_closures/{closure_id}', { params: { path: { closure_id } }, body }))))) return;
    show_toast({ tone: 'good', title: say('network.hours.saved') });
    on_close(true);
  };
  const at = (pointer: string) => (problem?.pointer === pointer ? text(problem) : null);
  const then = <Value,>(set: (value: Value) => void) => (value: Value) => {
    touched();
    set(value);
  };
  return (
    <Dialog
      title={say('network.hours.closure_add')}
      is_open
      on_close={() => on_close(false)}
      actions={
        <>
          <Button on_press={() => on_close(false)}>{say('network.cancel')}</Button>
          <Button tone="primary" icon="check" pending={pending} disabled={!is_day(from_day) || !is_day(to_day)} on_press={() => void send()}>
            {say(losing ? 'network.hours.save_anyway' : 'network.hours.save')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {problem && !at('/to') && !at('/reason') ? (
          <Notice tone="danger" live>
            {text(problem)}
          </Notice>
        ) : null}
        {losing ? <LosingPlaces losing={losing} /> : null}
        <Select
          label={say('network.hours.closure_what')}
          choices={[
            { value: 'site', label: say('network.hours.closure_site') },
            ...rooms.map(([room_id, room]) => ({ value: `room ${room_id}`, label: room })),
            ...calendar.kiosks.map(({ kiosk_id }) => ({ value: `kiosk ${kiosk_id}`, label: network.kiosks.find((kiosk) => kiosk.kiosk_id === kiosk_id)?.name ?? '' })),
          ]}
          value={where}
          on_change={then(set_where)}
        />
        <div className={styles.pair}>
          <Field label={say('network.hours.first_day')} type="date" value={from_day} on_change={then(set_from_day)} />
          <Field label={say('network.hours.opens_from')} type="time" value={from} on_change={then(set_from)} />
          <Field label={say('network.hours.last_day')} type="date" value={to_day} on_change={then(set_to_day)} error={at('/to')} />
          <Field label={say('network.hours.until')} type="time" value={to} on_change={then(set_to)} />
        </div>
        <Field label={say('network.hours.reason')} description={say('network.hours.reason_detail')} value={reason} on_change={then(set_reason)} error={at('/reason')} />
      </div>
    </Dialog>
  );
}
