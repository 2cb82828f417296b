// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import type { Proposal, Slot } from '../wire.ts';
import { best_of_each, days_of, door_of, offers_both_from_home, other_ways } from './days.ts';

const zone = 'Europe/Paris';
const slot = (day: number, hour: number, supply_id = 'A'): Slot => {
  const starts_at = Date.UTC(2026, 10, day, hour - 1);
  return { supply_id, starts_at, ends_at: starts_at + 1_200_000 };
};
const proposal = (kind: Proposal['kind'], doors: Proposal['doors'], starts_at = 0): Proposal => ({ kind, doors, starts_at, ends_at: 1, supply_id: 'A', metres: 0 });

test('slots stand under their day, morning and afternoon apart', () => {
  const days = days_of([slot(25, 9), slot(24, 14), slot(24, 9)], zone);
  expect(days.map(({ day, morning, afternoon }) => [day, morning.length, afternoon.length])).toEqual([['2026-11-24', 1, 1], ['2026-11-25', 1, 0]]);
});

test('an hour that two supplies offer is shown once', () => {
  expect(days_of([slot(24, 9, 'A'), slot(24, 9, 'B')], zone)[0]?.morning).toHaveLength(1);
});

test('midnight in the network begins its day', () => {
  expect(days_of([{ supply_id: 'A', starts_at: Date.UTC(2026, 10, 23, 23, 30), ends_at: 0 }], zone)[0]?.day).toBe('2026-11-24');
});

test('the three ways are always told, also where there is no place', () => {
  const ways = best_of_each([proposal('remote', ['telephone'], 5), proposal('here', ['kiosk'], 7), proposal('here', ['kiosk'], 9)]);
  expect(ways.map(({ kind, best }) => [kind, best?.starts_at ?? null])).toEqual([['here', 7], ['nearby', null], ['remote', 5]]);
});

test('from home one is called on the telephone; at a counter one sits in front of the kiosk', () => {
  expect(door_of(proposal('remote', ['home', 'telephone']))).toBe('telephone');
  expect(door_of(proposal('remote', ['home']))).toBe('home');
  expect(door_of(proposal('nearby', ['kiosk', 'on_site']))).toBe('kiosk');
});

test('who has a camera may choose the screen where both are offered from home, and nowhere else', () => {
  expect(offers_both_from_home(proposal('remote', ['telephone', 'home']))).toBe(true);
  expect(offers_both_from_home(proposal('remote', ['telephone']))).toBe(false);
  expect(offers_both_from_home(proposal('here', ['kiosk']))).toBe(false);
});

test('there are always three ways, however poor the network', () => {
  const site = { site_id: 'S', name: 'Cyber-base', commune: 'Latronquière' };
  const near = { site, from: 1, to: 2, metres: 9000 };
  const nothing = { proposals: [], windows: [], nearby_windows: [] };
  const names = (found: Parameters<typeof other_ways>[0], may_wait: boolean) => other_ways(found, may_wait).map((one) => (one.way === 'window' ? (one.site?.name ?? 'here') : one.way));
  expect(names(nothing, false)).toEqual(['reception', 'call', 'elsewhere']);
  expect(names(nothing, true)).toEqual(['waiting', 'reception', 'call']);
  expect(names({ ...nothing, windows: [{ from: 1, to: 2 }, { from: 3, to: 4 }], nearby_windows: [near] }, true)).toEqual(['here', 'Cyber-base', 'waiting']);
  expect(names({ ...nothing, proposals: [proposal('remote', ['telephone'])], nearby_windows: [near] }, false)).toEqual(['Cyber-base', 'reception']);
  expect(names({ ...nothing, in_person: proposal('here', ['on_site']) }, false)).toEqual(['reception', 'call']);
  expect(names({ ...nothing, in_person: proposal('here', ['on_site']), proposals: [proposal('here', ['kiosk']), proposal('nearby', ['kiosk']), proposal('remote', ['home'])] }, true)).toEqual([]);
  expect(names({ ...nothing, proposals: [proposal('here', ['kiosk']), proposal('nearby', ['kiosk']), proposal('remote', ['home'])] }, true)).toEqual([]);
});
