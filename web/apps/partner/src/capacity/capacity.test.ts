// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { share_of, sum_of, use_by_site, use_by_supply, walk_ins_by_site, type Plan } from './capacity.ts';

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

test('those who needed no ticket are added up for each site', () => {
  const day = (site_id: string, solved_here: number, in_person: number) => ({ site_id, solved_here, in_person });
  expect([...walk_ins_by_site([day('x', 2, 0), day('y', 0, 1), day('x', 1, 1)])]).toEqual([
    ['x', { solved_here: 3, in_person: 1 }],
    ['y', { solved_here: 0, in_person: 1 }],
  ]);
});
