// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import type { PublicSite } from '../wire.ts';
import { kilometres, nearest_first } from './distance.ts';

function site(name: string, latitude?: number, longitude?: number): PublicSite {
  const position = latitude === undefined || longitude === undefined ? {} : { latitude_microdegrees: latitude * 1e6, longitude_microdegrees: longitude * 1e6 };
  return { site_id: name, name, commune: name, address: '', telephone: '', hours: [], days: [], ...position };
}

test('from Bretenoux to Gourdon it is about 41 km as the crow flies', () => {
  expect(kilometres({ latitude: 44.9147, longitude: 1.8381 }, { latitude: 44.7375, longitude: 1.3836 })).toBeCloseTo(40.9, 0);
});

test('the nearest counter comes first, one whose place is not known last', () => {
  const sites = [site('Gourdon', 44.7375, 1.3836), site('Somewhere'), site('Assier', 44.6757, 1.8797)];
  const near = nearest_first(sites, { latitude: 44.6, longitude: 1.9 });
  expect(near.map((one) => one.site.name)).toEqual(['Assier', 'Gourdon', 'Somewhere']);
  expect(near[2]?.kilometres).toBeNull();
});
