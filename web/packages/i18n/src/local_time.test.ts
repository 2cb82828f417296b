// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { add_days, hour_words, instant_of, local_of, minute_of, monday_of, moment_words, month_start, near_moment } from './local_time.ts';

const paris = 'Europe/Paris';

test('half past eight is half past eight on both sides of a change of clocks', () => {
  for (const day of ['2026-03-28', '2026-03-29', '2026-10-25', '2026-10-26']) {
    expect(local_of(instant_of({ day, minute: 510 }, paris), paris)).toEqual({ day, minute: 510 });
  }
});

test('the end of a day is the midnight after it', () => {
  expect(local_of(instant_of({ day: '2026-12-31', minute: 1440 }, paris), paris)).toEqual({ day: '2027-01-01', minute: 0 });
});

test('weeks begin on Monday, months on the first', () => {
  expect(monday_of('2026-03-01')).toBe('2026-02-23');
  expect(month_start('2026-01-31', 1)).toBe('2026-02-01');
  expect(add_days('2028-02-28', 1)).toBe('2028-02-29');
});

test('hours are said as people say them', () => {
  expect(hour_words(540, 'fr')).toBe('9\u00a0h');
  expect(hour_words(510, 'fr')).toBe('8\u00a0h\u00a030');
  expect(hour_words(510, 'en')).toBe('8:30');
  expect(minute_of('')).toBeNull();
  expect(minute_of('08:30')).toBe(510);
});

test('a moment is said by its day and hour, as people say them', () => {
  const moment = instant_of({ day: '2026-11-24', minute: 630 }, 'Europe/Paris');
  expect(moment_words(moment, 'Europe/Paris', 'fr')).toBe('mar. 24 novembre, 10\u00a0h\u00a030');
  expect(moment_words(moment, 'Europe/Paris', 'en')).toBe('Tue 24 November, 10:30');
});

test('what comes soon is said by its nearness, even across a change of clocks', () => {
  const said = (day: string, minute: number, language: 'fr' | 'en' = 'fr') => near_moment(instant_of({ day, minute }, paris), instant_of({ day: '2026-10-24', minute: 1430 }, paris), paris, language);
  expect(said('2026-10-24', 1435)).toMatchObject({ near: 'today', time: '23\u00a0h\u00a055' });
  expect(said('2026-10-25', 540)).toMatchObject({ near: 'tomorrow', time: '9\u00a0h' });
  expect(said('2026-10-27', 540)).toMatchObject({ near: 'other', day: 'mardi', time: '9\u00a0h' });
  expect(said('2026-10-27', 540, 'en')).toMatchObject({ near: 'other', day: 'Tuesday', time: '9:00' });
  expect(said('2026-10-30', 540)).toMatchObject({ near: 'other', day: 'vendredi' });
  expect(said('2026-10-31', 540)).toMatchObject({ near: 'other', day: 'samedi 31 octobre' });
  expect(said('2026-10-23', 540)).toMatchObject({ near: 'other', day: 'vendredi 23 octobre' });
});
