// SPDX-License-Identifier: EUPL-1.2
// Times as one says them: "à 14 h", "demain à 9 h", "mardi à 9 h 30".
import { time_of_day, weekday_name, type Language } from '@parvis/i18n';
import type { OfferEntry, SiteCard } from '../wire.ts';

type Period = SiteCard['hours'][number];

/** "9 h", "14 h 30"; "9:00", "14:30" in English. */
export function said_time(clock: string, language: Language): string {
  const [hours = '0', minutes = '00'] = clock.split(':');
  if (language === 'en') return `${Number(hours)}:${minutes}`;
  return minutes === '00' ? `${Number(hours)} h` : `${Number(hours)} h ${minutes}`;
}

export function said_minute(minute: number, language: Language): string {
  return said_time(`${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`, language);
}

export type When =
  | { key: 'kiosk.when.today' | 'kiosk.when.tomorrow'; time: string }
  | { key: 'kiosk.when.weekday'; weekday: string; time: string }
  | { key: 'kiosk.when.date'; date: string; time: string };

const day_ms = 86_400_000;

/** Calendar day in the zone as a number of days, so that days can be subtracted. */
function day_number(instant_ms: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return Date.parse(parts.format(instant_ms)) / day_ms;
}

/** How to say an instant to come, seen from now, in the zone of the place. */
export function when(instant_ms: number, now_ms: number, language: Language, zone: string): When {
  const time = said_time(time_of_day(instant_ms, language, zone), language);
  const day = day_number(instant_ms, zone);
  const days = day - day_number(now_ms, zone);
  if (days <= 0) return { key: 'kiosk.when.today', time };
  if (days === 1) return { key: 'kiosk.when.tomorrow', time };
  // Day 0 of 1970 was a Thursday.
  if (days < 7) return { key: 'kiosk.when.weekday', weekday: weekday_name(((day + 3) % 7) + 1, language), time };
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const date = new Intl.DateTimeFormat(locale, { timeZone: zone, day: 'numeric', month: 'long' }).format(instant_ms);
  return { key: 'kiosk.when.date', date, time };
}

export interface HoursLine {
  readonly first: number;
  readonly last: number;
  readonly periods: readonly Period[];
}

/** Opening hours with neighbouring days of the same hours in one line; closed days are left out. */
export function hours_lines(hours: readonly Period[]): HoursLine[] {
  const lines: HoursLine[] = [];
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const periods = hours.filter((period) => period.weekday === weekday).sort((one, other) => one.from_minute - other.from_minute);
    if (periods.length === 0) continue;
    const line = lines.at(-1);
    if (line && line.last === weekday - 1 && same(line.periods, periods)) lines[lines.length - 1] = { ...line, last: weekday };
    else lines.push({ first: weekday, last: weekday, periods });
  }
  return lines;
}

function same(one: readonly Period[], other: readonly Period[]): boolean {
  const times = (periods: readonly Period[]) => periods.map(({ from_minute, to_minute }) => `${from_minute}-${to_minute}`).join();
  return times(one) === times(other);
}

/** Plain words first, acronym second: "Caisse d’allocations familiales (CAF)". */
export function body_name(body: Pick<OfferEntry, 'acronym'> & { name: { fr: string; en: string } }, language: Language): string {
  const name = body.name[language];
  return name.includes(body.acronym) ? name : `${name} (${body.acronym})`;
}
