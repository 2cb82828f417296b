// SPDX-License-Identifier: EUPL-1.2
// Which ticket is which, for the lists of an adviser.
import type { Say } from '@parvis/i18n';
import type { LineView, RingView, TicketView } from '../console_model.ts';

/** Who may be called, the next one first, as the server sorts each line. */
export function waiting_in(lines: readonly LineView[]): number {
  return lines.reduce((sum, line) => sum + line.waiting, 0);
}

/** Whom "next person" will call, as far as one can see: the first of the line whom a kiosk would receive. */
export function next_of(lines: readonly LineView[]): TicketView | null {
  const callable = lines.flatMap((line) => line.tickets).filter((ticket) => ticket.position !== undefined && ticket.held_up === undefined);
  return callable.sort((one, other) => (one.position ?? 0) - (other.position ?? 0))[0] ?? null;
}

/** How many who could be received now came before somebody who rings. */
export function came_before(lines: readonly LineView[], ring: RingView): number {
  const tickets = lines.flatMap((line) => line.tickets);
  return tickets.filter((ticket) => ticket.position !== undefined && ticket.held_up === undefined && ticket.arrived_at < ring.requested_at).length;
}

/** Nobody of this adviser: those are shown on their own. Held by others come last. */
export function shown_tickets(line: LineView, held: TicketView | null): TicketView[] {
  const others = line.tickets.filter((ticket) => ticket.ticket_id !== held?.ticket_id);
  const is_held = (ticket: TicketView) => ticket.state === 'called' || ticket.state === 'in_interview';
  return [...others.filter((ticket) => !is_held(ticket)), ...others.filter(is_held)];
}

/** In a sentence: the site, or that they are on their own device; nobody is in a room of that site then. */
export function place_words({ from_home, site_name }: TicketView, say: Say): string {
  return from_home ? say('adviser.queue.at_home') : site_name;
}

/** Warned so long before the next appointment. */
export const overrun_warning_ms = 5 * 60_000;

/** The first arrived appointment of these lines whose time is near or past. */
export function appointment_due(lines: readonly LineView[], now: number): TicketView | null {
  const due = lines
    .flatMap((line) => line.tickets)
    .filter((ticket) => ticket.position !== undefined && ticket.appointment_at !== undefined && ticket.appointment_at - now <= overrun_warning_ms)
    .sort((one, other) => (one.appointment_at ?? 0) - (other.appointment_at ?? 0));
  return due[0] ?? null;
}

/** Who moved somebody here; the desk has no body. */
export function handed_on_words({ name, acronym }: NonNullable<TicketView['handed_on_by']>, say: Say): string {
  return acronym === '' ? say('adviser.queue.handed_on', { name }) : say('adviser.queue.handed_on_body', { name, body: acronym });
}
