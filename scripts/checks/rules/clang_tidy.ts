// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import type { Finding, Rule } from '../rule.ts';
import { in_parallel, run_program } from '../run_program.ts';

/**
 * Reads clang-tidy's lines; one finding for each place and check, with paths from the repository root. What stands in
 * foreign headers is left out: clang 14 does not understand all of GCC's library that our compiler does.
 */
export function parse_tidy_output(root: string, output: string): Finding[] {
  const findings = new Map<string, Finding>();
  for (const match of output.matchAll(/^(\/.+?):(\d+):\d+: (?:warning|error): (.+)$/gm)) {
    const [, file = '', line = '0', message = ''] = match;
    const path = relative(root, file);
    if (path.startsWith('..')) continue;
    const finding = { file: path, line: Number(line), message };
    findings.set(`${finding.file}:${line}:${message}`, finding);
  }
  return [...findings.values()];
}

const file_limit_ms = 240_000;

/** On a machine of two cores a whole tree takes longer than one wants to wait for at each change. */
const budget_ms = Number(process.env.TIDY_BUDGET_S ?? '600') * 1000;

function compiled_files(root: string): Set<string> {
  const database = join(root, 'build/dev/compile_commands.json');
  if (!existsSync(database)) throw new Error('clang-tidy reads how files are compiled: run scripts/build dev first');
  const entries = JSON.parse(readFileSync(database, 'utf8')) as { file: string }[];
  return new Set(entries.map((entry) => relative(root, entry.file)));
}

export const clang_tidy: Rule = {
  name: 'clang_tidy',
  title: 'clang-tidy finds nothing in what changed lately (with --all: in the whole tree)',
  async run(repository, options) {
    const { root } = repository;
    const compiled = compiled_files(root);
    const wanted = options.all ? repository.files : repository.recent_files();
    const files = wanted.filter((path) => path.endsWith('.cpp') && compiled.has(path));
    const findings = new Map<string, Finding>();
    const end = Date.now() + budget_ms;
    let looked_at = 0;
    await in_parallel(files, availableParallelism(), async (file) => {
      if (!options.all && Date.now() > end) return;
      const result = await run_program('clang-tidy-14', ['-p', 'build/dev', '--quiet', file], { cwd: root, limit_ms: file_limit_ms });
      looked_at += 1;
      const found = parse_tidy_output(root, result.output);
      if (result.status !== 0 && result.output.trim() === '') {
        found.push({ file, message: `clang-tidy ended with ${result.status}: ${result.error_output.trim().slice(-300)}` });
      }
      for (const finding of found) findings.set(`${finding.file}:${finding.line}:${finding.message}`, finding);
    });
    const rest = files.length - looked_at;
    const left = rest > 0 ? `; ${rest} not reached in ${budget_ms / 1000} s, see them with --all` : '';
    return { findings: [...findings.values()], note: `${looked_at} of ${files.length} C++ files${left}` };
  },
};
