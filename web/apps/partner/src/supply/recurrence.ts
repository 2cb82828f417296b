// SPDX-License-Identifier: EUPL-1.2
// The recurrences that the form offers, as rules of RFC 5545 and back. What it does not know is kept as it is written.
import { weekday_of } from '@parvis/i18n/local_time';

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

export interface Weekly {
  kind: 'weekly';
  /** 1: every week, 2: every other one... */
  interval: number;
  /** 1 = Monday ... 7 = Sunday, in order. */
  weekdays: number[];
  /** The last possible day, "" for ever. */
  until: string;
}
export interface Monthly {
  kind: 'monthly';
  /** 1: the first of the month ... 4, -1: the last. */
  place: number;
  weekday: number;
  until: string;
}
export interface Other {
  kind: 'other';
  rule: string;
}
export type Repeat = { kind: 'once' } | Weekly | Monthly | Other;

export const places = [1, 2, 3, 4, -1] as const;

function day_of_until(text: string): string | null {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return parts ? `${parts[1]}-${parts[2]}-${parts[3]}` : null;
}

function parts_of(rule: string): Map<string, string> | null {
  const parts = new Map<string, string>();
  for (const part of rule.split(';')) {
    const [name, value, ...rest] = part.split('=');
    if (!name || !value || rest.length > 0 || parts.has(name)) return null;
    parts.set(name, value);
  }
  return parts;
}

function weekdays_of(text: string): number[] | null {
  const found = text.split(',').map((code) => codes.indexOf(code as (typeof codes)[number]) + 1);
  return found.includes(0) ? null : found.toSorted();
}

function weekly_of(parts: Map<string, string>, first_day: string, until: string): Weekly | null {
  const interval = Number(parts.get('INTERVAL') ?? '1');
  const named = parts.get('BYDAY');
  const weekdays = named === undefined ? [weekday_of(first_day)] : weekdays_of(named);
  if (!Number.isInteger(interval) || interval < 1 || interval > 4 || weekdays === null) return null;
  return { kind: 'weekly', interval, weekdays, until };
}

function monthly_of(parts: Map<string, string>, until: string): Monthly | null {
  const named = /^([1-4]|-1)([A-Z]{2})$/.exec(parts.get('BYDAY') ?? '');
  const weekdays = weekdays_of(named?.[2] ?? '');
  if (!named || !weekdays?.[0] || (parts.get('INTERVAL') ?? '1') !== '1') return null;
  return { kind: 'monthly', place: Number(named[1]), weekday: weekdays[0], until };
}

/** `first_day` decides where the rule leaves it open, as RFC 5545 says. */
export function read_rule(rule: string, first_day: string): Repeat {
  if (rule === '') return { kind: 'once' };
  const other: Other = { kind: 'other', rule };
  const parts = parts_of(rule);
  if (!parts) return other;
  const written = parts.get('UNTIL');
  const until = written === undefined ? '' : day_of_until(written);
  const known = ['FREQ', 'INTERVAL', 'BYDAY', 'UNTIL'];
  if (until === null || [...parts.keys()].some((name) => !known.includes(name))) return other;
  if (parts.get('FREQ') === 'WEEKLY') return weekly_of(parts, first_day, until) ?? other;
  if (parts.get('FREQ') === 'MONTHLY') return monthly_of(parts, until) ?? other;
  return other;
}

export function write_rule(repeat: Repeat): string {
  if (repeat.kind === 'once') return '';
  if (repeat.kind === 'other') return repeat.rule.trim();
  const days =
    repeat.kind === 'weekly'
      ? `FREQ=WEEKLY${repeat.interval > 1 ? `;INTERVAL=${repeat.interval}` : ''};BYDAY=${repeat.weekdays.map((day) => codes[day - 1]).join(',')}`
      : `FREQ=MONTHLY;BYDAY=${repeat.place}${codes[repeat.weekday - 1]}`;
  return repeat.until === '' ? days : `${days};UNTIL=${repeat.until.replaceAll('-', '')}`;
}
