// SPDX-License-Identifier: EUPL-1.2
// Everything that a browser keeps for a page. Both functions run in the page itself.

/** Leaves something in every store, as a page might that forgets to clean up. `script` is one of the page's own. */
export async function leave_something_everywhere(script: string): Promise<void> {
  localStorage.setItem('left', '1');
  sessionStorage.setItem('left', '1');
  document.cookie = 'left=1';
  await (await caches.open('left')).put('/left', new Response('left'));
  await (await navigator.storage.getDirectory()).getFileHandle('left', { create: true });
  await new Promise((resolve) => {
    const opening = indexedDB.open('left');
    opening.onsuccess = () => {
      opening.result.close();
      resolve(undefined);
    };
  });
  await fetch(script);
}

/** The stores that hold something. */
export async function stores_in_use(script: string): Promise<string[]> {
  const holds = (look: () => Promise<unknown>): Promise<boolean> => look().then(Boolean, () => false);
  const stores: Record<string, boolean> = {
    'local storage': localStorage.length > 0,
    'session storage': sessionStorage.length > 0,
    cookies: document.cookie !== '',
    databases: (await indexedDB.databases()).length > 0,
    caches: (await caches.keys()).length > 0,
    'private files': await holds(async () => (await navigator.storage.getDirectory()).getFileHandle('left')),
    'http cache': await holds(() => fetch(script, { cache: 'only-if-cached', mode: 'same-origin' })),
  };
  return Object.entries(stores).flatMap(([store, is_in_use]) => (is_in_use ? [store] : []));
}
