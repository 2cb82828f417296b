// SPDX-License-Identifier: EUPL-1.2
import type { Finding, Rule } from '../rule.ts';

interface ForbiddenWord {
  pattern: RegExp;
  advice: string;
}

/** What would tie the repository to one machine or one mirror. */
const forbidden_words: ForbiddenWord[] = [
  {
    pattern: /(?<![\w.~$}*:)\]-])\/(?:work|Users|home\/[a-z][\w-]*)\/[\w.-]+/,
    advice: 'a path of somebody’s machine: use a path relative to the repository, or a parameter',
  },
  {
    pattern: /\bhttps?:\/\/(?:[\w-]+\.)*(?:npmjs|yarnpkg|npmmirror|debian)\.(?:org|com)\/(?!doc)/i,
    advice: 'the address of a package registry: packages are named, never addressed',
  },
  {
    pattern: /"resolved"\s*:\s*"https?:/,
    advice: 'a download address in the lock file: write it with omit-lockfile-registry-resolved=true',
  },
];

export function find_forbidden_words(path: string, text: string): Finding[] {
  const findings: Finding[] = [];
  text.split('\n').forEach((line, index) => {
    for (const { pattern, advice } of forbidden_words) {
      const found = pattern.exec(line);
      if (found !== null) findings.push({ file: path, line: index + 1, message: `'${found[0]}' is ${advice}` });
    }
  });
  return findings;
}

export const forbidden_words_rule: Rule = {
  name: 'forbidden_words',
  title: 'no path of a machine and no address of a registry',
  async run(repository) {
    const own_files = /^scripts\/checks\/rules\/forbidden_words/;
    const findings = repository.files
      .filter((path) => !/\.(png|jpg|ogg|woff2?|ico|pdf)$/.test(path) && !own_files.test(path))
      .flatMap((path) => find_forbidden_words(path, repository.text(path)));
    return { findings, note: `${repository.files.length} files` };
  },
};
