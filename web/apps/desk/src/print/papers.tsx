// SPDX-License-Identifier: EUPL-1.2
import { day, time_of_day, useLanguage, useSay } from '@parvis/i18n';
import type { ReactElement } from 'react';
import type { AppointmentView, SiteCard } from '../wire.ts';
import styles from './print.module.css';

export interface QueueTicketWords {
  number: number;
  acronym: string;
  subject: string;
  arrived_at: number;
  wait: string;
}

/** What somebody holds who waits. */
export function QueuePaper({ ticket, site }: { ticket: QueueTicketWords; site: SiteCard | undefined }): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  return (
    <>
      <p>{site?.name}</p>
      <h2>{say('desk.paper.your_number')}</h2>
      <p className={styles.number}>{ticket.number}</p>
      <p>
        <strong>{ticket.subject}</strong>
        <br />
        {ticket.acronym}
      </p>
      <p>{ticket.wait}</p>
      <p className={styles.small}>{say('desk.paper.came_at', { day: day(ticket.arrived_at, language), time: time_of_day(ticket.arrived_at, language) })}</p>
    </>
  );
}

export type Place = Pick<SiteCard, 'name' | 'address' | 'commune' | 'telephone'>;

interface AppointmentPaperProps {
  appointment: AppointmentView;
  /** Where they go: this site, or the one of another town. */
  site: Place | undefined;
  /** Written down without a network: the place is not certain yet. */
  provisional: boolean;
}

/** What somebody takes home: when, where, how, and what to bring. */
export function AppointmentPaper({ appointment, site, provisional }: AppointmentPaperProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { door, starts_at, body, motives, visitor } = appointment;
  const papers = new Set(motives.flatMap((motive) => motive.papers.map((paper) => paper[language])));
  return (
    <>
      <h2>{visitor.first_name ? say('desk.paper.appointment_of', { name: visitor.first_name }) : say('desk.paper.appointment')}</h2>
      <p className={styles.when}>
        {day(starts_at, language)}
        <strong>{time_of_day(starts_at, language)}</strong>
      </p>
      {provisional ? <p>{say('desk.paper.provisional', { telephone: site?.telephone ?? '' })}</p> : null}
      <p>
        <strong>{say(`desk.paper.door.${door}`)}</strong>
        <br />
        {door === 'kiosk' || door === 'on_site' ? [site?.name, site?.address, site?.commune].filter(Boolean).join(', ') : null}
      </p>
      <p>
        {body.acronym} · {body.name[language]}
        <br />
        {motives.map((motive) => motive.label[language]).join(' ; ')}
      </p>
      {papers.size > 0 ? (
        <div>
          <strong>{say('desk.paper.bring')}</strong>
          <ul>
            {[...papers].map((paper) => (
              <li key={paper}>{paper}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <p>
        {say('desk.paper.prevented', { telephone: site?.telephone ?? '' })}
        {appointment.code ? (
          <>
            <br />
            {say('desk.paper.code')} <span className={styles.code}>{appointment.code}</span>
          </>
        ) : null}
      </p>
    </>
  );
}
