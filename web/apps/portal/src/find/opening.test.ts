// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import type { OpeningPeriod } from '../wire.ts';
import { opening_at, week_of } from './opening.ts';

const weekdays = [1, 2, 3, 4, 5];
const mornings: OpeningPeriod[] = weekdays.map((weekday) => ({ weekday, from_minute: 510, to_minute: 750 }));
const hours = [...mornings, { weekday: 2, from_minute: 840, to_minute: 1020 }];
/** Tuesday 24 November 2026, in Paris. */
const tuesday = (hour: number, minute = 0) => Date.UTC(2026, 10, 24, hour - 1, minute);
const at = (instant: number) => opening_at(hours, instant, 'Europe/Paris');

test('it is open until noon, closed over lunch, open again in the afternoon', () => {
  expect(at(tuesday(9))).toEqual({ state: 'open', until: 750 });
  expect(at(tuesday(12, 29))).toEqual({ state: 'open', until: 750 });
  expect(at(tuesday(12, 30))).toEqual({ state: 'later_today', at: 840 });
  expect(at(tuesday(15))).toEqual({ state: 'open', until: 1020 });
});

test('in the evening the next day is named, on Saturday Monday', () => {
  expect(at(tuesday(18))).toEqual({ state: 'another_day', weekday: 3, at: 510 });
  expect(at(Date.UTC(2026, 10, 28, 9))).toEqual({ state: 'another_day', weekday: 1, at: 510 });
});

test('open once a week: after closing it is the same day of next week', () => {
  expect(opening_at([{ weekday: 2, from_minute: 540, to_minute: 600 }], tuesday(11), 'Europe/Paris')).toEqual({ state: 'another_day', weekday: 2, at: 540 });
});

test('without hours nothing is claimed', () => {
  expect(opening_at([], tuesday(9), 'Europe/Paris')).toEqual({ state: 'unknown' });
});

test('days with the same hours are told together', () => {
  expect(week_of(hours).map(({ from, to, periods }) => [from, to, periods.length])).toEqual([[1, 1, 1], [2, 2, 2], [3, 5, 1], [6, 7, 0]]);
});
