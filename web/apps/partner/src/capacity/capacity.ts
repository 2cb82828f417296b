// SPDX-License-Identifier: EUPL-1.2
// What was planned and what was used of it. Pure.
//
// Planned: interviews of the slot length that fit into the openings of all advisers. Used: appointments that are booked
// or took place; who did not come had a place and did not use it. People who come unbooked are not among them: they have no place.
import type { components } from '@parvis/api';
import { planned_in } from '../calendar/planned_hours.ts';

export type Plan = components['schemas']['Plan'];

export interface Used {
  appointments: number;
  missed: number;
}
export interface SupplyUse extends Used {
  supply_id: string;
  slots: number;
  kept_slots: number;
}

function use_of(days: readonly Plan['booked'][number][]): Used {
  return {
    appointments: days.reduce((sum, { appointments, missed }) => sum + appointments - missed, 0),
    missed: days.reduce((sum, { missed }) => sum + missed, 0),
  };
}

/** One line for each supply that takes place or has appointments between two days, the fullest first. */
export function use_by_supply(plan: Plan, from: string, to: string): SupplyUse[] {
  const inside = ({ day }: { day: string }) => from <= day && day <= to;
  const openings = plan.openings.filter(inside);
  const booked = plan.booked.filter(inside);
  const supplies = [...new Set([...openings, ...booked].map(({ supply_id }) => supply_id))];
  return supplies
    .map((supply_id) => {
      const planned = planned_in(openings.filter((opening) => opening.supply_id === supply_id));
      return { supply_id, slots: planned.slots, kept_slots: planned.kept_slots, ...use_of(booked.filter((day) => day.supply_id === supply_id)) };
    })
    .toSorted((a, b) => (share_of(b) ?? 0) - (share_of(a) ?? 0));
}

/** Site -> appointments there; "" for those by telephone and from home. */
export function use_by_site(plan: Plan, from: string, to: string): Map<string, Used> {
  const booked = plan.booked.filter(({ day }) => from <= day && day <= to);
  const sites = [...new Set(booked.map(({ site_id }) => site_id ?? ''))];
  return new Map(sites.map((site) => [site, use_of(booked.filter(({ site_id }) => (site_id ?? '') === site))]));
}

/** Of the places that could be booked, those kept for walk-ins left out; nothing when there were none. */
export function share_of({ slots, kept_slots, appointments }: SupplyUse): number | null {
  const bookable = slots - kept_slots;
  return bookable > 0 ? appointments / bookable : null;
}

export function sum_of(lines: readonly SupplyUse[]): SupplyUse {
  const sum = (pick: (line: SupplyUse) => number) => lines.reduce((total, line) => total + pick(line), 0);
  return { supply_id: '', slots: sum((line) => line.slots), kept_slots: sum((line) => line.kept_slots), appointments: sum((line) => line.appointments), missed: sum((line) => line.missed) };
}

export interface WalkInsHere {
  solved_here: number;
  in_person: number;
}

/** Site -> who came unbooked and needed no ticket, over all days. */
export function walk_ins_by_site(counts: readonly (WalkInsHere & { site_id: string })[]): Map<string, WalkInsHere> {
  const sites = new Map<string, WalkInsHere>();
  for (const { site_id, solved_here, in_person } of counts) {
    const before = sites.get(site_id) ?? { solved_here: 0, in_person: 0 };
    sites.set(site_id, { solved_here: before.solved_here + solved_here, in_person: before.in_person + in_person });
  }
  return sites;
}
