// SPDX-License-Identifier: EUPL-1.2
import { useLanguage, useSay, weekday_name } from '@parvis/i18n';
import { day_words, hour_words } from '@parvis/i18n/local_time';
import { classes } from '@parvis/ui';
import type { ReactElement } from 'react';
import { days_of, weekdays, type Calendar } from './hours_model.ts';
import styles from './hours.module.css';

export const weeks_shown = 4;

/** The coming four weeks as they will be: hours, holidays, exceptions, closures. */
export function FourWeeks({ calendar, monday }: { calendar: Calendar; monday: string }): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const days = days_of(calendar, monday, weeks_shown, language);
  return (
    <table className={styles.weeks}>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {weekday_name(weekday, language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: weeks_shown }, (_, week) => (
          <tr key={week}>
            {days.slice(week * 7, week * 7 + 7).map(({ day, open, why, tone }) => (
              <td key={day} className={classes(tone === 'closed' && styles.shut, tone === 'other' && styles.unlike)}>
                <span className={styles.date}>{day_words(day, language, { day: 'numeric', month: 'short' })}</span>
                {open.length === 0 ? <span className={styles.soft}>{say('network.hours.closed')}</span> : null}
                {open.map(({ from, to }) => (
                  <span key={from}>{`${hour_words(from, language)} – ${hour_words(to, language)}`}</span>
                ))}
                {why ? <b className={styles.why}>{why}</b> : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
