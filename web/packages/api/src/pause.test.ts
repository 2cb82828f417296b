// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { pause_before_try } from './pause.ts';

const bounds = { shortest_pause_ms: 500, longest_pause_ms: 10_000 };

test('after a cut the next try comes within a second', () => {
  expect(pause_before_try(0, bounds, 0)).toBe(500);
  expect(pause_before_try(0, bounds, 1)).toBe(1000);
});

test('the bound doubles with each failure, up to the longest pause', () => {
  expect([0, 1, 2, 3, 4, 40].map((failures) => pause_before_try(failures, bounds, 1))).toEqual([1000, 2000, 4000, 8000, 10_000, 10_000]);
});

test('two pages that failed as often come back at different times', () => {
  expect(pause_before_try(3, bounds, 0.2)).not.toBe(pause_before_try(3, bounds, 0.7));
  expect(pause_before_try(40, bounds, 0)).toBe(500);
});
