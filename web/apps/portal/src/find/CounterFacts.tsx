// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@parvis/ui';
import type { ReactElement } from 'react';
import type { Counter } from '../directory.ts';
import styles from '../portal.module.css';
import { useWords } from '../words.ts';
import { opening_at } from './opening.ts';

/** Where a counter is, in the words given, and whether it is open now. */
export function CounterFacts({ counter, place }: { counter: Counter; place: string }): ReactElement {
  const words = useWords();
  const opening = opening_at(counter.days, Date.now(), counter.network.time_zone);
  return (
    <p className={styles.facts}>
      <span className={styles.fact}>
        <Icon name="pin" size="small" />
        {place}
      </span>
      <span className={opening.state === 'open' ? styles.fact_good : styles.fact}>
        <Icon name={opening.state === 'open' ? 'check_circle' : 'clock'} size="small" />
        {words.opening(opening)}
      </span>
    </p>
  );
}
