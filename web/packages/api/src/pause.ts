// SPDX-License-Identifier: EUPL-1.2

export interface PauseBounds {
  readonly shortest_pause_ms: number;
  readonly longest_pause_ms: number;
}

/**
 * How long to wait before the next try after `failures` tries in vain (0 after a cut). The pause is drawn between the
 * shortest and a bound that doubles up to the longest, so that the pages of a whole network do not come back at once.
 * `chance` is in [0, 1).
 */
export function pause_before_try(failures: number, bounds: PauseBounds, chance: number): number {
  const { shortest_pause_ms, longest_pause_ms } = bounds;
  const bound = Math.min(longest_pause_ms, shortest_pause_ms * 2 ** (failures + 1));
  return shortest_pause_ms + chance * (bound - shortest_pause_ms);
}
