// SPDX-License-Identifier: EUPL-1.2
import { day as day_words, time_of_day, useLanguage, useSay } from '@parvis/i18n';
import { Badge, Card, classes } from '@parvis/ui';
import type { ReactElement } from 'react';
import styles from '../desk.module.css';
import { useDeskAtWork } from '../desk_context.ts';
import { local_day } from '../offline/known_day.ts';
import { windows_of } from './day_model.ts';

/** When bodies answer here today; with nothing today, when next. */
export function WindowsPanel(): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { day, now } = useDeskAtWork();
  const windows = windows_of(day, local_day(now));
  const next = [...new Set((day.plan?.openings ?? []).map((one) => one.day))].sort().find((one) => one > local_day(now) && windows_of(day, one).length > 0);
  const next_windows = next === undefined ? [] : windows_of(day, next);
  return (
    <Card title={say('desk.windows.title')}>
      {windows.length === 0 ? <p className={styles.soft}>{say('desk.windows.none')}</p> : null}
      <ul className={styles.rows}>
        {windows.map((one) => (
          <li key={one.key} className={classes(styles.window, one.to <= now && styles.past)}>
            <span className={styles.time}>
              {time_of_day(one.from, language)} – {time_of_day(one.to, language)}
            </span>
            <span className={styles.grows}>
              <strong>{one.acronym}</strong> <span className={styles.soft}>{[say(`desk.modality.${one.modality}`), one.on_site ? say('desk.door.on_site') : ''].filter(Boolean).join(' · ')}</span>
            </span>
            {one.from <= now && now < one.to ? <Badge tone="good">{say('desk.windows.now')}</Badge> : null}
          </li>
        ))}
      </ul>
      {windows.every((one) => one.to <= now) && next_windows[0] ? (
        <p className={styles.soft}>
          {say('desk.windows.next', { day: day_words(next_windows[0].from, language), time: time_of_day(next_windows[0].from, language), bodies: [...new Set(next_windows.map((one) => one.acronym))].join(', ') })}
        </p>
      ) : null}
    </Card>
  );
}
