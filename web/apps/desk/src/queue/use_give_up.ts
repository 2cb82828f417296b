// SPDX-License-Identifier: EUPL-1.2
import type { TicketView } from '../wire.ts';
import { useTicketAct } from './use_ticket_act.ts';

/** Somebody has something better than their place in the line, and leaves it. */
export function useGiveUp(): (ticket: TicketView) => Promise<void> {
  const act = useTicketAct();
  return async (ticket) => {
    await act(ticket, { act: 'leave', leave_reason: 'sent_elsewhere' });
  };
}
