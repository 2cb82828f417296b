// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { start_postgres } from '../../tests/support/postgres.ts';
import { run_suite_program } from './run_suite_program.ts';
import { believe, type Counts, type Suite } from './suite.ts';

const entities: Record<string, string> = { quot: '"', apos: "'", lt: '<', gt: '>', amp: '&' };

function plain(text: string): string {
  return text.replace(/&(quot|apos|lt|gt|amp);/g, (all, name: string) => entities[name] ?? all);
}

/** Counts the test cases of ctest's JUnit file. A test that was skipped has not passed: everything it needs is here. */
export function count_junit(xml: string): Counts {
  const counts: Counts = { passed: 0, failed: 0, failures: [] };
  for (const found of xml.matchAll(/<testcase\b([^>]*?)(\/>|>)/g)) {
    const attribute = (name: string): string => plain(new RegExp(`\\b${name}="([^"]*)"`).exec(found[1] ?? '')?.[1] ?? '');
    const status = attribute('status');
    if (status === 'run') {
      counts.passed += 1;
    } else {
      counts.failed += 1;
      counts.failures.push(`${attribute('name')}: ${status === 'fail' ? 'failed' : `not run (${status})`}`);
    }
  }
  return counts;
}

/** Store tests run on both databases; a build that lost those of PostgreSQL would look green without this. */
export function require_both_databases(counts: Counts, xml: string): Counts {
  if (/<testcase\b[^>]*name="EachDatabase\/[^"]*\/postgresql\b/.test(xml)) return counts;
  return { ...counts, failed: counts.failed + 1, failures: [...counts.failures, 'no store test ran on PostgreSQL'] };
}

/** CTest keeps the list of a program's tests until the program changes, also one that was made where no PostgreSQL ran. */
function forget_listed_store_tests(build: string): void {
  for (const file of readdirSync(build, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('[1]_tests.cmake') && readFileSync(join(build, file), 'utf8').includes('EachDatabase/')) rmSync(join(build, file));
  }
}

export const ctest: Suite = {
  name: 'ctest',
  title: 'C++: rules, services, stores on both databases, platform',
  limit_s: 900,
  async run({ root, results, env }) {
    const junit = join(results, 'ctest.xml');
    rmSync(junit, { force: true });
    forget_listed_store_tests(join(root, 'build/dev'));
    const postgres = await start_postgres();
    try {
      const width = String(availableParallelism());
      const parameters = ['--test-dir', 'build/dev', '--output-junit', junit, '--output-on-failure', '-j', width];
      const status = await run_suite_program('ctest', parameters, {
        cwd: root,
        env: { ...env, PARVIS_TEST_POSTGRESQL: postgres.url },
        log_file: join(results, 'ctest.log'),
        limit_s: this.limit_s,
      });
      const xml = existsSync(junit) ? readFileSync(junit, 'utf8') : '';
      return require_both_databases(believe(count_junit(xml), status, 'ctest'), xml);
    } finally {
      await postgres.stop();
    }
  },
};
