// SPDX-License-Identifier: EUPL-1.2
import type { Finding, Rule } from '../rule.ts';

const transaction_words = /\bsoci::transaction\b|"\s*(?:BEGIN|COMMIT|ROLLBACK|START TRANSACTION)\b|<<\s*"(?:begin|commit|rollback)\b/;

export function find_own_transactions(path: string, text: string): Finding[] {
  if (path.startsWith('platform/db/')) return [];
  return text.split('\n').flatMap((line, index) => {
    if (!transaction_words.test(line)) return [];
    const message = 'opens a transaction by itself: only platform/db does, call Database::read or Database::write';
    return [{ file: path, line: index + 1, message }];
  });
}

export const transactions: Rule = {
  name: 'transactions',
  title: 'only platform/db opens transactions',
  async run(repository) {
    const files = repository.cpp_files();
    return {
      findings: files.flatMap((path) => find_own_transactions(path, repository.text(path))),
      note: `${files.length} C++ files`,
    };
  },
};
