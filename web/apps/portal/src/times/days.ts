// SPDX-License-Identifier: EUPL-1.2
import { local_time } from '../spoken_time.ts';
import type { Door, Proposal, Slot } from '../wire.ts';

export interface DayOfSlots {
  /** Local to the network: "2026-11-24". */
  day: string;
  morning: Slot[];
  afternoon: Slot[];
}

const noon = 12 * 60;

/** Slots in the order of time, one for each hour even when several supplies offer it, by local day. */
export function days_of(slots: readonly Slot[], zone: string): DayOfSlots[] {
  const days = new Map<string, DayOfSlots>();
  const seen = new Set<number>();
  for (const slot of [...slots].sort((a, b) => a.starts_at - b.starts_at)) {
    if (seen.has(slot.starts_at)) continue;
    seen.add(slot.starts_at);
    const { day, minute } = local_time(slot.starts_at, zone);
    const of_day = days.get(day) ?? { day, morning: [], afternoon: [] };
    days.set(day, of_day);
    (minute < noon ? of_day.morning : of_day.afternoon).push(slot);
  }
  return [...days.values()];
}

export const kinds = ['here', 'nearby', 'remote'] as const;
export type Kind = (typeof kinds)[number];

/** The three ways, always in this order; null where there is none. */
export function best_of_each(proposals: readonly Proposal[]): { kind: Kind; best: Proposal | null }[] {
  return kinds.map((kind) => ({ kind, best: proposals.find((one) => one.kind === kind) ?? null }));
}

/** By which door a proposal is taken: at a counter by its kiosk, from home by telephone, which everybody has. */
export function door_of(proposal: Pick<Proposal, 'kind' | 'doors'>): Door {
  const wanted: Door[] = proposal.kind === 'remote' ? ['telephone', 'home'] : ['kiosk', 'on_site'];
  return wanted.find((door) => proposal.doors.includes(door)) ?? proposal.doors[0] ?? 'telephone';
}

/** By telephone and by screen alike: whoever has a camera may choose the screen. */
export function offers_both_from_home(proposal: Pick<Proposal, 'kind' | 'doors'>): boolean {
  return proposal.kind === 'remote' && proposal.doors.includes('telephone') && proposal.doors.includes('home');
}
