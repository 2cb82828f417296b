// SPDX-License-Identifier: EUPL-1.2
import { local_time } from '../spoken_time.ts';
import type { OpeningPeriod } from '../wire.ts';

/** Whether a counter is open by its weekly hours, and what comes next. Minutes since local midnight. */
export type Opening =
  | { state: 'open'; until: number }
  | { state: 'later_today'; at: number }
  | { state: 'another_day'; weekday: number; at: number }
  | { state: 'unknown' };

export function opening_at(hours: readonly OpeningPeriod[], now: number, zone: string): Opening {
  const { weekday, minute } = local_time(now, zone);
  const of_day = (wanted: number) => hours.filter((one) => one.weekday === wanted).sort((a, b) => a.from_minute - b.from_minute);
  const today = of_day(weekday);
  const running = today.find((one) => one.from_minute <= minute && minute < one.to_minute);
  if (running) return { state: 'open', until: running.to_minute };
  const later = today.find((one) => one.from_minute > minute);
  if (later) return { state: 'later_today', at: later.from_minute };
  for (let ahead = 1; ahead <= 7; ahead += 1) {
    const next = ((weekday - 1 + ahead) % 7) + 1;
    const [first] = of_day(next);
    if (first) return { state: 'another_day', weekday: next, at: first.from_minute };
  }
  return { state: 'unknown' };
}

export interface WeekHours {
  /** Consecutive weekdays with the same hours. */
  from: number;
  to: number;
  periods: readonly OpeningPeriod[];
}

/** Monday to Sunday, neighbours with the same hours together; without periods: closed. */
export function week_of(hours: readonly OpeningPeriod[]): WeekHours[] {
  const week: WeekHours[] = [];
  const same = (a: readonly OpeningPeriod[], b: readonly OpeningPeriod[]) =>
    a.length === b.length && a.every((one, index) => one.from_minute === b[index]?.from_minute && one.to_minute === b[index].to_minute);
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const periods = hours.filter((one) => one.weekday === weekday).sort((a, b) => a.from_minute - b.from_minute);
    const before = week.at(-1);
    if (before && same(before.periods, periods)) before.to = weekday;
    else week.push({ from: weekday, to: weekday, periods });
  }
  return week;
}
