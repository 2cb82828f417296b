// SPDX-License-Identifier: EUPL-1.2
import { Icon, type IconName } from '@parvis/ui';
import type { ReactElement } from 'react';
import styles from '../portal.module.css';
import type { Door, PublicAppointment } from '../wire.ts';
import { useWords } from '../words.ts';

const icons: Record<Door, IconName> = { kiosk: 'kiosk', home: 'camera', telephone: 'phone', on_site: 'people' };

/** Day, hour, place and way, in big letters. */
export function WhenAndWhere({ appointment }: { appointment: PublicAppointment }): ReactElement {
  const words = useWords();
  const { say } = words;
  const { door, place, body, motives } = appointment;
  const goes_there = door === 'kiosk' || door === 'on_site';
  return (
    <section className={styles.ticket} aria-label={say('portal.ticket.label')}>
      <p className={styles.when}>
        <span className={styles.when_day}>{words.day(appointment.day)}</span>
        <span className={styles.when_hour}>{words.hour(appointment.starts_at, appointment.time_zone)}</span>
      </p>
      {goes_there && place ? (
        <p className={styles.ticket_line}>
          <Icon name="pin" />
          <span>
            <strong>{place.name}</strong>
            <br />
            {place.address}, {place.commune}
          </span>
        </p>
      ) : null}
      <p className={styles.ticket_line}>
        <Icon name={icons[door]} />
        <span>
          <strong>{say(`portal.door.${door}`)}</strong>
          <br />
          {say(`portal.door.${door}_detail`, { name: words.plain(body.name), acronym: body.acronym })}
        </span>
      </p>
      <p className={styles.ticket_line}>
        <Icon name="papers" />
        <span>{motives.map((motive) => words.plain(motive.label)).join(', ')}</span>
      </p>
    </section>
  );
}
