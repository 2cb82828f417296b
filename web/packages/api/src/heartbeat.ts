// SPDX-License-Identifier: EUPL-1.2
// Browsers slow the timers of hidden pages to one a minute; those of workers run on. An adviser who waits for a call
// in another window must stay online, so the beat comes from a worker where there is one.

/** Calls `beat` about every `every_ms`, hidden page or not. Returns the function that stops it. */
export function start_heartbeat(every_ms: number, beat: () => void): () => void {
  if (typeof Worker === 'undefined') {
    const timer = setInterval(beat, every_ms);
    return () => clearInterval(timer);
  }
  const worker = new Worker(new URL('./heartbeat_worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = beat;
  worker.postMessage(every_ms);
  return () => worker.terminate();
}
