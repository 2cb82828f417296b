// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { Counter } from '../directory.ts';
import styles from '../portal.module.css';
import type { Proposals } from '../wire.ts';
import { useWords } from '../words.ts';

/** When one may come here without an appointment; nothing where there is no such time. */
export function Windows({ windows, counter }: { windows: Proposals['windows']; counter: Counter }): ReactElement | null {
  const { say, day_and_hour, hour } = useWords();
  const zone = counter.network.time_zone;
  if (windows.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="windows">
      <h2 id="windows">{say('portal.windows.title')}</h2>
      <p>{say('portal.windows.detail', { name: counter.name })}</p>
      <ul className={styles.plain_list}>
        {windows.map(({ from, to }) => (
          <li key={from} className={styles.strong}>
            {say('portal.windows.from_to', { from: day_and_hour(from, zone), to: hour(to, zone) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
