// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { worst_outcome } from './self_test.ts';

const result = (...outcomes: ('passed' | 'warning' | 'failed')[]) => ({
  finished_at: 0,
  report: { checks: outcomes.map((outcome) => ({ name: 'scanner', outcome, duration_ms: 1, reasons: [], detail: '' })) },
});

test('one check that failed stands for the whole test, and a warning for one that has otherwise passed', () => {
  expect(worst_outcome(result('passed', 'warning', 'failed', 'passed'))).toBe('failed');
  expect(worst_outcome(result('passed', 'warning'))).toBe('warning');
  expect(worst_outcome(result('passed', 'passed'))).toBe('passed');
});
