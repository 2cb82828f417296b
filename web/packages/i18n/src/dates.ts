// SPDX-License-Identifier: EUPL-1.2
// Instants are UTC milliseconds; people read them in the zone of the network.
import type { Language } from './messages.ts';

export const default_zone = 'Europe/Paris';
const locale: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${JSON.stringify(options)}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale[language], { ...options, timeZone: zone });
    formatters.set(key, found);
  }
  return found;
}

/** "14:05" */
export function time_of_day(instant_ms: number, language: Language, zone = default_zone): string {
  return formatter(language, zone, { hour: '2-digit', minute: '2-digit' }).format(instant_ms);
}

/** "mardi 24 novembre 2026", "Tuesday 24 November 2026" */
export function day(instant_ms: number, language: Language, zone = default_zone): string {
  return formatter(language, zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(instant_ms);
}

/** "24/11/2026 14:05" */
export function day_and_time(instant_ms: number, language: Language, zone = default_zone): string {
  return formatter(language, zone, { dateStyle: 'short', timeStyle: 'short' }).format(instant_ms);
}

/** "mardi", "Tuesday"; weekday 1 = Monday ... 7 = Sunday. */
export function weekday_name(weekday: number, language: Language): string {
  const a_monday = Date.UTC(2024, 0, 1);
  return formatter(language, 'UTC', { weekday: 'long' }).format(a_monday + (weekday - 1) * 86_400_000);
}

/** "3:07" for 187 s: how long something has lasted. */
export function clock_duration(duration_ms: number): string {
  const seconds = Math.max(0, Math.floor(duration_ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
