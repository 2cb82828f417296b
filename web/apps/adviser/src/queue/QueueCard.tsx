// SPDX-License-Identifier: EUPL-1.2
import { useLanguage, useSay } from '@parvis/i18n';
import { Button, Card, Notice, useShortcut } from '@parvis/ui';
import type { ReactElement } from 'react';
import type { Console, LineView, RingView, TicketView } from '../console_model.ts';
import { ExpectedList } from './ExpectedList.tsx';
import { HeldTicket } from './HeldTicket.tsx';
import { LineSwitch } from './LineSwitch.tsx';
import styles from './queue.module.css';
import { useQueueOrders, type QueueOrders } from './queue_orders.ts';
import { came_before, next_of, place_words, shown_tickets, waiting_in } from './queue_words.ts';
import { TicketRow } from './TicketRow.tsx';

/** Today over all sites: who waits, the one button for the next person, and who is still expected. */
export function QueueCard({ console }: { console: Console }): ReactElement {
  const say = useSay();
  const orders = useQueueOrders();
  const waiting = waiting_in(console.lines);
  const { held } = console;
  const first = next_of(console.lines);
  const ring = console.rings.find((one) => came_before(console.lines, one) === 0);
  const may_call = held === null && (console.rings.length > 0 || console.lines.some((line) => line.receivable > 0));
  useShortcut({ keys: 'n', label: say('adviser.queue.next'), run: orders.call_next, enabled: may_call });
  return (
    <Card
      title={say('adviser.queue', { count: waiting })}
      height="fill"
      flush
      actions={console.lines.map((line) => (
        <LineSwitch key={line.group_id} line={line} kiosks={console.kiosks} orders={orders} named={console.lines.length > 1} />
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
        <p className={styles.first}>
          {held === null ? <Next ring={ring} first={first} waiting={waiting} /> : null}
        </p>
      </div>
      {console.lines.map((line) => (
        <LineTickets key={line.group_id} line={line} held={held} orders={orders} named={console.lines.length > 1} />
      ))}
      <ExpectedList lines={console.lines} />
    </Card>
  );
}

function Next({ ring, first, waiting }: { ring: RingView | undefined; first: TicketView | null; waiting: number }): ReactElement {
  const say = useSay();
  if (ring) return <>{say('adviser.queue.first_rings', { site: ring.site_name })}</>;
  if (first) return <Summary ticket={first} />;
  return <>{say(waiting === 0 ? 'adviser.queue.nobody' : 'adviser.queue.nobody_now')}</>;
}

function Summary({ ticket }: { ticket: TicketView }): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  return (
    <>
      {say('adviser.queue.first', { number: ticket.number, site: place_words(ticket, say) })}
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
      {line.on_duty === 0 && line.waiting > 0 ? (
        <div className={styles.notice}>
          <Notice tone="attention" live>
            {say('adviser.queue.nobody_on_duty', { count: line.waiting })}
          </Notice>
        </div>
      ) : null}
      {line.closed_sites.map((site) => (
        <div key={site.site_id} className={styles.notice}>
          <Notice
            tone="attention"
            title={say('adviser.queue.site_is_closed', { site: site.name })}
            actions={
              <Button size="small" icon="play" on_press={() => orders.reopen_line(line.group_id, site.site_id)}>
                {say('adviser.queue.reopen_site', { site: site.name })}
              </Button>
            }
          >
            {site.message}
          </Notice>
        </div>
      ))}
      <ul className={styles.tickets} aria-label={named ? line.acronym : say('adviser.queue.list')}>
        {tickets.map((ticket) => (
          <TicketRow key={ticket.ticket_id} ticket={ticket} orders={orders} />
        ))}
      </ul>
      {hidden > 0 ? <p className={styles.more}>{say('adviser.queue.more', { count: hidden })}</p> : null}
    </>
  );
}
