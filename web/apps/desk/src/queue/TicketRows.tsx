// SPDX-License-Identifier: EUPL-1.2
import { useLanguage, useSay } from '@parvis/i18n';
import { announce } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import { wish_of, type DeskTicket } from '../day/day_model.ts';
import { useDeskAtWork } from '../desk_context.ts';
import { Paper } from '../print/Paper.tsx';
import { QueuePaper } from '../print/papers.tsx';
import type { TicketAct } from '../wire.ts';
import { ActDialog } from './ActDialog.tsx';
import { TicketRow, type AskingAct } from './TicketRow.tsx';
import { useTicketAct } from './use_ticket_act.ts';
import { wait_words } from './wait_words.ts';

/** People of the line with all that can be done for them, as items of a list. */
export function TicketRows({ tickets }: { tickets: readonly DeskTicket[] }): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const { day } = useDeskAtWork();
  const tell = useTicketAct();
  const [asked, ask] = useState<{ ticket: DeskTicket; act: AskingAct } | null>(null);
  const [printed, print] = useState<DeskTicket | null>(null);
  const act = async (ticket: DeskTicket, form: TicketAct) => {
    ask(null);
    const done = await tell(ticket, form);
    if (done) announce(done);
  };
  return (
    <>
      {tickets.map((ticket) => (
        <TicketRow
          key={ticket.ticket_id}
          ticket={ticket}
          on_act={(kind) => void act(ticket, { act: kind })}
          on_ask={(kind) => ask({ ticket, act: kind })}
          on_print={() => print(ticket)}
        />
      ))}
      {asked ? <ActDialog ticket={asked.ticket} act={asked.act} on_choose={(form) => void act(asked.ticket, form)} on_close={() => ask(null)} /> : null}
      {printed ? (
        <Paper on_printed={() => print(null)}>
          <QueuePaper site={day.desk?.site} ticket={{ ...printed, subject: wish_of(printed)[language], wait: wait_words(printed.wait, say) }} />
        </Paper>
      ) : null}
    </>
  );
}
