// SPDX-License-Identifier: EUPL-1.2
import { blank_cpp } from '../cpp_text.ts';
import { place_of } from '../layer_map.ts';
import type { Finding, Rule } from '../rule.ts';

const impure = /\b(random_bytes|random_token|SystemClock|std::random_device|system_clock::now|std::time|getenv|std::[io]?fstream)\b/;

/** Rules take now and chance as parameters, so that a test can choose them. */
export function find_impure_rules(path: string, text: string): Finding[] {
  const place = place_of(path);
  if (place.role !== 'rules' || place.is_test) return [];
  return blank_cpp(text).split('\n').flatMap((line, index) => {
    const found = impure.exec(line);
    if (found === null) return [];
    const message = `uses ${found[1]}: rules take time, chance and files as parameters, from the service`;
    return [{ file: path, line: index + 1, message }];
  });
}

export const purity: Rule = {
  name: 'purity',
  title: 'rules know no clock, no chance and no file',
  async run(repository) {
    const files = repository.cpp_files().filter((path) => path.startsWith('server/'));
    return {
      findings: files.flatMap((path) => find_impure_rules(path, repository.text(path))),
      note: `${files.length} C++ files`,
    };
  },
};
