// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { new_ulid } from './ulid.ts';

test('the time of an id is readable in its first ten characters', () => {
  expect(new_ulid(0).slice(0, 10)).toBe('0000000000');
  expect(new_ulid(1_469_918_176_385).slice(0, 10)).toBe('01ARYZ6S41');
  expect(new_ulid(2 ** 48 - 1).slice(0, 10)).toBe('7ZZZZZZZZZ');
});

test('later ids sort after earlier ones', () => {
  expect(new_ulid(2) > new_ulid(1)).toBe(true);
});

test('ids of the same millisecond differ and keep to the alphabet', () => {
  const ids = Array.from({ length: 1000 }, () => new_ulid(5));
  expect(new Set(ids).size).toBe(1000);
  for (const id of ids) expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
});
