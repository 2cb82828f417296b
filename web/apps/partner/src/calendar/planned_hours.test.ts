// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { planned_in } from './planned_hours.ts';

const nine = Date.UTC(2026, 2, 4, 8);
const opening = (minutes: number, advisers: number, slot_minutes: number, walk_in_percent: number) => ({
  supply_id: 'S', leg: 0, day: '2026-03-04', from: nine, to: nine + minutes * 60_000, sites: [], slot_minutes, advisers, walk_in_percent,
});

test('two advisers for three hours are six hours and eighteen interviews of twenty minutes', () => {
  expect(planned_in([opening(180, 2, 20, 0)])).toEqual({ adviser_minutes: 360, slots: 18, kept_slots: 0 });
});

test('what is left over at the end is no interview, and the share of walk-ins is rounded in their favour', () => {
  expect(planned_in([opening(130, 1, 30, 25), opening(60, 1, 20, 50)])).toEqual({ adviser_minutes: 190, slots: 7, kept_slots: 3 });
});

test('nothing planned is nothing', () => {
  expect(planned_in([])).toEqual({ adviser_minutes: 0, slots: 0, kept_slots: 0 });
});
