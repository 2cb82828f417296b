// SPDX-License-Identifier: EUPL-1.2
import { posix } from 'node:path';
import type { Finding, Rule } from '../rule.ts';

const import_pattern = /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:from\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

export interface Import {
  target: string;
  line: number;
}

/** The modules a TypeScript file imports, static and dynamic, also over several lines. */
export function find_imports(text: string): Import[] {
  const one_line = text.replace(/\{[^{}]*\}(?=\s*from\b)/g, (names) => names.replace(/[^\n]/g, ' ').replace(/\n/g, '\r'));
  return [...one_line.matchAll(import_pattern)].map((found) => ({
    target: found[1] ?? found[2] ?? '',
    line: one_line.slice(0, found.index + found[0].length).split(/[\n\r]/).length,
  }));
}

/** "web/apps/desk" or "web/packages/ui" for a path inside one, "" elsewhere. */
function workspace_of(path: string): string {
  return /^web\/(?:apps|packages)\/[^/]+/.exec(path)?.[0] ?? '';
}

function refuse_import(path: string, target: string): string | undefined {
  const from = workspace_of(path);
  if (from === '' || path.endsWith('.test.ts') || path.endsWith('.test.tsx')) return undefined;
  if (target.startsWith('.')) {
    const to = workspace_of(posix.join(posix.dirname(path), target));
    if (to === from) return undefined;
    return to.startsWith('web/apps/')
      ? 'a page knows no other page: move what both need to web/packages/'
      : 'leave the folder through the package’s name, as @parvis/..., so that its entry point stays the only door';
  }
  if (from.startsWith('web/packages/') && /^@parvis\/.*-app\b/.test(target)) {
    return 'a package serves the pages and knows none of them: move the code to the package, or pass it in';
  }
  return undefined;
}

export function find_wrong_imports(path: string, text: string): Finding[] {
  return find_imports(text).flatMap(({ target, line }) => {
    const advice = refuse_import(path, target);
    return advice === undefined ? [] : [{ file: path, line, message: `may not import ${target}: ${advice}` }];
  });
}

export const web_layers: Rule = {
  name: 'web_layers',
  title: 'pages import packages, never one another',
  async run(repository) {
    const files = repository.ts_files().filter((path) => path.startsWith('web/'));
    return {
      findings: files.flatMap((path) => find_wrong_imports(path, repository.text(path))),
      note: `${files.length} TypeScript files`,
    };
  },
};
