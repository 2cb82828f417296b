// SPDX-License-Identifier: EUPL-1.2
import { time_of_day, useLanguage, useSay } from '@parvis/i18n';
import type { ReactElement } from 'react';
import styles from './queue.module.css';
import type { Appointment } from './today_model.ts';

/** "Odette, avec une personne" */
export function Names({ appointment }: { appointment: Appointment }): ReactElement {
  const say = useSay();
  const { first_name, companions } = appointment.visitor;
  const name = first_name || say('adviser.expected.no_name');
  return <>{companions > 0 ? say('adviser.expected.with', { name, companions }) : name}</>;
}

/** What one wants to know before they sit down. */
export function AppointmentFacts({ appointment, zone }: { appointment: Appointment; zone: string }): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { visitor, motives } = appointment;
  const papers = [...new Set(motives.flatMap((motive) => motive.papers.map((paper) => paper[language])))];
  return (
    <dl className={styles.facts}>
      <dt>{say('adviser.expected.time')}</dt>
      <dd>{say('adviser.expected.span', { from: time_of_day(appointment.starts_at, language, zone), to: time_of_day(appointment.ends_at, language, zone), minutes: appointment.minutes })}</dd>
      <dt>{say('adviser.expected.papers')}</dt>
      <dd>{papers.length === 0 ? say('adviser.expected.no_papers') : papers.join(' · ')}</dd>
      {visitor.note === '' ? null : (
        <>
          <dt>{say(visitor.note_is_confidential ? 'adviser.expected.confidential_note' : 'adviser.expected.note')}</dt>
          <dd>{visitor.note}</dd>
        </>
      )}
      {visitor.telephone === '' ? null : (
        <>
          <dt>{say('adviser.expected.telephone')}</dt>
          <dd>{visitor.telephone}</dd>
        </>
      )}
    </dl>
  );
}
