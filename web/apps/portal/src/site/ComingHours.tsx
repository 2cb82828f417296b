// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import type { Counter } from '../directory.ts';
import styles from '../portal.module.css';
import { day_after, local_time } from '../spoken_time.ts';
import { useWords } from '../words.ts';

/** Today and the days after it as they will be: a holiday is closed, and says so. */
export function ComingHours({ counter }: { counter: Counter }): ReactElement {
  const words = useWords();
  const { say, minute } = words;
  const today = local_time(Date.now(), counter.network.time_zone).day;
  const name = (day: string): string => {
    if (day === today) return say('portal.today', { day: words.day(day) });
    return day === day_after(today, 1) ? say('portal.tomorrow', { day: words.day(day) }) : words.day(day);
  };
  return (
    <dl className={styles.week}>
      {counter.days
        .filter(({ day }) => day >= today)
        .map(({ day, hours, reason }) => (
          <div key={day} className={styles.week_row}>
            <dt>{name(day)}</dt>
            <dd>
              {hours.length === 0 ? say('portal.closed') : hours.map((one) => say('portal.hours', { from: minute(one.from_minute), to: minute(one.to_minute) })).join(' · ')}
              {reason ? <span className={styles.week_reason}>{words.plain(reason)}</span> : null}
            </dd>
          </div>
        ))}
    </dl>
  );
}
