// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { find_own_transactions } from './transactions.ts';

test('a store that begins a transaction by itself is told who does', () => {
  const findings = find_own_transactions('server/fleet/kiosk_store.cpp', 'soci::transaction work(sql);\nsql << "COMMIT";\n');
  expect(findings.map((finding) => finding.line)).toEqual([1, 2]);
  expect(findings[0]?.message).toContain('Database::write');
});

test('platform/db may, and a word in a sentence is no transaction', () => {
  expect(find_own_transactions('platform/db/session.cpp', 'sql << "BEGIN IMMEDIATE";\n')).toEqual([]);
  expect(find_own_transactions('server/fleet/a.cpp', '// begin and commit are done by the caller\n')).toEqual([]);
});
