// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Repository } from '../repository.ts';
import { run_program } from '../run_program.ts';
import { clang_tidy, parse_tidy_output } from './clang_tidy.ts';

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parvis-tidy-'));
  await run_program('git', ['init', '-q', folder], { cwd: folder, limit_ms: 10_000 });
  writeFileSync(join(folder, '.clang-tidy'), readFileSync(join(import.meta.dirname, '../../../.clang-tidy')));
  mkdirSync(join(folder, 'build/dev'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

async function tidy(source: string): Promise<string[]> {
  writeFileSync(join(folder, 'kiosk.cpp'), source);
  const command = { directory: folder, file: join(folder, 'kiosk.cpp'), command: 'c++ -std=c++20 -c kiosk.cpp' };
  writeFileSync(join(folder, 'build/dev/compile_commands.json'), JSON.stringify([command]));
  const { findings } = await clang_tidy.run(new Repository(folder), { all: false });
  return findings.map((finding) => `${finding.file}:${finding.line} ${finding.message}`);
}

test('a name of another style is found, and our style passes', { timeout: 60_000 }, async () => {
  const good = 'class KioskQueue {\n  public:\n    int waiting_count() const { return waiting_; }\n\n  private:\n    int waiting_ = 0;\n};\n';
  expect(await tidy(good)).toEqual([]);
  const bad = await tidy(good.replaceAll('waiting_count', 'waitingCount'));
  expect(bad).toHaveLength(1);
  expect(bad[0]).toContain("kiosk.cpp:3 invalid case style for method 'waitingCount'");
});

test('the same warning from two files that include a header is one finding', () => {
  const line = '/r/platform/a.hpp:3:5: error: x [bugprone-y,-warnings-as-errors]\n';
  expect(parse_tidy_output('/r', line + line)).toHaveLength(1);
});

test('what clang does not understand in a header of the system is not a finding about ours', () => {
  const line = '/usr/include/c++/12/vector:3:5: error: incomplete type [clang-diagnostic-error]\n';
  expect(parse_tidy_output('/r', line)).toEqual([]);
});
