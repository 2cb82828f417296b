// SPDX-License-Identifier: EUPL-1.2
import { useLanguage, useSay } from '@parvis/i18n';
import { Button, Card, Notice, useShortcut } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import type { Console, LineView, TicketView } from '../console_model.ts';
import { CloseLineDialog } from './CloseLineDialog.tsx';
import { ExpectedList } from './ExpectedList.tsx';
import { HeldTicket } from './HeldTicket.tsx';
import styles from './queue.module.css';
import { useQueueOrders, type QueueOrders } from './queue_orders.ts';
import { shown_tickets, waiting_in } from './queue_words.ts';
import { TicketRow } from './TicketRow.tsx';

/** Today over all sites: who waits, the one button for the next person, and who is still expected. */
export function QueueCard({ console }: { console: Console }): ReactElement {
  const say = useSay();
  const orders = useQueueOrders();
  const waiting = waiting_in(console.lines);
  const { held } = console;
  const first = console.lines.flatMap((line) => line.tickets).find((ticket) => ticket.position === 1) ?? null;
  const may_call = held === null && waiting > 0;
  useShortcut({ keys: 'n', label: say('adviser.queue.next'), run: orders.call_next, enabled: may_call });
  return (
    <Card
      title={say('adviser.queue', { count: waiting })}
      height="fill"
      flush
      actions={console.lines.map((line) => (
        <LineSwitch key={line.group_id} line={line} orders={orders} named={console.lines.length > 1} />
      ))}
    >
      {held ? <HeldTicket ticket={held} orders={orders} /> : null}
      <div className={styles.head} hidden={held !== null}>
        <Button
          tone={console.availability === 'available' ? 'primary' : 'secondary'}
          size="large"
          icon="person"
          disabled={!may_call}
          pending={orders.pending}
          on_press={orders.call_next}
        >
          {say('adviser.queue.next')}
        </Button>
        <p className={styles.first}>{first && held === null ? <Summary ticket={first} /> : waiting === 0 && held === null ? say('adviser.queue.nobody') : null}</p>
      </div>
      {console.lines.map((line) => (
        <LineTickets key={line.group_id} line={line} held={held} orders={orders} named={console.lines.length > 1} />
      ))}
      <ExpectedList lines={console.lines} />
    </Card>
  );
}

function Summary({ ticket }: { ticket: TicketView }): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  return (
    <>
      {say('adviser.queue.first', { number: ticket.number, site: ticket.site_name })}
      <br />
      <span className={styles.soft}>{ticket.subject_label[language]}</span>
    </>
  );
}

interface LineProps {
  line: LineView;
  orders: QueueOrders;
  named: boolean;
}

function LineSwitch({ line, orders, named }: LineProps): ReactElement {
  const say = useSay();
  const [closing, set_closing] = useState(false);
  const name = named ? line.acronym : '';
  if (line.closed_with !== undefined) {
    return (
      <Button size="small" icon="play" on_press={() => orders.reopen_line(line.group_id)}>
        {say('adviser.queue.reopen', { name })}
      </Button>
    );
  }
  return (
    <>
      <Button size="small" tone="quiet" icon="stop" on_press={() => set_closing(true)}>
        {say('adviser.queue.close', { name })}
      </Button>
      {closing ? <CloseLineDialog line={line} orders={orders} on_close={() => set_closing(false)} /> : null}
    </>
  );
}

function LineTickets({ line, held, orders, named }: LineProps & { held: TicketView | null }): ReactElement {
  const say = useSay();
  const tickets = shown_tickets(line, held);
  const hidden = line.waiting - tickets.filter((ticket) => ticket.position !== undefined).length;
  return (
    <>
      {named ? <h3 className={styles.line_name}>{line.acronym}</h3> : null}
      {line.closed_with === undefined ? null : (
        <div className={styles.notice}>
          <Notice tone="attention" title={say('adviser.queue.is_closed')}>
            {line.closed_with}
          </Notice>
        </div>
      )}
      <ul className={styles.tickets} aria-label={named ? line.acronym : say('adviser.queue.list')}>
        {tickets.map((ticket) => (
          <TicketRow key={ticket.ticket_id} ticket={ticket} orders={orders} />
        ))}
      </ul>
      {hidden > 0 ? <p className={styles.more}>{say('adviser.queue.more', { count: hidden })}</p> : null}
    </>
  );
}
