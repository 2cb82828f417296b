// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { broken_rules } from './check.ts';
import { count_junit, require_both_databases } from './ctest.ts';
import { believe } from './suite.ts';
import { count_report, why_they_failed } from './vitest.ts';

test('test cases of ctest are counted by their status', () => {
  const xml = `<testsuite tests="3"><testcase name="Queue.calls_nobody_twice" classname="a" status="run"/>
    <testcase name="Queue.is_&quot;fair&quot;" status="fail"><failure message=""/></testcase>
    <testcase name="Store.on_postgresql" status="notrun"><skipped message=""/></testcase></testsuite>`;
  const counts = count_junit(xml);
  expect(counts.passed).toBe(1);
  expect(counts.failures).toEqual(['Queue.is_"fair": failed', 'Store.on_postgresql: not run (notrun)']);
});

test('a run without a store test on PostgreSQL has failed', () => {
  const both = '<testcase name="EachDatabase/Store.keeps/postgresql  # GetParam() = 4-byte object" status="run"/>';
  const counts = { passed: 1, failed: 0, failures: [] };
  expect(require_both_databases(counts, both).failed).toBe(0);
  expect(require_both_databases(counts, both.replace('postgresql', 'sqlite')).failed).toBe(1);
});

test('a test file that cannot be loaded counts as a failure', () => {
  const report = {
    testResults: [
      { name: '/r/a.test.ts', status: 'failed', message: 'Cannot find module b\n at', assertionResults: [] },
      { name: '/r/c.test.ts', status: 'passed', assertionResults: [{ fullName: 'adds', status: 'passed' }] },
      { name: '/r/d.test.ts', status: 'passed', assertionResults: [{ fullName: 'waits', status: 'skipped' }] },
    ],
  };
  const counts = count_report(report, '/r');
  expect(counts).toEqual({ passed: 1, failed: 2, failures: ['a.test.ts: Cannot find module b', 'd.test.ts: waits: skipped'] });
});

test('whoever reads a failed run sees why, without its log', () => {
  const log = ' ✓ a.test.ts\n\u001B[31m⎯⎯⎯\u001B[39m Failed Tests 1 \u001B[31m⎯⎯⎯\u001B[39m\n FAIL  b.test.ts > waits\n\u001B[31mAssertionError: late\u001B[39m\n';
  expect(why_they_failed(log)).toBe('⎯⎯⎯ Failed Tests 1 ⎯⎯⎯\n FAIL  b.test.ts > waits\nAssertionError: late');
  expect(why_they_failed(' ✓ a.test.ts\n')).toBeUndefined();
});

test('a suite that ran nothing or crashed has failed', () => {
  expect(believe({ passed: 0, failed: 0, failures: [] }, 0, 'e2e').failed).toBe(1);
  expect(believe({ passed: 5, failed: 0, failures: [] }, 139, 'e2e').failed).toBe(1);
  expect(believe({ passed: 5, failed: 0, failures: [] }, 0, 'e2e').failed).toBe(0);
});

test('what scripts/check says is wrong is shown', () => {
  expect(broken_rules('ok   spdx\nFAIL layers\n     a.cpp:3: may not\n1 rules kept\n')).toEqual(['FAIL layers', '     a.cpp:3: may not']);
});
