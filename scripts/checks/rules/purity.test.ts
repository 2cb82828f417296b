// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { find_impure_rules } from './purity.ts';

test('a rule that asks the clock or rolls dice is told to take it as a parameter', () => {
  const findings = find_impure_rules('server/fleet/badge.cpp', 'auto now = SystemClock{}.now();\nauto b = crypto::random_bytes(8);\n');
  expect(findings.map((finding) => finding.line)).toEqual([1, 2]);
  expect(findings[0]?.message).toContain('as parameters');
});

test('a service may, and a comment is no call', () => {
  expect(find_impure_rules('server/fleet/badge_service.cpp', 'crypto::random_bytes(8);\n')).toEqual([]);
  expect(find_impure_rules('server/fleet/badge.cpp', '// random_bytes are drawn by the caller\n')).toEqual([]);
});
