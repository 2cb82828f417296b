// SPDX-License-Identifier: EUPL-1.2

const longest_ms = 5 * 60_000;

/**
 * How long the place is still kept, from when the answer came. The clock of a telephone may be wrong: a time that
 * cannot be true is taken as the whole five minutes.
 */
export function time_kept_ms(held_until: number | undefined, now: number): number {
  const left = held_until === undefined ? longest_ms : held_until - now;
  return left > 0 && left <= longest_ms ? left : longest_ms;
}

/** Whole minutes that are left, upwards: 5, 4, 3, 2, 1; 0 when it is over. No seconds: nobody is to be hurried. */
export function minutes_left(left_ms: number): number {
  return Math.max(0, Math.ceil(left_ms / 60_000));
}
