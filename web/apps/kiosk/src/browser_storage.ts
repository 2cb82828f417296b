// SPDX-License-Identifier: EUPL-1.2
import type { DaemonPapers } from './papers/daemon_papers.ts';

/** Empties every store that a page can write to itself, and has the daemon's word empty those of the browser. */
export function forget_storage(papers: Pick<DaemonPapers, 'forget'>): void {
  void papers.forget();
  sessionStorage.clear();
  localStorage.clear();
  void drop_caches();
  void drop_databases();
}

async function drop_caches(): Promise<void> {
  if (!('caches' in globalThis)) return;
  for (const name of await caches.keys()) await caches.delete(name);
}

async function drop_databases(): Promise<void> {
  for (const { name } of await indexedDB.databases()) if (name !== undefined) indexedDB.deleteDatabase(name);
}
