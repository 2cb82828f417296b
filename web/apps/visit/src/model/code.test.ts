// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { code_in } from './code.ts';

test('the code of a link is read as it is printed, or as somebody typed it', () => {
  expect(code_in('#K7MF4-PXA9C')).toBe('K7MF4-PXA9C');
  expect(code_in('#k7mf4%20pxa9c')).toBe('k7mf4 pxa9c');
});

test('a link inside the page, nothing, and what cannot be read are no code', () => {
  for (const fragment of ['', '#', '#main', '#%E0%A4%A']) expect(code_in(fragment)).toBeNull();
});
