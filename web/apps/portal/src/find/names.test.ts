// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { folded, localities_meant, slips } from './names.ts';

const known = [
  { name: 'Bretenoux', postcodes: ['46130'] },
  { name: 'Biars-sur-Cère', postcodes: ['46130'] },
  { name: 'L’Isle-Jourdain', postcodes: ['86150'] },
  { name: 'Saint-Savin', postcodes: ['86310'] },
  { name: 'Châlus', postcodes: ['87230'] },
  { name: 'Cahors', postcodes: ['46000'] },
  { name: 'Assier', postcodes: ['46320'] },
];
const meant = (typed: string) => localities_meant(typed, known).map(({ name }) => name);

test('accents, hyphens, capitals and apostrophes do not matter', () => {
  expect(folded('L’Isle-Jourdain')).toBe('l isle jourdain');
  expect(meant('chalus')).toEqual(['Châlus']);
  expect(meant('BIARS SUR CERE')).toEqual(['Biars-sur-Cère']);
  expect(meant('isle jourdain')).toEqual(['L’Isle-Jourdain']);
  expect(meant("l'isle")).toEqual(['L’Isle-Jourdain']);
});

test('"St" is "Saint"', () => {
  expect(meant('st savin')).toEqual(['Saint-Savin']);
});

test('a slip of the finger does not matter', () => {
  expect(meant('Bretenou')).toEqual(['Bretenoux']);
  expect(meant('Bretnoux')).toEqual(['Bretenoux']);
  expect(meant('Brettenoux')).toEqual(['Bretenoux']);
  expect(meant('Berteno')).toEqual(['Bretenoux']);
  expect(meant('Asier')).toEqual(['Assier']);
});

test('a postcode, or its first figures, finds all its villages', () => {
  expect(meant('46130')).toEqual(['Bretenoux', 'Biars-sur-Cère']);
  expect(meant('46 13')).toEqual(['Bretenoux', 'Biars-sur-Cère']);
  expect(meant('75001')).toEqual([]);
});

test('what is no village near here finds nothing, nor does a single letter', () => {
  expect(meant('Marseille')).toEqual([]);
  expect(meant('b')).toEqual([]);
});

test('two letters changed over are one slip', () => {
  expect(slips('brteenoux', 'bretenoux', 2)).toBe(1);
  expect(slips('abc', 'xyz', 2)).toBe(3);
});
