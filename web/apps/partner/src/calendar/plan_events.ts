// SPDX-License-Identifier: EUPL-1.2
// A plan as bars and grey areas of the calendar. Pure.
import type { components } from '@parvis/api';
import type { Language } from '@parvis/i18n';
import { communes_of, type Network } from '../network_words.ts';
import { local_of } from '@parvis/i18n/local_time';
import type { SupplyView } from '../supply/draft.ts';

export type Plan = components['schemas']['Plan'];
export type Opening = components['schemas']['Opening'];
export type Closure = components['schemas']['BodyClosure'];

export interface Bar {
  id: string;
  opening: Opening;
  view: SupplyView;
}

export function bars_of(plan: Plan): Bar[] {
  const views = new Map(plan.supplies.map((view) => [view.supply.supply_id, view]));
  return plan.openings.flatMap((opening) => {
    const view = views.get(opening.supply_id);
    return view ? [{ id: `${opening.supply_id} ${opening.day} ${opening.leg} ${opening.from}`, opening, view }] : [];
  });
}

/** How many appointments have a place in this supply on that day. */
export function booked_on(plan: Plan, supply_id: string, day: string): number {
  return plan.booked.filter((booked) => booked.supply_id === supply_id && booked.day === day).reduce((sum, { appointments }) => sum + appointments, 0);
}

/** Day -> what is celebrated; a day that is only a holiday in some regions is named too. */
export function holidays_of(plan: Plan, language: Language): Map<string, string> {
  const names = new Map<string, Set<string>>();
  for (const { day, name } of plan.holidays.flatMap(({ holidays }) => holidays)) {
    names.set(day, (names.get(day) ?? new Set()).add(name[language]));
  }
  return new Map([...names].map(([day, each]) => [day, [...each].join(', ')]));
}

/** "Bretenoux", "Bretenoux, Gourdon", or how many there are when they do not fit. */
export function places_of(network: Network, opening: Opening): { names: string[]; all: boolean } {
  return { names: communes_of(network, opening.sites), all: opening.sites.length === network.sites.length };
}

/** The hours that the grid must show, whole ones: eight to six, or further when something is planned then. */
export function shown_hours(plan: Plan): { from: number; to: number } {
  const local = plan.openings.map(({ from, to }) => ({ from: local_of(from, plan.time_zone).minute, to: local_of(to, plan.time_zone).minute || 1440 }));
  return {
    from: Math.floor(Math.min(8 * 60, ...local.map(({ from }) => from)) / 60),
    to: Math.ceil(Math.max(18 * 60, ...local.map(({ to }) => to)) / 60),
  };
}
