// SPDX-License-Identifier: EUPL-1.2
// Slots by day, and what may be promised while the server cannot be asked. Pure.
import type { KnownDay } from '../offline/known_day.ts';
import { local_day } from '../offline/known_day.ts';
import type { Entry } from '../outbox/outbox_model.ts';
import type { Motive, Slot } from '../wire.ts';

export interface DayOfSlots {
  readonly day: string;
  readonly slots: readonly Slot[];
}

/** One slot for each moment: who will answer is nobody's question yet. */
export function by_day(slots: readonly Slot[], zone: string): DayOfSlots[] {
  const days = new Map<string, Map<number, Slot>>();
  for (const slot of slots) {
    const day = local_day(slot.starts_at, zone);
    const of_day = days.get(day) ?? new Map<number, Slot>();
    if (!of_day.has(slot.starts_at)) of_day.set(slot.starts_at, slot);
    days.set(day, of_day);
  }
  return [...days].map(([day, of_day]) => ({ day, slots: [...of_day.values()] })).sort((one, other) => one.day.localeCompare(other.day));
}

const minute_ms = 60_000;

/**
 * Slots that are planned here for a motive, by appointment, and that this desk does not know to be taken. Others may have
 * taken them meanwhile: such a booking is provisional.
 */
export function planned_slots(day: KnownDay, entries: readonly Entry[], motive: Motive, now: number): Slot[] {
  const earliest = now + motive.notice_least_minutes * minute_ms;
  const length_ms = motive.duration_minutes * minute_ms;
  const supplies = new Map((day.plan?.supplies ?? []).map(({ supply }) => [supply.supply_id, supply]));
  const taken = taken_here(day, entries);
  return (day.plan?.openings ?? [])
    .filter((opening) => {
      const supply = supplies.get(opening.supply_id);
      return (
        supply !== undefined &&
        opening.sites.includes(day.site_id) &&
        supply.partner_id === motive.partner_id &&
        supply.modality !== 'time_window' &&
        motive.modalities.includes(supply.modality) &&
        (supply.motives.length === 0 || supply.motives.includes(motive.motive_id))
      );
    })
    .flatMap((opening) => {
      const slots: Slot[] = [];
      for (let starts_at = opening.from; starts_at + length_ms <= opening.to; starts_at += opening.slot_minutes * minute_ms) {
        slots.push({ supply_id: opening.supply_id, starts_at, ends_at: starts_at + length_ms });
      }
      return slots;
    })
    .filter((slot) => slot.starts_at >= earliest && !taken.some((one) => one.from < slot.ends_at && slot.starts_at < one.to))
    .sort((one, other) => one.starts_at - other.starts_at);
}

function taken_here(day: KnownDay, entries: readonly Entry[]): { from: number; to: number }[] {
  const known = day.appointments.filter((one) => one.state === 'confirmed' || one.state === 'held').map((one) => ({ from: one.starts_at, to: one.ends_at }));
  const promised = entries.flatMap(({ deed }) => {
    if (deed.kind !== 'booking') return [];
    const minutes = day.motives.find((one) => deed.form.motives.includes(one.motive_id))?.duration_minutes ?? 0;
    return [{ from: deed.form.starts_at, to: deed.form.starts_at + minutes * minute_ms }];
  });
  return [...known, ...promised];
}
