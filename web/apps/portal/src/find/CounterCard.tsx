// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@parvis/ui';
import type { ReactElement } from 'react';
import type { Counter } from '../directory.ts';
import styles from '../portal.module.css';
import { CallLink, Go } from '../Way.tsx';
import { rounded_kilometres, useWords } from '../words.ts';
import { CounterFacts } from './CounterFacts.tsx';

/** One counter in the list: touched anywhere but on its number, it opens. */
export function CounterCard({ counter, kilometres }: { counter: Counter; kilometres: number | null }): ReactElement {
  const words = useWords();
  const distance = kilometres === null || kilometres === 0 ? null : words.say('portal.kilometres', { count: rounded_kilometres(kilometres) });
  return (
    <article className={styles.card}>
      <h3 className={styles.card_title}>
        <Go to={{ view: 'site', site: counter.site_id }} className={styles.cover}>
          {counter.name}
        </Go>
        <Icon name="chevron_right" />
      </h3>
      <CounterFacts counter={counter} place={distance === null ? counter.commune : `${counter.commune} · ${distance}`} />
      <div className={styles.above}>
        <CallLink telephone={counter.telephone} />
      </div>
    </article>
  );
}
