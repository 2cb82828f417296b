// SPDX-License-Identifier: EUPL-1.2
import { useLanguage, useSay } from '@parvis/i18n';
import { Card, classes, Icon } from '@parvis/ui';
import type { ReactElement } from 'react';
import { hour_words } from '@parvis/i18n/local_time';
import type { Modality } from '../supply/draft.ts';
import { modality_icon, modality_name } from './BarWords.tsx';
import styles from './calendar.module.css';
import { bars_of, type Plan } from './plan_events.ts';
import { planned_in } from './planned_hours.ts';
import type { Span } from './span.ts';

const ways: readonly Modality[] = ['appointment', 'time_window', 'half_day_session'];

/** What the shown days hold, and how the bars are told apart. */
export function PlannedFigures({ plan, span }: { plan: Plan; span: Span }): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  // A month is shown with the ends of its neighbours; they do not count.
  const bars = bars_of(plan).filter(({ opening }) => span.kind === 'week' || opening.day.startsWith(span.day.slice(0, 7)));
  const of_way = (way: Modality) => planned_in(bars.filter(({ view }) => view.supply.modality === way).map(({ opening }) => opening));
  const booked = plan.booked.filter(({ day }) => span.kind === 'week' || day.startsWith(span.day.slice(0, 7)));
  const booked_minutes = booked.reduce((sum, { minutes }) => sum + minutes, 0);
  const booked_count = booked.reduce((sum, { appointments }) => sum + appointments, 0);
  const all = planned_in(bars.map(({ opening }) => opening));
  return (
    <Card title={say(span.kind === 'week' ? 'partner.figures_week' : 'partner.figures_month')}>
      <div className={styles.figures}>
        <p>
          <span className={styles.big}>{hour_words(all.adviser_minutes, language)}</span> {say('partner.figures_hours')}
        </p>
        <p>{say('partner.figures_slots', { count: all.slots, kept: all.kept_slots })}</p>
        <p>{say('partner.figures_booked', { count: booked_count, hours: hour_words(booked_minutes, language) })}</p>
        <ul className={styles.legend}>
          {ways.map((way) => (
            <li key={way}>
              <span className={classes(styles.bar, styles[way], styles.sample)}>
                <Icon name={modality_icon[way]} size="small" />
              </span>
              <span>
                <b>{say(modality_name[way])}</b>
                <br />
                <span className={styles.soft}>
                  {say('partner.figures_way', { hours: hour_words(of_way(way).adviser_minutes, language), slots: of_way(way).slots })}
                </span>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
