// SPDX-License-Identifier: EUPL-1.2
import { local_time } from '../spoken_time.ts';
import type { Door, Proposal, Proposals, Slot } from '../wire.ts';

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

/** Where there is no appointment: come without one, be told, be received at the counter, call it, look elsewhere. */
export type OtherWay =
  | { readonly way: 'window'; readonly site: Proposals['nearby_windows'][number]['site'] | null; readonly from: number; readonly to: number; readonly metres: number }
  | { readonly way: 'waiting' | 'reception' | 'call' | 'elsewhere' };

const ways_wanted = 3;

/** What fills the three ways where there are fewer appointments. `may_wait`: people can be told when a place is freed. */
export function other_ways(found: Pick<Proposals, 'proposals' | 'windows' | 'nearby_windows' | 'in_person'>, may_wait: boolean): OtherWay[] {
  const lacking = ways_wanted - best_of_each(found.proposals).filter(({ best }) => best !== null).length - (found.in_person ? 1 : 0);
  const ways: OtherWay[] = [
    ...found.windows.slice(0, 1).map(({ from, to }) => ({ way: 'window', site: null, from, to, metres: 0 }) as const),
    ...found.nearby_windows.map((window) => ({ way: 'window', ...window }) as const),
    ...(may_wait ? [{ way: 'waiting' } as const] : []),
    { way: 'reception' },
    { way: 'call' },
    { way: 'elsewhere' },
  ];
  return ways.slice(0, Math.max(0, lacking));
}
