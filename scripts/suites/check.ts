// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run_suite_program } from './run_suite_program.ts';
import { believe, type Counts, type Suite } from './suite.ts';

/** The lines of scripts/check that say what is broken. */
export function broken_rules(log: string): string[] {
  return log.split('\n').filter((line) => /^(FAIL|error:)/.test(line) || /^ {5}\S/.test(line));
}

export const check: Suite = {
  name: 'check',
  title: 'rules of the repository: formatting, layers, sizes, wire types, catalogues (clang-tidy takes minutes: scripts/check)',
  limit_s: 1200,
  async run({ root, results, env }) {
    const file = join(results, 'check.json');
    const log_file = join(results, 'check.log');
    rmSync(file, { force: true });
    const status = await run_suite_program(join(root, 'scripts/check'), ['--quick', '--json', file], { cwd: root, env, log_file, limit_s: this.limit_s });
    const failures = broken_rules(readFileSync(log_file, 'utf8'));
    const counted = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { passed: number; failed: number }) : undefined;
    const counts: Counts = { passed: counted?.passed ?? 0, failed: counted?.failed ?? 0, failures };
    return believe(counts, status, 'scripts/check');
  },
};
