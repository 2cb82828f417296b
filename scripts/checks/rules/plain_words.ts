// SPDX-License-Identifier: EUPL-1.2
import type { Finding, Rule } from '../rule.ts';
import { faults_of } from './plain_words_judge.ts';
import { accepted, citizen_file, citizen_problems, is_for_citizens, staff_keys, wordless_files, type TextFile } from './plain_words_scope.ts';

function line_of(text: string, needle: string): number {
  return text.slice(0, Math.max(0, text.indexOf(needle))).split('\n').length;
}

/** The hard sentences of one catalogue or of the prompts of one voice. */
export function find_hard_words(place: TextFile, text: string): Finding[] {
  const sentences = Object.entries(JSON.parse(text) as Record<string, string>);
  return sentences.flatMap(([key, message]): Finding[] => {
    if (!is_for_citizens(place.name, key)) return [];
    const line = line_of(text, JSON.stringify(key));
    const say = (advice: string): Finding => ({ file: place.file, line, message: `"${key}": ${advice} (docs/plain-words.md)` });
    try {
      const faults = faults_of(message, place.language, place.sense);
      const exception = accepted[key];
      const kept = faults.filter(({ kind }) => kind !== exception?.kind).map(({ advice }) => say(advice));
      const needless = exception !== undefined && kept.length === faults.length && place.language === 'fr';
      return needless ? [...kept, say('has an exception that it does not need: take it out of plain_words_scope.ts')] : kept;
    } catch (fault) {
      return [say(fault instanceof Error ? fault.message : String(fault))];
    }
  });
}

/** Names in our own lists that no catalogue has any more: a renamed sentence would go unread. */
export function find_stale_names(keys: Readonly<Record<string, readonly string[]>>): Finding[] {
  const file = 'scripts/checks/rules/plain_words_scope.ts';
  const missing = [
    ...citizen_problems.map((reason) => ['server', `problem.${reason}`] as const),
    ...Object.entries(staff_keys).flatMap(([name, beginnings]) => beginnings.map((beginning) => [name, beginning] as const)),
  ].filter(([name, beginning]) => !keys[name]?.some((key) => key.startsWith(beginning)));
  const lost = Object.keys(accepted).filter((key) => !Object.values(keys).some((all) => all.includes(key)));
  return [...missing.map(([, beginning]) => beginning), ...lost].map((name) => ({
    file,
    message: `names '${name}', which no catalogue has: name the sentence as it is called now, or take the name out`,
  }));
}

/** Words for people that stand in C++ instead of the catalogues, where they would be neither translated nor judged. */
export function find_own_words(path: string, text: string): Finding[] {
  const code = text.replace(/\/\/[^\n]*/g, '').replace(/throw [^;]*;/g, (thrown) => thrown.replace(/[^\n]/g, ' '));
  return code.split('\n').flatMap((line, index): Finding[] =>
    [...line.matchAll(/"((?:\\.|[^"\\])*)"/g)]
      .map((found) => found[1] ?? '')
      .filter((words) => /^[^<{]*\p{Lu}?\p{Ll}+[ ’']\p{Ll}{2,}/u.test(words) && !/[=<>/]/.test(words))
      .map((words) => ({ file: path, line: index + 1, message: `“${words}” is a sentence for people: put it into catalogues/{fr,en}/server.json` })),
  );
}

export const plain_words: Rule = {
  name: 'plain_words',
  title: 'what citizens read and hear is in easy words',
  async run(repository) {
    const places = repository.files.flatMap((path) => citizen_file(path) ?? []);
    const builders = repository.files.filter((path) => wordless_files.some((pattern) => pattern.test(path)) && !/_(test|routes)\.cpp$/.test(path));
    const keys: Record<string, string[]> = {};
    for (const { file, name } of places) keys[name] = [...(keys[name] ?? []), ...Object.keys(JSON.parse(repository.text(file)) as object)];
    const findings = [
      ...places.flatMap((place) => find_hard_words(place, repository.text(place.file))),
      ...find_stale_names(keys),
      ...builders.flatMap((path) => find_own_words(path, repository.text(path))),
    ];
    const count = Object.entries(keys).flatMap(([name, all]) => all.filter((key) => is_for_citizens(name, key))).length;
    return { findings, note: `${count} sentences, ${builders.length} C++ files` };
  },
};
