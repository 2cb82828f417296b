// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { caps, find_oversized_cpp, find_oversized_ts } from './size_caps.ts';

const lines = (count: number): string => 'int x;\n'.repeat(count);

test('a C++ file of 400 lines passes and one of 401 does not', () => {
  expect(find_oversized_cpp('a.cpp', lines(caps.cpp_file))).toEqual([]);
  expect(find_oversized_cpp('a.cpp', lines(caps.cpp_file + 1))[0]?.message).toContain('401 lines, at most 400');
});

test('a function of 61 lines of code is named with its line', () => {
  const body = (count: number): string => `int first;\nvoid book() {\n${'    step();\n'.repeat(count)}}\n`;
  expect(find_oversized_cpp('a.cpp', body(58))).toEqual([]);
  const findings = find_oversized_cpp('a.cpp', body(59));
  expect(findings).toHaveLength(1);
  expect(findings[0]?.line).toBe(2);
  expect(findings[0]?.message).toContain('book has 61 lines');
});

test('a TypeScript file of 301 lines does not pass', () => {
  expect(find_oversized_ts('a.tsx', lines(caps.ts_file))).toEqual([]);
  expect(find_oversized_ts('a.tsx', lines(caps.ts_file + 1))).toHaveLength(1);
});
