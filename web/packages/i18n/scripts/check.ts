// SPDX-License-Identifier: EUPL-1.2
// Says what is wrong with the catalogues, one finding per line, and fails when there is any:
// a key missing in a language, other placeholders than in French, a key nobody uses, a key that its page does not load.
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { catalogue_file, catalogue_names, languages, sources } from './apps.ts';
import { compare_languages, find_misplaced_keys, find_unused_keys, read_sources, type Catalogue, type Finding } from './findings.ts';

const repository = resolve(import.meta.dirname, '../../../..');

function read_catalogue(language: string, name: string): Catalogue {
  const file = catalogue_file(language, name);
  return { file, name, language, text: readFileSync(file, 'utf8') };
}

const catalogues = languages.map((language) => catalogue_names.map((name) => read_catalogue(language, name)));
const [french = [], ...others] = catalogues;
const texts = read_sources(Object.keys(sources));
// The server's catalogues are read by the server; here only their two languages are compared.
const server = languages.flatMap((language) => {
  try {
    return [read_catalogue(language, 'server')];
  } catch {
    return [];
  }
});

const findings: Finding[] = [
  ...others.flatMap((translated) => french.flatMap((original, index) => compare_languages(original, translated[index] ?? original))),
  ...(server.length === 2 && server[0] && server[1] ? compare_languages(server[0], server[1]) : []),
  ...find_unused_keys(french, texts),
  ...find_misplaced_keys(french, texts, sources),
];

for (const { file, line, message } of findings) console.log(`${relative(repository, file)}:${line}: ${message}`);
if (findings.length > 0) process.exitCode = 1;
