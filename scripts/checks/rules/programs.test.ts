// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { parse_program_findings } from './programs.ts';

test('a type error is found at its file and line', () => {
  const text = "web/apps/desk/src/Page.tsx(12,3): error TS2322: Type 'string' is not assignable to type 'number'.\n";
  expect(parse_program_findings(text, 'tsconfig.json')).toEqual([
    { file: 'web/apps/desk/src/Page.tsx', line: 12, message: "error TS2322: Type 'string' is not assignable to type 'number'." },
  ]);
});

test('a program that fails in its own words is quoted, never taken for success', () => {
  expect(parse_program_findings('en lacks desk.bell\n', 'catalogues')).toEqual([{ file: 'catalogues', message: 'en lacks desk.bell' }]);
  expect(parse_program_findings('', 'catalogues')).toHaveLength(1);
});
