// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { day_after, local_time, spoken_day, spoken_hour, spoken_minute } from './spoken_time.ts';

test('hours are said as people say them', () => {
  expect(spoken_minute(540, 'fr')).toBe('9\u00a0h');
  expect(spoken_minute(750, 'fr')).toBe('12\u00a0h\u00a030');
  expect(spoken_minute(545, 'fr')).toBe('9\u00a0h\u00a005');
  expect(spoken_minute(545, 'en')).toBe('9:05');
});

test('days have their weekday and no year, and the first of a month is "1er"', () => {
  expect(spoken_day('2026-11-24', 'fr')).toBe('mardi 24 novembre');
  expect(spoken_day('2026-12-01', 'fr')).toBe('mardi 1er décembre');
  expect(spoken_day('2026-12-01', 'en')).toBe('Tuesday 1 December');
});

test('an instant has the hour of the network, on both sides of the change of clocks', () => {
  expect(spoken_hour(Date.UTC(2026, 9, 24, 7), 'fr', 'Europe/Paris')).toBe('9\u00a0h');
  expect(spoken_hour(Date.UTC(2026, 9, 26, 8), 'fr', 'Europe/Paris')).toBe('9\u00a0h');
  expect(local_time(Date.UTC(2026, 10, 24, 23, 30), 'Europe/Paris')).toEqual({ day: '2026-11-25', weekday: 3, minute: 30 });
  expect(local_time(Date.UTC(2026, 10, 24, 21, 0), 'Indian/Reunion').day).toBe('2026-11-25');
});

test('the day after the last of a month is the first of the next', () => {
  expect(day_after('2026-02-28', 1)).toBe('2026-03-01');
  expect(day_after('2026-03-01', -1)).toBe('2026-02-28');
});
