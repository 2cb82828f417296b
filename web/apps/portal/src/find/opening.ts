// SPDX-License-Identifier: EUPL-1.2
import { local_time } from '../spoken_time.ts';
import type { ComingDay, OpeningPeriod, PlainWords } from '../wire.ts';

/** Whether a counter is open, and what comes next. Minutes since local midnight. `why`: today is unlike others. */
export type Opening =
  | { state: 'open'; until: number }
  | { state: 'later_today'; at: number }
  | { state: 'another_day'; day: string; ahead: number; at: number; why?: PlainWords }
  | { state: 'closed'; why: PlainWords }
  | { state: 'unknown' };

/** By the days to come as the server tells them, of which the first is the day on which it was asked. */
export function opening_at(days: readonly ComingDay[], now: number, zone: string): Opening {
  const { day, minute } = local_time(now, zone);
  const coming = days.filter((one) => one.day >= day);
  const today = coming.find((one) => one.day === day);
  const running = today?.hours.find((one) => one.from_minute <= minute && minute < one.to_minute);
  if (running) return { state: 'open', until: running.to_minute };
  const later = today?.hours.find((one) => one.from_minute > minute);
  if (later) return { state: 'later_today', at: later.from_minute };
  const why = today?.reason;
  for (const [ahead, next] of coming.entries()) {
    const [first] = next.hours;
    if (next.day > day && first) return { state: 'another_day', day: next.day, ahead, at: first.from_minute, ...(why ? { why } : {}) };
  }
  return why ? { state: 'closed', why } : { state: 'unknown' };
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
