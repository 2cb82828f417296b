// SPDX-License-Identifier: EUPL-1.2
// What an adviser does with the queue. Each order has an id of its own: told again, it is done once.
import { ask, http, new_ulid, type components, type Result } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { show_toast, useProblemText } from '@parvis/ui';
import { useCallback, useState } from 'react';
import type { TicketView } from '../console_model.ts';

export type TicketAct = components['schemas']['TicketAct'];
export type ParkReason = components['schemas']['ParkReason'];
export type UrgentReason = components['schemas']['UrgentReason'];

export interface QueueOrders {
  pending: boolean;
  /** The next person of all lines; their kiosk is called at once. */
  call_next(): void;
  act(ticket: TicketView, form: TicketAct): Promise<boolean>;
  /** Nobody came: their kiosk rings once more, or the ticket is parked after the last time. */
  call_again(ticket: TicketView): void;
  /** For one site, or for all. */
  close_line(group_id: string, message: string, site_id: string | null): Promise<boolean>;
  reopen_line(group_id: string, site_id?: string): void;
}

/** Called out once and twice more, as the server counts. */
export const most_calls = 3;

export function useQueueOrders(): QueueOrders {
  const say = useSay();
  const problem_text = useProblemText();
  const [pending, set_pending] = useState(false);

  const told = useCallback(
    async <Value>(order: Promise<Result<Value>>): Promise<Result<Value>> => {
      set_pending(true);
      const answer = await order;
      set_pending(false);
      if (!answer.ok) show_toast({ tone: 'attention', title: problem_text(answer.error) });
      return answer;
    },
    [problem_text],
  );

  const act = async (ticket: TicketView, form: TicketAct): Promise<boolean> => {
    const path = { ticket_id: ticket.ticket_id, act_id: new_ulid() };
    return (await told(ask(http.PUT('/api/v1/queue/tickets/{ticket_id}/acts/{act_id}', { params: { path }, body: form })))).ok;
  };

  return {
    pending,
    act,
    call_next() {
      const order = ask(http.POST('/api/v1/queue/next', { body: { call_id: new_ulid(), interview_id: new_ulid() } }));
      void told(order).then((answer) => {
        if (answer.ok && !answer.value.ticket && !answer.value.accepted_ring) show_toast({ tone: 'neutral', title: say('adviser.queue.nobody_now') });
      });
    },
    call_again(ticket) {
      void act(ticket, { act: 'no_answer', ...(ticket.calls < most_calls ? { interview_id: new_ulid() } : {}) });
    },
    async close_line(group_id, message, site_id) {
      const body = { closing_id: new_ulid(), message, ...(site_id === null ? {} : { site_id }) };
      const order = ask(http.PUT('/api/v1/queue/lines/{group_id}/closing', { params: { path: { group_id } }, body }));
      const answer = await told(order);
      if (answer.ok) show_toast({ tone: 'good', title: say('adviser.queue.closed_told', { told: answer.value.told }) });
      return answer.ok;
    },
    reopen_line(group_id, site_id) {
      const query = site_id === undefined ? {} : { site_id };
      void told(ask(http.DELETE('/api/v1/queue/lines/{group_id}/closing', { params: { path: { group_id }, query } })));
    },
  };
}
