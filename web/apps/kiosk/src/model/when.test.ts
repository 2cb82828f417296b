// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { body_name, hours_lines, said_minute, when } from './when.ts';

const zone = 'Europe/Paris';
const at = (text: string) => Date.parse(text);
/** A Tuesday, 10:00 in Paris. */
const now = at('2026-11-24T09:00:00Z');

describe('an opening to come', () => {
  test.each([
    ['2026-11-24T13:00:00Z', { key: 'kiosk.when.today', time: '14 h' }],
    ['2026-11-25T08:30:00Z', { key: 'kiosk.when.tomorrow', time: '9 h 30' }],
    ['2026-11-26T08:00:00Z', { key: 'kiosk.when.weekday', weekday: 'jeudi', time: '9 h' }],
    ['2026-11-30T08:00:00Z', { key: 'kiosk.when.weekday', weekday: 'lundi', time: '9 h' }],
    ['2026-12-01T08:00:00Z', { key: 'kiosk.when.date', date: '1 décembre', time: '9 h' }],
  ])('%s is said as people say it', (instant, said) => {
    expect(when(at(instant), now, 'fr', zone)).toEqual(said);
  });

  test('midnight of the place decides what tomorrow is, not that of the machine', () => {
    expect(when(at('2026-11-24T23:30:00Z'), now, 'fr', zone)).toEqual({ key: 'kiosk.when.tomorrow', time: '0 h 30' });
  });

  test('English has its own clock', () => {
    expect(when(at('2026-11-24T13:00:00Z'), now, 'en', zone)).toEqual({ key: 'kiosk.when.today', time: '14:00' });
  });
});

describe('opening hours', () => {
  const morning = (weekday: number) => ({ weekday, from_minute: 540, to_minute: 720 });

  test('neighbouring days with the same hours share a line, and a closed day parts them', () => {
    const lines = hours_lines([morning(1), morning(2), morning(4), { weekday: 4, from_minute: 840, to_minute: 1020 }, morning(6)]);
    expect(lines.map(({ first, last, periods }) => [first, last, periods.length])).toEqual([[1, 2, 1], [4, 4, 2], [6, 6, 1]]);
  });

  test('minutes since midnight become hours', () => {
    expect([said_minute(540, 'fr'), said_minute(1050, 'fr'), said_minute(545, 'en')]).toEqual(['9 h', '17 h 30', '9:05']);
  });
});

describe('the name of a body', () => {
  test('an acronym never stands without its meaning', () => {
    expect(body_name({ acronym: 'CAF', name: { fr: 'Caisse d’allocations familiales', en: '' } }, 'fr')).toBe('Caisse d’allocations familiales (CAF)');
  });

  test('a name that already holds the acronym is not said twice', () => {
    expect(body_name({ acronym: 'France Travail', name: { fr: 'France Travail, l’emploi', en: '' } }, 'fr')).toBe('France Travail, l’emploi');
  });
});
