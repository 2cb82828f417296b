// SPDX-License-Identifier: EUPL-1.2
// Days and hours as people say them: "9 h 30", "mardi 24 novembre", in the time zone of the network.
import type { Language } from '@parvis/i18n';

const locale: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

/** "9 h", "9 h 30"; "9:00", "9:30" in English. Minutes since midnight. */
export function spoken_minute(minute: number, language: Language): string {
  const hours = Math.floor(minute / 60);
  const rest = String(minute % 60).padStart(2, '0');
  if (language === 'en') return `${hours}:${rest}`;
  return minute % 60 === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${rest}`;
}

export interface LocalTime {
  /** "2026-03-01" */
  day: string;
  /** 1 = Monday ... 7 = Sunday. */
  weekday: number;
  /** Since local midnight. */
  minute: number;
}

const readers = new Map<string, Intl.DateTimeFormat>();

export function local_time(instant: number, zone: string): LocalTime {
  let reader = readers.get(zone);
  if (!reader) {
    const two = '2-digit' as const;
    reader = new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric', month: two, day: two, hour: two, minute: two, hourCycle: 'h23' });
    readers.set(zone, reader);
  }
  const parts = Object.fromEntries(reader.formatToParts(instant).map(({ type, value }) => [type, value]));
  const day = `${parts['year']}-${parts['month']}-${parts['day']}`;
  return { day, weekday: weekday_of(day), minute: Number(parts['hour']) * 60 + Number(parts['minute']) };
}

/** 1 = Monday ... 7 = Sunday. */
export function weekday_of(day: string): number {
  return ((new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7) + 1;
}

export function spoken_hour(instant: number, language: Language, zone: string): string {
  return spoken_minute(local_time(instant, zone).minute, language);
}

/** "mardi 24 novembre", "Tuesday 24 November"; `day` is "2026-11-24". */
export function spoken_day(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locale[language], { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' });
  return format.format(new Date(`${day}T00:00Z`)).replace(',', '').replace(/^(\p{L}+) 1 /u, language === 'fr' ? '$1 1er ' : '$1 1 ');
}

/** `day` moved by whole days. */
export function day_after(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
