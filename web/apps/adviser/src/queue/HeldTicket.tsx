// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Button, Notice, useShortcut } from '@parvis/ui';
import type { ReactElement } from 'react';
import type { TicketView } from '../console_model.ts';
import styles from './queue.module.css';
import { most_calls, type QueueOrders } from './queue_orders.ts';
import { place_words } from './queue_words.ts';

/** Somebody was called and is not there: call again, twice at most, or let them go on waiting. */
export function HeldTicket({ ticket, orders }: { ticket: TicketView; orders: QueueOrders }): ReactElement {
  const say = useSay();
  const last = ticket.calls >= most_calls;
  const called = ticket.state === 'called';
  useShortcut({ keys: 'r', label: say('adviser.held.call_again'), run: () => orders.call_again(ticket), enabled: called });
  return (
    <div className={styles.notice}>
      <Notice
        tone="attention"
        icon="person"
        live
        title={say('adviser.held.title', { number: ticket.number, site: place_words(ticket, say) })}
        actions={
          <>
            {called ? (
              <Button tone="accent" icon={last ? 'pause' : 'phone'} pending={orders.pending} on_press={() => orders.call_again(ticket)}>
                {say(last ? 'adviser.held.park' : 'adviser.held.call_again')}
              </Button>
            ) : (
              <Button tone="primary" icon="check" pending={orders.pending} on_press={() => void orders.act(ticket, { act: 'finish' })}>
                {say('adviser.held.finish')}
              </Button>
            )}
            <Button icon="arrow_left" disabled={orders.pending} on_press={() => void orders.act(ticket, { act: 'put_back' })}>
              {say('adviser.held.put_back')}
            </Button>
            {called ? (
              <Button tone="quiet" icon="close" disabled={orders.pending} on_press={() => void orders.act(ticket, { act: 'leave', leave_reason: 'gave_up' })}>
                {say('adviser.queue.gone')}
              </Button>
            ) : null}
          </>
        }
      >
        {called ? say(last ? 'adviser.held.last' : 'adviser.held.calls', { calls: ticket.calls, most: most_calls }) : say('adviser.held.met')}
      </Notice>
    </div>
  );
}
