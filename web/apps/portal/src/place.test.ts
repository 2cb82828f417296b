// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { address_of, place_of, type Place } from './place.ts';

test.each<Place>([
  { view: 'find' },
  { view: 'site', site: '01A' },
  { view: 'subject', site: '01A', subject: 'family' },
  { view: 'times', site: '01A', motives: ['01M', '01N'] },
  { view: 'form', site: '01A', motives: ['01M'] },
  { view: 'mine' },
  { view: 'move' },
  { view: 'poster', site: '01A', paper: 'a3' },
  { view: 'share', site: '01A' },
])('a place is found again by its address: $view', (place) => {
  expect(place_of(new URL(address_of(place), 'https://parvis.example').search)).toEqual(place);
});

test('an address that means nothing leads to the search', () => {
  expect(place_of('?poster=a4')).toEqual({ view: 'find' });
  expect(place_of('?site=')).toEqual({ view: 'find' });
  expect(place_of('?site=01A&poster=a0')).toEqual({ view: 'site', site: '01A' });
});
