// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@parvis/ui';
import type { ReactElement } from 'react';
import styles from '../visit.module.css';
import type { HomeVisit } from '../wire.ts';
import { useWords } from '../words.ts';

/** When it is, with whom and about what. */
export function WhenAndWhom({ visit }: { visit: HomeVisit }): ReactElement {
  const words = useWords(visit);
  const { starts_at, body, motives } = visit.appointment;
  return (
    <div className={styles.card}>
      <p className={styles.when}>
        <Icon name="calendar" size="large" />
        <span>
          {words.day(starts_at)}
          <strong className={styles.hour}>{words.hour(starts_at)}</strong>
        </span>
      </p>
      <p className={styles.fact}>
        <Icon name="person" /> {words.plain(body.name)}
      </p>
      {motives.map((motive) => (
        <p key={motive.motive_id} className={styles.fact}>
          <Icon name="information" /> {words.plain(motive.label)}
        </p>
      ))}
    </div>
  );
}
