// SPDX-License-Identifier: EUPL-1.2
import { time_of_day, useLanguage, useSay, type MessageKey } from '@parvis/i18n';
import { Badge, Button, Notice } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import type { LineView, TicketView } from '../console_model.ts';
import styles from './queue.module.css';
import { useQueueOrders } from './queue_orders.ts';
import { handed_on_words, place_words } from './queue_words.ts';
import { due_next, type Appointment } from './today_model.ts';
import { TransferDialog } from './TransferDialog.tsx';
import { useNow } from './use_now.ts';
import { useToday } from './use_today.tsx';

/** By telephone nobody arrives; in person somebody may sit in the room already. */
function awaited_words({ door, state }: Appointment, is_late: boolean): MessageKey {
  if (door === 'telephone') return 'adviser.strip.to_call';
  if (state === 'arrived') return 'adviser.strip.met';
  return is_late ? 'adviser.strip.awaited_late' : 'adviser.strip.awaited';
}

/** During a conversation: whose ticket it is, where they may go on to, and who is due next. */
export function QueueStrip({ held, lines }: { held: TicketView | null; lines: readonly LineView[] }): ReactElement | null {
  const say = useSay();
  const { language } = useLanguage();
  const orders = useQueueOrders();
  const now = useNow();
  const [moving, set_moving] = useState(false);
  const { appointments, zone } = useToday();
  const due = due_next(lines, appointments, now);
  if (!held && !due) return null;
  return (
    <div className={styles.strip}>
      {held ? (
        <div className={styles.strip_line}>
          <Badge icon="person">{say('adviser.strip.number', { number: held.number })}</Badge>
          {held.handed_on_by ? <Badge icon="arrow_right">{handed_on_words(held.handed_on_by, say)}</Badge> : null}
          <Button size="small" icon="arrow_right" on_press={() => set_moving(true)}>
            {say('adviser.queue.transfer')}
          </Button>
          <Button size="small" icon="pause" pending={orders.pending} on_press={() => void orders.act(held, { act: 'park', park_reason: 'form' })}>
            {say('adviser.queue.park.form')}
          </Button>
        </div>
      ) : null}
      {due === null ? null : (
        <Notice tone={due.at <= now ? 'danger' : 'attention'} icon="clock" live>
          {due.here
            ? say(due.at <= now ? 'adviser.strip.overrun' : 'adviser.strip.soon', { at: time_of_day(due.at, language, zone), number: due.ticket.number, site: place_words(due.ticket, say) })
            : say(awaited_words(due.appointment, due.at <= now), {
                at: time_of_day(due.at, language, zone),
                name: due.appointment.visitor.first_name,
                site: due.appointment.site?.name ?? say(`adviser.door.${due.appointment.door}`),
              })}
        </Notice>
      )}
      {held && moving ? <TransferDialog ticket={held} orders={orders} on_close={() => set_moving(false)} /> : null}
    </div>
  );
}
