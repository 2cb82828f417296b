// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import type { ComingDay, OpeningPeriod } from '../wire.ts';
import { opening_at, week_of } from './opening.ts';

const zone = 'Europe/Paris';
const holiday = { fr: '11 novembre', en: '11 November' };
const morning = { from_minute: 540, to_minute: 720 };
const afternoon = { from_minute: 840, to_minute: 1020 };
/** From Tuesday 10 November 2026: a usual day, a public holiday, another usual day. */
const days: ComingDay[] = [
  { day: '2026-11-10', hours: [morning, afternoon] },
  { day: '2026-11-11', hours: [], reason: holiday },
  { day: '2026-11-12', hours: [morning] },
];
const at = (day: number, hour: number, shown = days) => opening_at(shown, Date.UTC(2026, 10, day, hour - 1), zone);

test('open until noon, then from two, then not before the day after the holiday', () => {
  expect(at(10, 8)).toEqual({ state: 'later_today', at: 540 });
  expect(at(10, 9)).toEqual({ state: 'open', until: 720 });
  expect(at(10, 12)).toEqual({ state: 'later_today', at: 840 });
  expect(at(10, 16)).toEqual({ state: 'open', until: 1020 });
  expect(at(10, 18)).toEqual({ state: 'another_day', day: '2026-11-12', ahead: 2, at: 540 });
});

test('on the holiday its name is told', () => {
  expect(at(11, 10)).toEqual({ state: 'another_day', day: '2026-11-12', ahead: 1, at: 540, why: holiday });
});

test('closed for all the days that are known', () => {
  expect(at(11, 10, days.slice(0, 2))).toEqual({ state: 'closed', why: holiday });
  expect(at(11, 10, [])).toEqual({ state: 'unknown' });
});

test('a page that stayed open over night goes by the new day', () => {
  expect(at(12, 9)).toEqual({ state: 'open', until: 720 });
});

test('days with the same hours are told together', () => {
  const day = (weekday: number): OpeningPeriod[] => [{ weekday, ...morning }];
  const hours = [...day(2), { weekday: 2, ...afternoon }, ...day(3), ...day(4), ...day(5), ...day(1)];
  expect(week_of(hours).map(({ from, to, periods }) => [from, to, periods.length])).toEqual([[1, 1, 1], [2, 2, 2], [3, 5, 1], [6, 7, 0]]);
});
