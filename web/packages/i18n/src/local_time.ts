// SPDX-License-Identifier: EUPL-1.2
// Days are "2026-03-01", minutes are local after midnight: as the server's planning tells them. Pure.
import type { Language } from './messages.ts';
import { Temporal } from 'temporal-polyfill';

export interface LocalMoment {
  day: string;
  minute: number;
}

export function local_of(instant_ms: number, zone: string): LocalMoment {
  const local = Temporal.Instant.fromEpochMilliseconds(instant_ms).toZonedDateTimeISO(zone);
  return { day: local.toPlainDate().toString(), minute: local.hour * 60 + local.minute };
}

/** `minute` may be 1440: the midnight after. A minute that the change of clocks skips gives the one after. */
export function instant_of({ day, minute }: LocalMoment, zone: string): number {
  const whole_days = Math.floor(minute / 1440);
  const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60) % 24, minute: minute % 60 });
  return Temporal.PlainDate.from(day).add({ days: whole_days }).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
}

export function is_day(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

export function add_days(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

export function days_between(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

/** 1 = Monday ... 7 = Sunday. */
export function weekday_of(day: string): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

export function monday_of(day: string): string {
  return add_days(day, 1 - weekday_of(day));
}

/** The first day of the month that lies `months` away. */
export function month_start(day: string, months = 0): string {
  return Temporal.PlainDate.from(day).with({ day: 1 }).add({ months }).toString();
}

export function today_in(zone: string, now_ms = Date.now()): string {
  return local_of(now_ms, zone).day;
}

/** "08:30", as time fields write it. */
export function clock_of(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** Nothing for an empty or half-written time. */
export function minute_of(clock: string): number | null {
  const parts = /^(\d{1,2}):(\d{2})$/.exec(clock);
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : null;
}

/** "8 h 30" in French, "8:30" in English. */
export function hour_words(minute: number, language: Language): string {
  const hours = Math.floor(minute / 60);
  const rest = minute % 60;
  const two = String(rest).padStart(2, '0');
  if (language === 'en') return `${hours}:${two}`;
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${two}`;
}

const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

/** "mercredi 4 mars 2026"; `options` choose other parts. */
export function day_words(day: string, language: Language, options: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }): string {
  return new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' }).format(Date.parse(day));
}

/** "mar. 24 novembre, 10 h 30" */
export function moment_words(instant_ms: number, zone: string, language: Language): string {
  const { day, minute } = local_of(instant_ms, zone);
  return `${day_words(day, language, { weekday: 'short', day: 'numeric', month: 'long' })}, ${hour_words(minute, language)}`;
}

/** For a message that selects by `near`: "aujourd’hui à 14 h", "demain à 9 h", "mardi à 9 h", "mardi 8 décembre à 9 h". */
export type NearMoment = { near: 'today' | 'tomorrow' | 'other'; day: string; time: string };

/** A moment to come as it is said now. A weekday alone is one of the next six days; what has passed is said with its date. */
export function near_moment(instant_ms: number, now_ms: number, zone: string, language: Language): NearMoment {
  const { day, minute } = local_of(instant_ms, zone);
  const days = days_between(local_of(now_ms, zone).day, day);
  const parts: Intl.DateTimeFormatOptions = days >= 0 && days < 7 ? { weekday: 'long' } : { weekday: 'long', day: 'numeric', month: 'long' };
  return { near: days === 0 ? 'today' : days === 1 ? 'tomorrow' : 'other', day: day_words(day, language, parts), time: hour_words(minute, language) };
}

/** "a, b et c" */
export function and_list(words: readonly string[], language: Language): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(words);
}
