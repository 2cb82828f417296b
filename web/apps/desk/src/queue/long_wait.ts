// SPDX-License-Identifier: EUPL-1.2
// When a ticket alone is a poor answer. Pure.
import type { TicketView } from '../wire.ts';

/** A wait that may be longer than this is long: what else there is, is offered beside the ticket. */
export const long_wait_minutes = 45;

export type PoorTicket = 'line_closed' | 'nobody_there' | 'long';

/** Why somebody who was given this ticket may want something else; nothing when waiting is the best answer. */
export function poor_ticket(ticket: Pick<TicketView, 'state' | 'wait'>): PoorTicket | null {
  if (ticket.state === 'closed') return 'line_closed';
  const { wait } = ticket;
  if (wait?.unknown === 'nobody_on_duty') return 'nobody_there';
  return (wait?.to_minutes ?? 0) > long_wait_minutes ? 'long' : null;
}
