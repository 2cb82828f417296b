// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { page_token } from './page_token.ts';

test('the token is behind the #, and missing when nobody gave one', () => {
  expect(page_token('#token=abc-DEF_1')).toBe('abc-DEF_1');
  expect(page_token('')).toBe('');
});
