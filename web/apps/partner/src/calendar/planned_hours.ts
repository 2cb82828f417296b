// SPDX-License-Identifier: EUPL-1.2
// What the openings of a span add up to. Pure.
import type { components } from '@parvis/api';

type Opening = components['schemas']['Opening'];
export type Modality = components['schemas']['Modality'];

export interface Planned {
  /** Hours of advisers: two advisers for three hours are six. */
  adviser_minutes: number;
  /** Interviews of the slot length that fit in. */
  slots: number;
  /** Of these, kept for people who come unbooked; the server keeps the same number (slot_search.cpp, bookable_until). */
  kept_slots: number;
}

export function planned_in(openings: readonly Opening[]): Planned {
  const sum: Planned = { adviser_minutes: 0, slots: 0, kept_slots: 0 };
  for (const opening of openings) {
    const minutes = (opening.to - opening.from) / 60_000;
    const slots = Math.floor(minutes / opening.slot_minutes) * opening.advisers;
    sum.adviser_minutes += minutes * opening.advisers;
    sum.slots += slots;
    sum.kept_slots += Math.ceil((slots * opening.walk_in_percent) / 100);
  }
  return sum;
}
