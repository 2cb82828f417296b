// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { communes_of, is_served } from './reserved.ts';

const of = (...communes: string[]) => ({ communes });

test('a subject without communes is for everybody', () => {
  expect(communes_of([of(), of()])).toBeNull();
});

test('two subjects are for the people of both', () => {
  expect(communes_of([of('46038', '46029'), of(), of('46038')])).toEqual(['46038']);
  expect(communes_of([of('46029'), of('46038')])).toEqual([]);
});

test('an old commune counts as the one that it belongs to now', () => {
  const named = [{ name: 'Barguelonne-en-Quercy' }];
  expect(is_served({ code: '46013', part_of: 'Barguelonne-en-Quercy' }, ['46263'], named)).toBe(true);
  expect(is_served({ code: '46263' }, ['46263'], named)).toBe(true);
  expect(is_served({ code: '46042' }, ['46263'], named)).toBe(false);
});
