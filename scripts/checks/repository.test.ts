// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Repository } from './repository.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parvis-git-'));
  git('init', '-q');
});
afterEach(() => rmSync(folder, { recursive: true }));

function git(...parameters: string[]): void {
  execFileSync('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...parameters], { stdio: 'ignore' });
}

function commit(file: string): void {
  writeFileSync(join(folder, file), file);
  git('add', file);
  git('commit', '-qm', file);
}

test('in a young repository everything is recent', () => {
  commit('old.cpp');
  writeFileSync(join(folder, 'new.cpp'), '');
  expect(new Repository(folder).recent_files()).toEqual(['new.cpp', 'old.cpp']);
});

test('after a tag only what changed since, committed or not, is recent', () => {
  commit('old.cpp');
  git('tag', 'v1');
  commit('since.cpp');
  writeFileSync(join(folder, 'new.cpp'), '');
  expect(new Repository(folder).recent_files()).toEqual(['new.cpp', 'since.cpp']);
});

test('without a tag the last twenty commits are recent', { timeout: 30_000 }, () => {
  for (let number = 1; number <= 22; number += 1) commit(`file${String(number).padStart(2, '0')}.cpp`);
  const recent = new Repository(folder).recent_files();
  expect(recent).toHaveLength(20);
  expect(recent[0]).toBe('file03.cpp');
});

test('files that are ignored or deleted do not belong to the repository', () => {
  commit('kept.cpp');
  commit('gone.cpp');
  rmSync(join(folder, 'gone.cpp'));
  writeFileSync(join(folder, '.gitignore'), 'build/\n*.log\n');
  writeFileSync(join(folder, 'a.log'), '');
  expect(new Repository(folder).files).toEqual(['.gitignore', 'kept.cpp']);
});
