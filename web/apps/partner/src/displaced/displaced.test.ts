// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { nearest } from './displaced.ts';

const slot = (starts_at: number) => ({ supply_id: 'x', starts_at, ends_at: starts_at + 1 });

test('somebody who lost their place is offered the slot nearest to the promised time', () => {
  expect(nearest([slot(10), slot(40), slot(90)], 50)?.starts_at).toBe(40);
  expect(nearest([], 50)).toBeUndefined();
});

test('of two slots as near, the later one is offered: nobody has to come sooner than they thought', () => {
  expect(nearest([slot(40), slot(60)], 50)?.starts_at).toBe(60);
});
