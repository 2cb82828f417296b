// SPDX-License-Identifier: EUPL-1.2
import { useLanguage, weekday_name } from '@parvis/i18n';
import type { ReactElement } from 'react';
import { week_of } from '../find/opening.ts';
import styles from '../portal.module.css';
import type { OpeningPeriod } from '../wire.ts';
import { useWords } from '../words.ts';

/** The hours of a usual week, days with the same hours together. */
export function WeekHours({ hours }: { hours: readonly OpeningPeriod[] }): ReactElement {
  const { say, minute } = useWords();
  const { language } = useLanguage();
  return (
    <dl className={styles.week}>
      {week_of(hours).map(({ from, to, periods }) => (
        <div key={from} className={styles.week_row}>
          <dt>{from === to ? weekday_name(from, language) : say('portal.days', { from: weekday_name(from, language), to: weekday_name(to, language) })}</dt>
          <dd>
            {periods.length === 0
              ? say('portal.closed')
              : periods.map((one) => say('portal.hours', { from: minute(one.from_minute), to: minute(one.to_minute) })).join(' · ')}
          </dd>
        </div>
      ))}
    </dl>
  );
}
