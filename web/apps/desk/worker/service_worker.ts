// SPDX-License-Identifier: EUPL-1.2
// Keeps the shell of the desk's page, and nothing else: no answer of the server's interface is ever stored here.
// vite.config.ts writes `shell` and `build` above this text, and takes the types out of it.
declare const shell: readonly string[];
declare const build: string;

/** What of the worker's global scope is used; the pages' own types know a window instead. */
interface WorkerScope {
  addEventListener(type: 'install' | 'activate', listener: (event: { waitUntil(work: Promise<unknown>): void }) => void): void;
  addEventListener(type: 'fetch', listener: (event: { request: Request; respondWith(answer: Promise<Response>): void }) => void): void;
}

const worker = self as unknown as WorkerScope;
const prefix = 'parvis-desk-';
const own_cache = `${prefix}${build}`;
const page = '/desk/';
/** A line that is cut without a word is not waited for longer. */
const patience_ms = 3_000;

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(own_cache).then((cache) => cache.addAll([page, ...shell])));
});

worker.addEventListener('activate', (event) => {
  const forget_others = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(prefix) && name !== own_cache).map((name) => caches.delete(name)));
  };
  event.waitUntil(forget_others());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && pathname === page) event.respondWith(newest_page(request));
  else if (shell.includes(pathname)) event.respondWith(kept(pathname, request));
});

/** The server's page while it answers, so that a new version is never held back. */
async function newest_page(request: Request): Promise<Response> {
  try {
    // Not the request itself: one that navigates takes no time limit.
    return await fetch(request.url, { credentials: 'same-origin', signal: AbortSignal.timeout(patience_ms) });
  } catch {
    return kept(page, request);
  }
}

async function kept(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(own_cache);
  return (await cache.match(path)) ?? fetch(request);
}
