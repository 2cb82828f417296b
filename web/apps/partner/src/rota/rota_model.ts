// SPDX-License-Identifier: EUPL-1.2
// Who is on duty, as lines of a page. Pure.
import type { components } from '@parvis/api';

export type Rota = components['schemas']['Rota'];
export type RotaSession = components['schemas']['RotaSession'];
export type RotaPerson = components['schemas']['RotaPerson'];
export type ReplacedSession = components['schemas']['ReplacedSession'];
export type Absence = components['schemas']['AbsenceView'];

export function key_of({ supply_id, day }: RotaSession): string {
  return `${supply_id} ${day}`;
}

export function sessions_by_day(sessions: readonly RotaSession[]): [string, RotaSession[]][] {
  const days = new Map<string, RotaSession[]>();
  for (const session of sessions) days.set(session.day, [...(days.get(session.day) ?? []), session]);
  return [...days];
}

/** Whoever comes for this day only, with one more; regulars come anyway. */
export function with_stand_in(session: RotaSession, account_id: string): string[] {
  return [...new Set([...session.stand_ins, account_id])];
}

export function missing_in(rota: Rota): RotaSession[] {
  return rota.sessions.filter(({ missing }) => missing > 0);
}

/** Colleagues of one body who could come instead of one person. */
export function colleagues_of(people: readonly RotaPerson[], account_id: string): RotaPerson[] {
  const body = people.find((person) => person.account_id === account_id)?.partner_id;
  return people.filter((person) => person.partner_id === body && person.account_id !== account_id);
}

/** Those who answer in the group of this session. */
export function group_of(rota: Rota, session: RotaSession): RotaPerson[] {
  return rota.people.filter(({ group_ids }) => group_ids.includes(session.group_id));
}
