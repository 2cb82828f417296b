// SPDX-License-Identifier: EUPL-1.2
// Subjects that a body keeps for the people of some communes.
import type { MotiveCard, PlaceView } from '../wire.ts';

/** INSEE codes of the communes whose people are served for all of these subjects; null: everybody. */
export function communes_of(motives: readonly Pick<MotiveCard, 'communes'>[]): string[] | null {
  const limited = motives.filter((one) => one.communes.length > 0).map((one) => one.communes);
  const [first, ...others] = limited;
  if (first === undefined) return null;
  return first.filter((code) => others.every((list) => list.includes(code)));
}

/** Whether the people of a village are served; an old commune counts as the one that it belongs to now. */
export function is_served(village: Pick<PlaceView, 'code' | 'part_of'>, communes: readonly string[], named: readonly Pick<PlaceView, 'name'>[]): boolean {
  return communes.includes(village.code) || (village.part_of !== undefined && communes.length > most_asked) || named.some((place) => place.name === village.part_of);
}

/** The server tells the names of so many at once; an old commune beyond them is believed. */
export const most_asked = 100;
/** A sentence names so many. */
export const most_named = 8;
