// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const repository = resolve(import.meta.dirname, '../..');

/** Programs of this preset are started: dev for tests, release for the demo and the figures. */
export const preset = process.env.TEST_PRESET ?? 'dev';

/** TEST_PROGRAMS names another folder that holds both programs. */
export function program_path(name: 'parvis' | 'parvis-kiosk'): string {
  return join(process.env.TEST_PROGRAMS ?? join(repository, 'build', preset, 'bin'), name);
}

const open_folders = new Set<string>();

/** A folder of our own in the system's temporary folder; removed by `remove_folder`, at the latest when we end. */
export function temporary_folder(purpose: string): string {
  const path = mkdtempSync(join(tmpdir(), `parvis-${purpose}-`));
  open_folders.add(path);
  return path;
}

export function remove_folder(path: string): void {
  if (!open_folders.delete(path)) return;
  rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

process.once('exit', () => {
  if (process.env.TEST_KEEP_FOLDERS !== undefined) return;
  for (const path of open_folders) rmSync(path, { recursive: true, force: true });
});
