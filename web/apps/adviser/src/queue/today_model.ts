// SPDX-License-Identifier: EUPL-1.2
// The adviser's day over all sites: who has an appointment and has not come, and the free time between.
import type { components } from '@parvis/api';
import type { LineView, TicketView } from '../console_model.ts';
import { appointment_due, overrun_warning_ms } from './queue_words.ts';

export type Appointment = components['schemas']['AppointmentView'];

export type Expected =
  | { readonly kind: 'expected'; readonly appointment: Appointment; readonly late_minutes: number }
  | { readonly kind: 'gap'; readonly from: number; readonly to: number };

/** Shorter than this, nobody could be received in between. */
export const least_gap_ms = 20 * 60_000;
/** Who has not come by then is hardly going to: no conversation is ended for them. */
const awaited_for_ms = 10 * 60_000;
const minute_ms = 60_000;

/** Booked for today and not here yet, or here to be met in person, whom no queue calls; in order of time, and the gaps between them from now on. */
export function expected_today(appointments: readonly Appointment[], lines: readonly LineView[], now: number): Expected[] {
  const here = new Set(lines.flatMap((line) => line.tickets).map((ticket) => ticket.appointment_id));
  const awaited = appointments
    .filter((one) => (one.state === 'confirmed' || (one.state === 'arrived' && one.door === 'on_site')) && !here.has(one.appointment_id))
    .sort((one, other) => one.starts_at - other.starts_at);
  const list: Expected[] = [];
  let free_from = now;
  for (const appointment of awaited) {
    if (appointment.starts_at - free_from >= least_gap_ms) list.push({ kind: 'gap', from: free_from, to: appointment.starts_at });
    free_from = Math.max(free_from, appointment.ends_at);
    list.push({ kind: 'expected', appointment, late_minutes: Math.max(0, Math.floor((now - appointment.starts_at) / minute_ms)) });
  }
  return list;
}

/** By the appointment that brought somebody: their first name and what they carry. */
export function appointment_of(appointments: readonly Appointment[], ticket: TicketView): Appointment | null {
  return appointments.find((one) => one.appointment_id === ticket.appointment_id) ?? null;
}

/** What is due while a conversation runs: somebody who is here, or who will be any minute. */
export type Due =
  | { readonly here: true; readonly at: number; readonly ticket: TicketView }
  | { readonly here: false; readonly at: number; readonly appointment: Appointment };

export function due_next(lines: readonly LineView[], appointments: readonly Appointment[], now: number): Due | null {
  const ticket = appointment_due(lines, now);
  if (ticket?.appointment_at !== undefined) return { here: true, at: ticket.appointment_at, ticket };
  for (const entry of expected_today(appointments, lines, now)) {
    if (entry.kind === 'gap') continue;
    const { starts_at } = entry.appointment;
    if (starts_at - now <= overrun_warning_ms && now - starts_at < awaited_for_ms) return { here: false, at: starts_at, appointment: entry.appointment };
  }
  return null;
}

/** Of those still to come today, how many at each site. */
export function still_to_come(appointments: readonly Appointment[], lines: readonly LineView[], now: number, site_id: string | null, group_id: string): Appointment[] {
  return expected_today(appointments, lines, now).flatMap((entry) =>
    entry.kind === 'expected' && entry.appointment.state === 'confirmed' && entry.appointment.group_id === group_id && (site_id === null || entry.appointment.site?.site_id === site_id) ? [entry.appointment] : [],
  );
}
