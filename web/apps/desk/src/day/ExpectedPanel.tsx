// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Card } from '@parvis/ui';
import type { ReactElement } from 'react';
import { AppointmentRow } from '../booking/AppointmentRow.tsx';
import styles from '../desk.module.css';
import { useDeskAtWork } from '../desk_context.ts';
import { expected_here } from './day_model.ts';

/** Who has an appointment today, by time. */
export function ExpectedPanel(): ReactElement {
  const say = useSay();
  const { day, entries, now } = useDeskAtWork();
  const expected = expected_here(day, entries, now).filter((one) => one.state !== 'cancelled');
  return (
    <Card title={say('desk.expected.title', { count: expected.filter((one) => one.state === 'confirmed').length })}>
      {expected.length === 0 ? <p className={styles.soft}>{say('desk.expected.nobody')}</p> : null}
      {expected.length > 0 ? (
        <ul className={styles.rows}>
          {expected.map((appointment) => (
            <AppointmentRow key={appointment.appointment_id} appointment={appointment} />
          ))}
        </ul>
      ) : null}
    </Card>
  );
}
