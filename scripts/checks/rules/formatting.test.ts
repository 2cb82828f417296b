// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Repository } from '../repository.ts';
import { run_program } from '../run_program.ts';
import { formatting, parse_format_warnings } from './formatting.ts';

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parvis-check-'));
  await run_program('git', ['init', '-q', folder], { cwd: folder, limit_ms: 10_000 });
  writeFileSync(join(folder, '.clang-format'), 'BasedOnStyle: LLVM\nIndentWidth: 4\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a badly formatted file is found and a good one is not', async () => {
  writeFileSync(join(folder, 'bad.cpp'), 'int  main( ){return 0;}\n');
  writeFileSync(join(folder, 'good.cpp'), 'int main() { return 0; }\n');
  const { findings } = await formatting.run(new Repository(folder), { all: false });
  expect(findings.map((finding) => finding.file)).toEqual(['bad.cpp']);
});

test('several warnings in one file are one finding', () => {
  const text = 'a.cpp:3:4: warning: code should be clang-formatted\na.cpp:9:1: warning: code should be clang-formatted\n';
  expect(parse_format_warnings(text)).toEqual([{ file: 'a.cpp', line: 3, message: 'not formatted: run clang-format-14 -i a.cpp' }]);
});
