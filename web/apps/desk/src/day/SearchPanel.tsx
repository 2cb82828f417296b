// SPDX-License-Identifier: EUPL-1.2
import { ask, http } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { Card } from '@parvis/ui';
import { useEffect, useState, type ReactElement } from 'react';
import { AppointmentRow } from '../booking/AppointmentRow.tsx';
import styles from '../desk.module.css';
import { useDeskAtWork } from '../desk_context.ts';
import type { AppointmentView } from '../wire.ts';
import { TicketRows } from '../queue/TicketRows.tsx';
import { expected_here, finds, tickets_here, type DeskAppointment } from './day_model.ts';

/** Whoever bears this first name, number or code: today from what the page knows, other days from the server. */
export function SearchPanel({ words }: { words: string }): ReactElement {
  const say = useSay();
  const { day, entries, now, online, site_id } = useDeskAtWork();
  const [elsewhere, set_elsewhere] = useState<readonly AppointmentView[]>([]);
  const asked = words.trim();
  useEffect(() => {
    if (!online || asked.length < 2) return set_elsewhere([]);
    let wanted = true;
    // Not at each letter.
    const timer = setTimeout(() => {
      void ask(http.GET('/api/v1/sites/{site_id}/appointments/search', { params: { path: { site_id }, query: { q: asked } } })).then((answer) => {
        if (wanted) set_elsewhere(answer.ok ? answer.value.appointments : []);
      });
    }, 200);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
    // `day` changes when it was read again: what was found may have changed with it.
  }, [asked, online, site_id, day.appointments]);
  const tickets = tickets_here(day, entries).filter((one) => finds(asked, one.first_name, '', one.number));
  const today = expected_here(day, entries, now).filter((one) => finds(asked, one.visitor.first_name, one.code ?? '', null));
  const others = elsewhere.filter((one) => !today.some((known) => known.appointment_id === one.appointment_id));
  const found: DeskAppointment[] = [...today, ...others.map((one) => ({ ...one, unsent: false }))];
  return (
    <Card title={say('desk.search.title', { count: tickets.length + found.length })}>
      {tickets.length + found.length === 0 ? <p className={styles.soft}>{online ? say('desk.search.nobody') : say('desk.search.nobody_today')}</p> : null}
      <ul className={styles.rows}>
        <TicketRows tickets={tickets} />
        {found.map((appointment) => (
          <AppointmentRow key={appointment.appointment_id} appointment={appointment} with_day />
        ))}
      </ul>
    </Card>
  );
}
