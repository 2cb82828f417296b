// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { minutes_left, time_kept_ms } from './time_kept.ts';

const now = Date.UTC(2026, 10, 22, 8);

test('the place is kept until the server says', () => {
  expect(time_kept_ms(now + 240_000, now)).toBe(240_000);
});

test('a telephone whose clock is wrong has the five minutes too', () => {
  expect(time_kept_ms(now - 3_600_000, now)).toBe(300_000);
  expect(time_kept_ms(now + 3_600_000, now)).toBe(300_000);
});

test('minutes are counted, not seconds', () => {
  expect([300_000, 240_001, 60_000, 1, 0, -5].map(minutes_left)).toEqual([5, 5, 1, 1, 0, 0]);
});
