// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { clock_duration, day, day_and_time, time_of_day, weekday_name } from './dates.ts';

const winter = Date.UTC(2026, 10, 24, 13, 5);
const summer = Date.UTC(2026, 6, 14, 13, 5);

test('an instant is read on the clocks of Paris, in winter and in summer', () => {
  expect(time_of_day(winter, 'fr')).toBe('14:05');
  expect(time_of_day(summer, 'fr')).toBe('15:05');
  expect(time_of_day(winter, 'en')).toBe('14:05');
});

test('a network elsewhere has its own clock', () => {
  expect(time_of_day(winter, 'fr', 'Indian/Reunion')).toBe('17:05');
});

test('days are written out in both languages', () => {
  expect(day(winter, 'fr')).toBe('mardi 24 novembre 2026');
  expect(day(winter, 'en').replace(',', '')).toBe('Tuesday 24 November 2026');
  expect(day_and_time(winter, 'fr').replace(',', '')).toBe('24/11/2026 14:05');
});

test('the evening before a day in Paris belongs to that day', () => {
  expect(day(Date.UTC(2026, 10, 23, 23, 30), 'fr')).toBe('mardi 24 novembre 2026');
});

test('weekdays count from Monday', () => {
  expect([1, 7].map((weekday) => weekday_name(weekday, 'fr'))).toEqual(['lundi', 'dimanche']);
  expect(weekday_name(3, 'en')).toBe('Wednesday');
});

test.each([
  [0, '0:00'],
  [187_900, '3:07'],
  [3_600_000, '1:00:00'],
  [-5, '0:00'],
])('%i ms have lasted %s', (duration, text) => {
  expect(clock_duration(duration)).toBe(text);
});
