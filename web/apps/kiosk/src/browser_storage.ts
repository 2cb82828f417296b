// SPDX-License-Identifier: EUPL-1.2

/** Empties every store that a page can write to. The daemon empties the browser's profile. */
export function forget_storage(): void {
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
