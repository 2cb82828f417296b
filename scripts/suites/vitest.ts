// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run_suite_program } from './run_suite_program.ts';
import { believe, type Counts, type Suite, type Surroundings } from './suite.ts';

interface Report {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

/** Counts Vitest's JSON report. A file that could not be loaded is one failure; a skipped test has not passed. */
export function count_report(report: Report, root: string): Counts {
  const counts: Counts = { passed: 0, failed: 0, failures: [] };
  const fail = (sentence: string): void => {
    counts.failed += 1;
    counts.failures.push(sentence);
  };
  for (const file of report.testResults) {
    const name = file.name.replace(`${root}/`, '');
    for (const { fullName, status } of file.assertionResults) {
      if (status === 'passed') counts.passed += 1;
      else fail(`${name}: ${fullName}: ${status}`);
    }
    const is_named = file.assertionResults.some((result) => result.status === 'failed');
    if (file.status === 'failed' && !is_named) fail(`${name}: ${(file.message ?? 'could not be loaded').split('\n')[0]}`);
  }
  return counts;
}

const most_lines_of_details = 120;

/** The part of Vitest's output that says why tests failed: messages, differences, places in the code. */
export function why_they_failed(log: string): string | undefined {
  const lines = log.replaceAll(/\u001B\[[\d;]*m/g, '').split('\n');
  const first = lines.findIndex((line) => /⎯ (Failed (Tests|Suites) \d+|Unhandled Errors?) ⎯/.test(line));
  return first < 0 ? undefined : lines.slice(first, first + most_lines_of_details).join('\n').trimEnd();
}

export async function run_vitest(name: string, parameters: string[], limit_s: number, surroundings: Surroundings): Promise<Counts> {
  const { root, results, env } = surroundings;
  const file = join(results, `${name}.json`);
  const log_file = join(results, `${name}.log`);
  rmSync(file, { force: true });
  const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const status = await run_suite_program(join(root, 'node_modules/.bin/node'), [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...parameters, ...output], {
    cwd: root,
    env,
    log_file,
    limit_s,
  });
  const nothing: Counts = { passed: 0, failed: 0, failures: [] };
  const counts = existsSync(file) ? count_report(JSON.parse(readFileSync(file, 'utf8')) as Report, root) : nothing;
  const believed = believe(counts, status, name);
  const details = believed.failed > 0 && existsSync(log_file) ? why_they_failed(readFileSync(log_file, 'utf8')) : undefined;
  return details === undefined ? believed : { ...believed, details };
}

export const vitest: Suite = {
  name: 'vitest',
  title: 'TypeScript: pages, packages, rules of scripts/check, test support',
  limit_s: 600,
  run(surroundings) {
    return run_vitest('vitest', [], this.limit_s, surroundings);
  },
};

export const api: Suite = {
  name: 'api',
  title: 'the real server through its HTTP and WebSocket interface',
  limit_s: 600,
  run(surroundings) {
    return run_vitest('api', ['--config', 'tests/vitest.api.ts'], this.limit_s, surroundings);
  },
};

export const e2e: Suite = {
  name: 'e2e',
  title: 'browser stories: real server, kiosk, scanner, printer, Chromium',
  limit_s: 2700,
  run(surroundings) {
    return run_vitest('e2e', ['--config', 'tests/vitest.e2e.ts'], this.limit_s, surroundings);
  },
};
