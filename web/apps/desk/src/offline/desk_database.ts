// SPDX-License-Identifier: EUPL-1.2
// What the desk keeps in this browser so that it works through a cut: what it has done and not told yet, the day as it
// was last known, and who was signed in. Nothing of the day outlives a day, and signing out forgets it.
import type { Account } from '@parvis/api';
import type { Shelf } from '../outbox/outbox.ts';
import type { Entry } from '../outbox/outbox_model.ts';
import type { KnownDay } from './known_day.ts';

const outbox = 'outbox';
const known = 'known';
const account_key = 'account';

let opened: Promise<IDBDatabase> | null = null;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const opening = indexedDB.open('parvis-desk', 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(outbox, { keyPath: 'entry_id' });
      opening.result.createObjectStore(known);
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  return opened;
}

/** One transaction; it counts once it is complete. `strict` puts it on the disk before that. */
async function transaction<Value>(store: string, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<Value> | null): Promise<Value | undefined> {
  const held = (await database()).transaction(store, mode, { durability: mode === 'readwrite' ? 'strict' : 'default' });
  const asked = work(held.objectStore(store));
  await new Promise<void>((resolve, reject) => {
    held.oncomplete = () => resolve();
    held.onabort = () => reject(held.error);
  });
  return asked?.result;
}

export const outbox_shelf: Shelf = {
  // Keys are ULIDs: the order of keys is the order in which it happened.
  all: async () => (await transaction<Entry[]>(outbox, 'readonly', (store) => store.getAll())) ?? [],
  put: async (entry) => {
    await transaction(outbox, 'readwrite', (store) => store.put(entry));
  },
  remove: async (entry_ids) => {
    await transaction(outbox, 'readwrite', (store) => {
      for (const entry_id of entry_ids) store.delete(entry_id);
      return null;
    });
  },
};

export async function read_known_day(site_id: string): Promise<KnownDay | null> {
  return (await transaction<KnownDay>(known, 'readonly', (store) => store.get(site_id))) ?? null;
}

export async function keep_known_day(day: KnownDay): Promise<void> {
  await transaction(known, 'readwrite', (store) => store.put(day, day.site_id));
}

/** The account that opens the page while the server cannot be asked. Nobody any more: the day is forgotten too. */
export const known_account = {
  recall: async (): Promise<Account | null> => (await transaction<Account>(known, 'readonly', (store) => store.get(account_key))) ?? null,
  keep: async (account: Account | null): Promise<void> => {
    await transaction(known, 'readwrite', (store) => {
      if (account === null) store.clear();
      else store.put(account, account_key);
      return null;
    });
  },
};
