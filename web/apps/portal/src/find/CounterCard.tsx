// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@parvis/ui';
import type { ReactElement } from 'react';
import type { Counter } from '../directory.ts';
import styles from '../portal.module.css';
import { CallLink, Go } from '../Way.tsx';
import { rounded_kilometres, roughly, useWords } from '../words.ts';
import { CounterFacts } from './CounterFacts.tsx';

/** One counter in the list: touched anywhere but on its number, it opens. */
export function CounterCard({ counter, kilometres, is_rough = false }: { counter: Counter; kilometres: number | null; is_rough?: boolean }): ReactElement {
  const words = useWords();
  const distance = (): string | null => {
    if (kilometres === null || kilometres === 0) return null;
    if (is_rough) return words.say('portal.kilometres_about', { count: roughly(kilometres) });
    return words.say('portal.kilometres', { count: rounded_kilometres(kilometres) });
  };
  const told = distance();
  return (
    <article className={styles.card}>
      <h3 className={styles.card_title}>
        <Go to={{ view: 'site', site: counter.site_id }} className={styles.cover}>
          {counter.name}
        </Go>
        <Icon name="chevron_right" />
      </h3>
      <CounterFacts counter={counter} place={told === null ? counter.commune : `${counter.commune} · ${told}`} />
      <div className={styles.above}>
        <CallLink telephone={counter.telephone} />
      </div>
    </article>
  );
}
