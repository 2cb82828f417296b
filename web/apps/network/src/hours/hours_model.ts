// SPDX-License-Identifier: EUPL-1.2
// Weekly hours while somebody fills them in, and what follows from them for each day. Pure.
import { new_ulid, type components } from '@parvis/api';
import { add_days, clock_of, local_of, minute_of } from '@parvis/i18n/local_time';

export type Calendar = components['schemas']['CalendarView'];
export type Period = components['schemas']['OpeningPeriod'];
export type Region = Calendar['region'];

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

export interface DraftPeriod {
  /** For React: periods come and go. */
  key: string;
  weekday: number;
  from: string;
  to: string;
}

export function draft_of(week: readonly Period[]): DraftPeriod[] {
  return week.map(({ weekday, from_minute, to_minute }) => ({ key: new_ulid(), weekday, from: clock_of(from_minute), to: clock_of(to_minute) }));
}

/** An hour that is not written yet becomes one that the server refuses at its field. */
export function week_of(draft: readonly DraftPeriod[]): Period[] {
  return draft.map(({ weekday, from, to }) => ({ weekday, from_minute: minute_of(from) ?? 0, to_minute: end_of(to) }));
}

/** Midnight as an end is the end of the day. */
export function end_of(clock: string): number {
  const minute = minute_of(clock) ?? 0;
  return minute === 0 ? 1440 : minute;
}

/** One more part of that day, after the last one. */
export function with_period(draft: readonly DraftPeriod[], weekday: number): DraftPeriod[] {
  const last = draft.filter((period) => period.weekday === weekday).at(-1);
  const begins = last ? Math.min((minute_of(last.to) ?? 720) + 60, 1380) : 9 * 60;
  return [...draft, { key: new_ulid(), weekday, from: clock_of(begins), to: clock_of(Math.min(begins + 180, 1435)) }];
}

export interface DayLine {
  day: string;
  open: { from: number; to: number }[];
  /** Why it is unlike other weeks: a holiday's name, an exception's or a closure's reason. */
  why: string | null;
  tone: 'usual' | 'other' | 'closed';
}

/** Each day of some weeks, as it will be. */
export function days_of(calendar: Calendar, monday: string, weeks: number, language: 'fr' | 'en'): DayLine[] {
  return Array.from({ length: weeks * 7 }, (_, number) => {
    const day = add_days(monday, number);
    const open = calendar.open
      .map(({ from, to }) => ({ from: local_of(from, calendar.time_zone), to: local_of(to, calendar.time_zone) }))
      .filter(({ from, to }) => from.day <= day && (to.day > day || (to.day === day && to.minute > 0)))
      .map(({ from, to }) => ({ from: from.day === day ? from.minute : 0, to: to.day === day ? to.minute : 1440 }));
    const exception = calendar.exceptions.find((each) => each.day === day);
    const holiday = calendar.holidays.find((each) => each.day === day);
    const closure = calendar.closures.find(
      ({ room_id, kiosk_id, from, to }) => !room_id && !kiosk_id && local_of(from, calendar.time_zone).day <= day && local_of(to - 1, calendar.time_zone).day >= day,
    );
    const season = calendar.seasons.find(({ season: { first_day, last_day } }) => first_day <= day && day <= last_day);
    const why = exception?.reason ?? holiday?.name[language] ?? closure?.reason ?? season?.season.name ?? null;
    return { day, open, why, tone: why === null ? 'usual' : open.length === 0 ? 'closed' : 'other' };
  });
}
