// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { share_of, sum_of, use_by_site, use_by_supply, type Plan } from './capacity.ts';

const hour = 3_600_000;
const opening = (day: string) => ({ supply_id: 'a', leg: 0, day, from: 0, to: 3 * hour, sites: ['x', 'y'], slot_minutes: 20, advisers: 2, walk_in_percent: 50 });
const plan = {
  openings: [opening('2026-03-04'), opening('2026-03-11')],
  booked: [
    { supply_id: 'a', day: '2026-03-04', site_id: 'x', appointments: 5, missed: 2, minutes: 100 },
    { supply_id: 'a', day: '2026-03-04', appointments: 1, missed: 0, minutes: 20 },
    { supply_id: 'a', day: '2026-03-11', site_id: 'y', appointments: 4, missed: 0, minutes: 80 },
  ],
} as unknown as Plan;

test('used are the appointments that are booked or took place: who did not come used nothing', () => {
  const [line] = use_by_supply(plan, '2026-03-01', '2026-03-08');
  expect(line).toMatchObject({ slots: 18, kept_slots: 9, appointments: 4, missed: 2 });
});

test('the share is of what could be booked: places kept for walk-ins are not counted against it', () => {
  expect(share_of(use_by_supply(plan, '2026-03-01', '2026-03-08')[0] ?? sum_of([]))).toBeCloseTo(4 / 9);
  expect(share_of({ supply_id: '', slots: 8, kept_slots: 8, appointments: 0, missed: 0 })).toBeNull();
});

test('each site has its own; by telephone and from home they belong to none', () => {
  expect([...use_by_site(plan, '2026-03-01', '2026-03-31')]).toEqual([
    ['x', { appointments: 3, missed: 2 }],
    ['', { appointments: 1, missed: 0 }],
    ['y', { appointments: 4, missed: 0 }],
  ]);
});
