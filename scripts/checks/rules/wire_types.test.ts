// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { compare, first_difference } from './wire_types.ts';

test('a committed document that differs from the program’s is found at its first line', () => {
  expect(first_difference('a\nb\n', 'a\nc\n')).toBe(2);
  expect(first_difference('a\n', 'a\nb\n')).toBe(2);
  const findings = compare('openapi.json', '{"a":1}\n', '{"a":2}\n', 'what parvis openapi prints');
  expect(findings[0]?.message).toContain('npm run api:generate');
});

test('equal documents are in step', () => {
  expect(compare('openapi.json', '{"a":1}\n', '{"a":1}\n', 'what parvis openapi prints')).toEqual([]);
});
