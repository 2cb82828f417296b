// SPDX-License-Identifier: EUPL-1.2

const pause_ms = 20;

/**
 * Waits until `condition` gives something other than false, null or undefined, and returns it. After `limit_ms` it
 * throws with `what`, and with what `explain` adds (the end of a log, say). An exception of the condition is final.
 */
export async function until<T>(
  what: string,
  condition: () => T | Promise<T>,
  limit_ms = 10_000,
  explain?: () => string,
): Promise<NonNullable<Exclude<T, false>>> {
  const end = Date.now() + limit_ms;
  for (;;) {
    const value = await condition();
    if (value !== false && value !== null && value !== undefined) return value as NonNullable<Exclude<T, false>>;
    if (Date.now() > end) {
      const more = explain === undefined ? '' : `\n${explain()}`;
      throw new Error(`waited ${limit_ms} ms in vain: ${what}${more}`);
    }
    await new Promise((resolve) => setTimeout(resolve, pause_ms));
  }
}
