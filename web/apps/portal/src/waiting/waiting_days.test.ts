// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { code_in, days_to_wait, minutes_of } from './waiting_days.ts';

const zone = 'Europe/Paris';
const monday = Date.parse('2026-03-02T09:00:00Z');

test('whom the soonest place is too late for is told of earlier days alone', () => {
  expect(days_to_wait(Date.parse('2026-03-12T08:00:00Z'), monday, zone)).toEqual({ from: '2026-03-02', to: '2026-03-11' });
});

test('without a place one waits for a month', () => {
  expect(days_to_wait(null, monday, zone)).toEqual({ from: '2026-03-02', to: '2026-04-01' });
});

test('nobody waits for a place that is sooner than tomorrow', () => {
  expect(days_to_wait(Date.parse('2026-03-02T15:00:00Z'), monday, zone)).toBeNull();
  expect(days_to_wait(Date.parse('2026-03-03T08:00:00Z'), monday, zone)).toBeNull();
  expect(days_to_wait(Date.parse('2026-03-04T08:00:00Z'), monday, zone)).toEqual({ from: '2026-03-02', to: '2026-03-03' });
});

test('the day of a place is that of the network, not of the telephone', () => {
  expect(days_to_wait(Date.parse('2026-03-11T23:30:00Z'), monday, zone)?.to).toBe('2026-03-11');
});

test('mornings end where afternoons begin', () => {
  expect(minutes_of('morning').to_minute).toBe(minutes_of('afternoon').from_minute);
  expect(minutes_of('any')).toEqual({});
});

test('only what looks like a code is taken from behind the #', () => {
  expect(code_in('#K7MF4-PXA9C')).toBe('K7MF4-PXA9C');
  expect(code_in('#k7mf4%20pxa9c')).toBe('k7mf4 pxa9c');
  expect(code_in('#main')).toBeNull();
  expect(code_in('')).toBeNull();
});
