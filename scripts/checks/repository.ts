// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files that belong to the repository: tracked, or new and not ignored. Paths are relative to `root`. */
export class Repository {
  readonly root: string;
  readonly files: readonly string[];
  readonly #texts = new Map<string, string>();

  constructor(root: string) {
    this.root = root;
    this.files = git(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard'])
      .split('\0')
      .filter((path) => path !== '' && is_file(join(root, path)))
      .sort();
  }

  text(path: string): string {
    let text = this.#texts.get(path);
    if (text === undefined) {
      text = readFileSync(join(this.root, path), 'utf8');
      this.#texts.set(path, text);
    }
    return text;
  }

  cpp_files(): string[] {
    return this.files.filter((path) => /\.(cpp|hpp)$/.test(path));
  }

  ts_files(): string[] {
    return this.files.filter((path) => /\.(ts|tsx)$/.test(path) && !path.endsWith('.d.ts'));
  }

  /** Files changed since the last tag or the last 20 commits, whichever is nearer, and everything not committed yet. */
  recent_files(): string[] {
    const start = recent_start(this.root);
    if (start === undefined) return [...this.files];
    const changed = new Set(git(this.root, ['diff', '--name-only', '-z', start]).split('\0'));
    const untracked = git(this.root, ['ls-files', '-z', '--others', '--exclude-standard']).split('\0');
    for (const path of untracked) changed.add(path);
    return this.files.filter((path) => changed.has(path));
  }
}

const recent_commits = 20;

function recent_start(root: string): string | undefined {
  const count = Number(try_git(root, ['rev-list', '--count', 'HEAD']) ?? '0');
  const tag = try_git(root, ['describe', '--tags', '--abbrev=0']);
  if (tag !== undefined && Number(git(root, ['rev-list', '--count', `${tag}..HEAD`])) <= recent_commits) return tag;
  return count > recent_commits ? `HEAD~${recent_commits}` : undefined;
}

function git(root: string, parameters: string[]): string {
  return execFileSync('git', ['-C', root, ...parameters], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function try_git(root: string, parameters: string[]): string | undefined {
  try {
    return git(root, parameters).trim();
  } catch {
    return undefined; // no commit or no tag yet
  }
}

function is_file(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
