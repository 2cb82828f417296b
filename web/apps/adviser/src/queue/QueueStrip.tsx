// SPDX-License-Identifier: EUPL-1.2
import { time_of_day, useLanguage, useSay } from '@parvis/i18n';
import { Badge, Button, Notice } from '@parvis/ui';
import { useEffect, useState, type ReactElement } from 'react';
import type { LineView, TicketView } from '../console_model.ts';
import styles from './queue.module.css';
import { useQueueOrders } from './queue_orders.ts';
import { appointment_due } from './queue_words.ts';
import { TransferDialog } from './TransferDialog.tsx';

const look_again_ms = 15_000;

/** During a conversation: whose ticket it is, where they may go on to, and who is due next. */
export function QueueStrip({ held, lines }: { held: TicketView | null; lines: readonly LineView[] }): ReactElement | null {
  const say = useSay();
  const { language } = useLanguage();
  const orders = useQueueOrders();
  const now = useNow();
  const [moving, set_moving] = useState(false);
  const due = appointment_due(lines, now);
  if (!held && !due) return null;
  return (
    <div className={styles.strip}>
      {held ? (
        <div className={styles.strip_line}>
          <Badge icon="person">{say('adviser.strip.number', { number: held.number })}</Badge>
          <Button size="small" icon="arrow_right" on_press={() => set_moving(true)}>
            {say('adviser.queue.transfer')}
          </Button>
          <Button size="small" icon="pause" pending={orders.pending} on_press={() => void orders.act(held, { act: 'park', park_reason: 'form' })}>
            {say('adviser.queue.park.form')}
          </Button>
        </div>
      ) : null}
      {due?.appointment_at === undefined ? null : (
        <Notice tone={due.appointment_at <= now ? 'danger' : 'attention'} icon="clock" live>
          {say(due.appointment_at <= now ? 'adviser.strip.overrun' : 'adviser.strip.soon', {
            at: time_of_day(due.appointment_at, language),
            number: due.number,
            site: due.site_name,
          })}
        </Notice>
      )}
      {held && moving ? <TransferDialog ticket={held} orders={orders} on_close={() => set_moving(false)} /> : null}
    </div>
  );
}

function useNow(): number {
  const [now, set_now] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => set_now(Date.now()), look_again_ms);
    return () => clearInterval(timer);
  }, []);
  return now;
}
