// SPDX-License-Identifier: EUPL-1.2
import { new_ulid } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { useDeskAtWork } from '../desk_context.ts';
import type { TicketAct } from '../wire.ts';
import type { AskingAct } from './TicketRow.tsx';

interface Numbered {
  readonly ticket_id: string;
  readonly number: number;
}

/** What the desk does with somebody of the line: told to the server, or kept until there is one. Gives what was done, when it was taken. */
export function useTicketAct(): (ticket: Numbered, form: TicketAct) => Promise<string | null> {
  const say = useSay();
  const { submit, look } = useDeskAtWork();
  return async (ticket, form) => {
    const about = say('desk.about.act', { number: ticket.number, act: say(`desk.act.${form.act as AskingAct}`) });
    const outcome = await submit(about, { kind: 'act', ticket_id: ticket.ticket_id, act_id: new_ulid(), form });
    look();
    return outcome ? about : null;
  };
}
