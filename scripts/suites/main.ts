// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { check } from './check.ts';
import { ctest } from './ctest.ts';
import { add_counts, type Counts, type Suite, type Surroundings } from './suite.ts';
import { api, e2e, vitest } from './vitest.ts';

const suites: Suite[] = [vitest, ctest, api, e2e, check];
const shown_failures = 25;

async function run_believably(suite: Suite, surroundings: Surroundings): Promise<Counts> {
  try {
    return await suite.run(surroundings);
  } catch (error) {
    return { passed: 0, failed: 1, failures: [`could not run: ${error instanceof Error ? error.message : String(error)}`] };
  }
}

function show_failures(suite: Suite, counts: Counts, results: string): void {
  if (counts.failed === 0) return;
  for (const failure of counts.failures.slice(0, shown_failures)) console.log(`     ${failure}`);
  const hidden = counts.failures.length - shown_failures;
  if (hidden > 0) console.log(`     ... and ${hidden} more`);
  if (counts.details !== undefined) console.log(counts.details.replaceAll(/^/gm, '     | '));
  console.log(`     whole output: ${join(results, `${suite.name}.log`)}`);
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const chosen = values.only === undefined ? suites : suites.filter((suite) => suite.name === values.only);
  const root = join(import.meta.dirname, '../..');
  const results = join(root, 'build/test');
  mkdirSync(results, { recursive: true });
  const env = { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH ?? ''}`, TEST_PRESET: 'dev' };
  const outcomes: { suite: Suite; counts: Counts; seconds: number }[] = [];
  for (const suite of chosen) {
    console.log(`-- ${suite.name}: ${suite.title} ...`);
    const started = Date.now();
    const counts = await run_believably(suite, { root, results, env });
    const seconds = Math.round((Date.now() - started) / 1000);
    outcomes.push({ suite, counts, seconds });
    console.log(`   ${suite.name}: ${counts.passed} good, ${counts.failed} bad, ${seconds} s`);
    show_failures(suite, counts, results);
  }
  console.log(`\n${'suite'.padEnd(10)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'seconds'.padStart(9)}`);
  for (const { suite, counts, seconds } of outcomes) {
    const cells = [counts.passed, counts.failed].map((count) => String(count).padStart(8)).join('');
    console.log(`${suite.name.padEnd(10)}${cells}${String(seconds).padStart(9)}`);
  }
  const { passed, failed } = add_counts(outcomes.map((outcome) => outcome.counts));
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main();
