// SPDX-License-Identifier: EUPL-1.2
import { availableParallelism } from 'node:os';
import type { Finding, Rule } from '../rule.ts';
import { in_parallel, run_program } from '../run_program.ts';

/** Reads what `clang-format --dry-run` says on its error output. Only the first line of each file is kept. */
export function parse_format_warnings(text: string): Finding[] {
  const first_of_file = new Map<string, number>();
  for (const match of text.matchAll(/^(.+?):(\d+):\d+: (?:warning|error): /gm)) {
    const [, file, line] = match;
    if (file !== undefined && !first_of_file.has(file)) first_of_file.set(file, Number(line));
  }
  return [...first_of_file].map(([file, line]) => ({ file, line, message: `not formatted: run clang-format-14 -i ${file}` }));
}

const files_per_run = 40;

export const formatting: Rule = {
  name: 'formatting',
  title: 'C++ is formatted by .clang-format',
  async run(repository) {
    const files = repository.cpp_files();
    const batches = Array.from({ length: Math.ceil(files.length / files_per_run) }, (_, index) =>
      files.slice(index * files_per_run, (index + 1) * files_per_run),
    );
    const findings: Finding[] = [];
    await in_parallel(batches, availableParallelism(), async (batch) => {
      const result = await run_program('clang-format-14', ['--dry-run', ...batch], { cwd: repository.root, limit_ms: 120_000 });
      const found = parse_format_warnings(result.error_output);
      if (result.status !== 0 && found.length === 0) throw new Error(`clang-format-14: ${result.error_output}`);
      findings.push(...found);
    });
    return { findings, note: `${files.length} C++ files` };
  },
};
