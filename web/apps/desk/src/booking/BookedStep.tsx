// SPDX-License-Identifier: EUPL-1.2
import { day, time_of_day, useLanguage, useSay } from '@parvis/i18n';
import { Button, Dialog, Notice } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import styles from '../desk.module.css';
import { Paper } from '../print/Paper.tsx';
import { AppointmentPaper } from '../print/papers.tsx';
import type { AppointmentView } from '../wire.ts';
import { Tellings } from './Tellings.tsx';
import { usePlace } from './use_place.ts';

interface BookedStepProps {
  appointment: AppointmentView;
  provisional: boolean;
  on_close(): void;
}

/** Said once more before the paper goes over the desk. */
export function BookedStep({ appointment, provisional, on_close }: BookedStepProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const place = usePlace(appointment);
  const [printing, print] = useState(false);
  const papers = new Set(appointment.motives.flatMap((motive) => motive.papers.map((paper) => paper[language])));
  const unplaced = appointment.state === 'requested';
  return (
    <Dialog
      title={provisional ? say('desk.booked.provisional') : unplaced ? say('desk.appointment.requested') : say('desk.booked.title')}
      is_open
      dismissable
      on_close={on_close}
      actions={
        <>
          <Button icon="printer" disabled={place === undefined} on_press={() => print(true)}>
            {say('desk.ticket.print')}
          </Button>
          <Button tone="primary" autofocus on_press={on_close}>
            {say('desk.done')}
          </Button>
        </>
      }
    >
      {provisional ? <Notice tone="attention">{say('desk.provisional.detail')}</Notice> : null}
      {unplaced ? <Notice tone="danger">{say('desk.requests.detail')}</Notice> : null}
      <div className={styles.given}>
        <span className={styles.large}>{day(appointment.starts_at, language)}</span>
        <strong className={styles.given_number}>{time_of_day(appointment.starts_at, language)}</strong>
        <span className={styles.large}>
          {appointment.motives.map((motive) => motive.label[language]).join(' ; ')} · {appointment.body.acronym}
        </span>
        <span>{[say(`desk.door.${appointment.door}`), appointment.door === 'kiosk' || appointment.door === 'on_site' ? place?.name : ''].filter(Boolean).join(' · ')}</span>
        {appointment.code ? (
          <span>
            {say('desk.paper.code')} <strong className={styles.code}>{appointment.code}</strong>
          </span>
        ) : null}
      </div>
      {provisional || unplaced ? null : <Tellings appointment_id={appointment.appointment_id} />}
      {papers.size > 0 ? (
        <div>
          <h3>{say('desk.paper.bring')}</h3>
          <ul>
            {[...papers].map((paper) => (
              <li key={paper}>{paper}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {printing ? (
        <Paper on_printed={() => print(false)}>
          <AppointmentPaper appointment={appointment} site={place} provisional={provisional} />
        </Paper>
      ) : null}
    </Dialog>
  );
}
