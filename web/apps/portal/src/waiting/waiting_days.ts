// SPDX-License-Identifier: EUPL-1.2
// From which day to which somebody may be told of a freed place.
import { day_after, local_time } from '../spoken_time.ts';
import type { PublicAppointment } from '../wire.ts';
import type { PublicWaiting } from './waiting_wire.ts';

const days_without_a_place = 30;

export interface WaitingDays {
  from: string;
  to: string;
}

/** Before the soonest place here, or a month when there is none; nothing when that is soon already. */
export function days_to_wait(soonest: number | null, now: number, zone: string): WaitingDays | null {
  const from = local_time(now, zone).day;
  if (soonest === null) return { from, to: day_after(from, days_without_a_place) };
  const to = day_after(local_time(soonest, zone).day, -1);
  return to <= from ? null : { from, to };
}

export const hours = ['any', 'morning', 'afternoon'] as const;
export type Hours = (typeof hours)[number];

const noon = 12 * 60;

/** As the server wants them; nothing: the whole day. */
export function minutes_of(chosen: Hours): { from_minute?: number; to_minute?: number } {
  if (chosen === 'morning') return { to_minute: noon };
  return chosen === 'afternoon' ? { from_minute: noon } : {};
}

/** The code that a message brought behind the #, as it was told; only this page hears of it. */
export function code_in(hash: string): string | null {
  const code = decodeURIComponent(hash.replace(/^#/, '')).trim();
  return /^[A-Za-z0-9]{5}[- ]?[A-Za-z0-9]{5}$/.test(code) ? code : null;
}

/** The place that is offered, as an appointment is shown. */
export function offered_place({ offer, time_zone, first_name, body, motives, papers, place }: PublicWaiting): PublicAppointment | null {
  if (offer === undefined) return null;
  const { appointment_id, starts_at, ends_at, door, by_screen } = offer;
  const day = local_time(starts_at, time_zone).day;
  return { appointment_id, state: 'held', door, by_screen, day, starts_at, ends_at, time_zone, first_name, body, motives, papers, place, allowed_actions: [] };
}
