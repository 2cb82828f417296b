// SPDX-License-Identifier: EUPL-1.2

const least_pause_ms = 20;
const longest_pause_ms = 250;

/**
 * Waits until `condition` gives something other than false, null or undefined, and returns it; asks less and less often,
 * so that the server does not take whoever waits for somebody who floods it. After `limit_ms` it
 * throws with `what`, and with what `explain` adds (the end of a log, say). An exception of the condition is final.
 */
export async function until<T>(
  what: string,
  condition: () => T | Promise<T>,
  limit_ms = 10_000,
  explain?: () => string,
): Promise<NonNullable<Exclude<T, false>>> {
  const began = Date.now();
  const end = began + limit_ms;
  for (;;) {
    const value = await condition();
    if (value !== false && value !== null && value !== undefined) return value as NonNullable<Exclude<T, false>>;
    if (Date.now() > end) {
      const more = explain === undefined ? '' : `\n${explain()}`;
      throw new Error(`waited ${limit_ms} ms in vain: ${what}${more}`);
    }
    const pause_ms = Math.min(longest_pause_ms, Math.max(least_pause_ms, (Date.now() - began) / 10));
    await new Promise((resolve) => setTimeout(resolve, pause_ms));
  }
}
