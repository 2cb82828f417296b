// SPDX-License-Identifier: EUPL-1.2
// Compiles the catalogues of each app to syntax trees, so that no message is parsed in the browser.
import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { apps, catalogue_file, compiled_folder, languages } from './apps.ts';

const formatjs = resolve(import.meta.dirname, '../../../../node_modules/.bin/formatjs');

function is_fresh(target: string, inputs: readonly string[]): boolean {
  const made = statSync(target, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return inputs.every((input) => statSync(input).mtimeMs < made);
}

/** Writes compiled/<language>/<app>.json where a catalogue is newer; throws when a sentence is no ICU message. */
export function compile_catalogues(): void {
  for (const language of languages) {
    mkdirSync(resolve(compiled_folder, language), { recursive: true });
    for (const [app, names] of Object.entries(apps)) {
      const inputs = names.map((name) => catalogue_file(language, name));
      const target = resolve(compiled_folder, language, `${app}.json`);
      if (is_fresh(target, [...inputs, resolve(import.meta.dirname, 'apps.ts')])) continue;
      execFileSync(formatjs, ['compile', ...inputs, '--format', 'simple', '--ast', '--out-file', target], {
        stdio: ['ignore', 'inherit', 'inherit'],
      });
    }
  }
}
