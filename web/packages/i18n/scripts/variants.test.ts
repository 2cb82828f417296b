// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { variants_of } from './variants.ts';

test('a message is every sentence that its choices can make of it', () => {
  expect(variants_of('{door, select, home {De chez vous} other {Sur place}} à {time}.')).toEqual(['De chez vous à {time}.', 'Sur place à {time}.']);
});

test('a counted thing keeps its number as a placeholder, and exact numbers have a sentence of their own', () => {
  expect(variants_of('{papers, plural, =0 {Aucun papier.} one {# papier.} other {# papiers.}}')).toEqual([
    'Aucun papier.',
    '{papers} papier.',
    '{papers} papiers.',
  ]);
});

test('choices beside and inside one another are combined', () => {
  expect(variants_of('{a, select, x {{b, select, y {1} other {2}}} other {3}}{c, select, z {!} other {?}}')).toEqual(['1!', '1?', '2!', '2?', '3!', '3?']);
});

test('dates, times and numbers stay placeholders, and words inside a tag are words', () => {
  expect(variants_of('<b>Le {day, date, short}</b> : {count, number}')).toEqual(['Le {day} : {count}']);
});
