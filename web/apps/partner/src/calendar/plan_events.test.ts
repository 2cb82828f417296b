// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { booked_on, holidays_of, shown_hours, type Plan } from './plan_events.ts';

const hour = 3_600_000;
const nine = Date.UTC(2026, 2, 4, 8); // 9:00 in Paris
const plan: Plan = {
  from_day: '2026-03-02',
  to_day: '2026-03-08',
  time_zone: 'Europe/Paris',
  openings: [{ supply_id: 'S', leg: 0, day: '2026-03-04', from: nine, to: nine + 11 * hour, sites: [], slot_minutes: 20, advisers: 1, walk_in_percent: 0 }],
  supplies: [],
  closures: [],
  holidays: [
    { region: 'metropole', holidays: [{ day: '2026-03-05', name: { fr: 'Fête', en: 'Feast' } }] },
    { region: 'mayotte', holidays: [{ day: '2026-03-05', name: { fr: 'Fête', en: 'Feast' } }, { day: '2026-03-05', name: { fr: 'Autre', en: 'Other' } }] },
  ],
  booked: [
    { supply_id: 'S', day: '2026-03-04', site_id: 'x', appointments: 2, missed: 0, minutes: 40 },
    { supply_id: 'S', day: '2026-03-04', site_id: 'y', appointments: 1, missed: 0, minutes: 20 },
    { supply_id: 'T', day: '2026-03-06', appointments: 2, missed: 1, minutes: 40 },
  ],
};

test('appointments of a day are those of all its places', () => {
  expect(booked_on(plan, 'S', '2026-03-04')).toBe(3);
  expect(booked_on(plan, 'T', '2026-03-04')).toBe(0);
});

test('a holiday of several regions is named once', () => {
  expect(holidays_of(plan, 'fr')).toEqual(new Map([['2026-03-05', 'Fête, Autre']]));
});

test('the grid begins at eight or earlier and ends when the last adviser leaves', () => {
  expect(shown_hours(plan)).toEqual({ from: 8, to: 20 });
});
