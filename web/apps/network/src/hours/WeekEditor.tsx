// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '@parvis/api';
import { useLanguage, useSay, weekday_name } from '@parvis/i18n';
import { hour_words, minute_of } from '@parvis/i18n/local_time';
import { Button, Field } from '@parvis/ui';
import type { ReactElement } from 'react';
import { end_of, weekdays, with_period, type DraftPeriod } from './hours_model.ts';
import styles from './hours.module.css';

export interface WeekEditorProps {
  draft: readonly DraftPeriod[];
  /** Nothing: the hours are only shown. */
  on_change: ((draft: DraftPeriod[]) => void) | null;
  problem: Problem | null;
  text(problem: Problem): string;
}

/** The hours of each weekday, in as many parts as there are. */
export function WeekEditor({ draft, on_change, problem, text }: WeekEditorProps): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  return (
    <ul className={styles.week}>
      {weekdays.map((weekday) => {
        const day = weekday_name(weekday, language);
        const periods = draft.filter((period) => period.weekday === weekday);
        return (
          <li key={weekday} className={styles.weekday}>
            <b className={styles.day_name}>{day}</b>
            <div className={styles.periods}>
              {periods.length === 0 ? <span className={styles.soft}>{say('network.hours.closed')}</span> : null}
              {periods.map((period, number) => {
                const index = draft.indexOf(period);
                const error = problem && (problem.pointer === `/hours/${index}` || problem.pointer.startsWith(`/hours/${index}/`)) ? text(problem) : null;
                const name = { day, number: number + 1 };
                if (!on_change) return <span key={period.key}>{`${hour_words(minute_of(period.from) ?? 0, language)} – ${hour_words(end_of(period.to), language)}`}</span>;
                const change = (part: Partial<DraftPeriod>) => on_change(draft.map((each) => (each.key === period.key ? { ...each, ...part } : each)));
                return (
                  <div key={period.key} className={styles.period}>
                    <Field label={say('network.hours.from', name)} label_hidden type="time" value={period.from} on_change={(from) => change({ from })} error={error} />
                    <span aria-hidden="true">–</span>
                    <Field label={say('network.hours.to', name)} label_hidden type="time" value={period.to} on_change={(to) => change({ to })} />
                    <Button size="small" tone="quiet" icon="trash" label={say('network.hours.remove', name)} on_press={() => on_change(draft.filter((each) => each.key !== period.key))} />
                  </div>
                );
              })}
            </div>
            {on_change ? <Button size="small" icon="plus" label={say('network.hours.add', { day })} on_press={() => on_change(with_period(draft, weekday))} /> : null}
          </li>
        );
      })}
    </ul>
  );
}
