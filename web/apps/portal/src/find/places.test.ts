// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import type { Counter } from '../directory.ts';
import type { PlaceView } from '../wire.ts';
import { around_counter, around_place, near_counters, spoken_place } from './places.ts';

function counter(commune: string, latitude: number, longitude: number): Counter {
  const place = { latitude_microdegrees: latitude * 1e6, longitude_microdegrees: longitude * 1e6 };
  return { site_id: commune, name: `Mairie de ${commune}`, commune, address: '1 place', telephone: '', hours: [], days: [], network: {} as Counter['network'], ...place };
}
function place(name: string, latitude: number, longitude: number, more: Partial<PlaceView> = {}): PlaceView {
  return { code: '46000', name, departement: '46', postcodes: [], latitude_microdegrees: latitude * 1e6, longitude_microdegrees: longitude * 1e6, is_rough: false, ...more };
}
const counters = [counter('Bretenoux', 44.915, 1.838), counter('Cahors', 44.449, 1.437), counter('Figeac', 44.608, 2.033)];

test('from a village without a counter the nearest one comes first, with its distance', () => {
  const near = near_counters(counters, around_place(counters, place('Cajarc', 44.485, 1.843)));
  expect(near.map(({ site, kilometres }) => [site.commune, Math.round(kilometres ?? -1)])).toEqual([['Figeac', 20], ['Cahors', 32], ['Bretenoux', 48]]);
});

test('a village with a counter is where its counter is, however roughly the table knows it', () => {
  const around = around_place(counters, place('Bretenoux', 44.95, 1.9, { is_rough: true }));
  expect(around).toMatchObject({ is_rough: false, counter: { commune: 'Bretenoux' } });
  expect(near_counters(counters, around)[0]).toMatchObject({ site: { commune: 'Bretenoux' }, kilometres: 0 });
});

test('a namesake far away is another village', () => {
  expect(around_place(counters, place('Bretenoux', 48.8, 2.3)).counter).toBeNull();
});

test('without an answer of the server the villages with a counter are still found', () => {
  expect(around_counter(counters, 'figac')?.name).toBe('Figeac');
  expect(around_counter(counters, 'Marseille')).toBeNull();
});

test('namesakes are told apart by their département', () => {
  expect(spoken_place(place('L’Isle-Jourdain', 0, 0, { departement: '86' }))).toBe('L’Isle-Jourdain (86)');
});
