// SPDX-License-Identifier: EUPL-1.2
import { new_ulid } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { useDeskAtWork } from '../desk_context.ts';
import type { TicketView } from '../wire.ts';

/** Somebody has something better than their place in the line, and leaves it. */
export function useGiveUp(): (ticket: TicketView) => Promise<void> {
  const say = useSay();
  const { submit, look } = useDeskAtWork();
  return async (ticket) => {
    const about = say('desk.about.act', { number: ticket.number, act: say('desk.act.leave') });
    await submit(about, { kind: 'act', ticket_id: ticket.ticket_id, act_id: new_ulid(), form: { act: 'leave', leave_reason: 'sent_elsewhere' } });
    look();
  };
}
