// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@parvis/ui';
import type { ReactElement } from 'react';
import type { Counter } from '../directory.ts';
import styles from '../portal.module.css';
import { CallLink, Go } from '../Way.tsx';
import { rounded_kilometres, useWords } from '../words.ts';
import { opening_at } from './opening.ts';

/** One counter in the list: touched anywhere but on its number, it opens. */
export function CounterCard({ counter, kilometres }: { counter: Counter; kilometres: number | null }): ReactElement {
  const words = useWords();
  const opening = opening_at(counter.hours, Date.now(), counter.network.time_zone);
  const distance = kilometres === null || kilometres === 0 ? null : words.say('portal.kilometres', { count: rounded_kilometres(kilometres) });
  return (
    <article className={styles.card}>
      <h3 className={styles.card_title}>
        <Go to={{ view: 'site', site: counter.site_id }} className={styles.cover}>
          {counter.name}
        </Go>
        <Icon name="chevron_right" />
      </h3>
      <p className={styles.facts}>
        <span className={styles.fact}>
          <Icon name="pin" size="small" />
          {distance === null ? counter.commune : `${counter.commune} · ${distance}`}
        </span>
        <span className={opening.state === 'open' ? styles.fact_good : styles.fact}>
          <Icon name={opening.state === 'open' ? 'check_circle' : 'clock'} size="small" />
          {words.opening(opening)}
        </span>
      </p>
      <div className={styles.above}>
        <CallLink telephone={counter.telephone} />
      </div>
    </article>
  );
}
