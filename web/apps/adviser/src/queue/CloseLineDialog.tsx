// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Button, Checkbox, Dialog, Field, Select } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import type { KioskView, LineView } from '../console_model.ts';
import styles from './queue.module.css';
import type { QueueOrders } from './queue_orders.ts';
import { still_to_come } from './today_model.ts';
import { useCancelAll } from './use_cancel_all.ts';
import { useNow } from './use_now.ts';
import { useToday } from './use_today.tsx';

const longest_message = 200;
const examples = ['tomorrow', 'noon', 'telephone'] as const;
const everywhere = 'everywhere';

interface CloseLineDialogProps {
  line: LineView;
  kiosks: readonly KioskView[];
  orders: QueueOrders;
  on_close(): void;
}

/** Sites that this line serves and that are not closed yet, each once. */
function sites_of(line: LineView, kiosks: readonly KioskView[]): { value: string; label: string }[] {
  const closed = new Set(line.closed_sites.map((site) => site.site_id));
  const served = kiosks.filter((kiosk) => kiosk.offers.some((offer) => offer.acronym === line.acronym) && !closed.has(kiosk.site_id));
  const named = new Map(served.map((kiosk) => [kiosk.site_id, kiosk.site_name]));
  return [...named].map(([value, label]) => ({ value, label })).sort((one, other) => one.label.localeCompare(other.label));
}

/** No more today, at one site or at all: who waits and who comes is told why in one sentence; who is booked too, if wanted. */
export function CloseLineDialog({ line, kiosks, orders, on_close }: CloseLineDialogProps): ReactElement {
  const say = useSay();
  const now = useNow();
  const { appointments } = useToday();
  const { pending, cancel_all } = useCancelAll();
  const [where, choose] = useState(everywhere);
  const [message, set_message] = useState('');
  const [cancels, set_cancels] = useState(false);
  const [tried, set_tried] = useState(false);
  const sites = sites_of(line, kiosks);
  const site_id = where === everywhere ? null : where;
  const here = line.tickets.filter((ticket) => site_id === null || ticket.site_id === site_id);
  const count = site_id === null ? line.waiting : here.filter((ticket) => ticket.position !== undefined).length;
  const booked = still_to_come(appointments, [line], now, site_id, line.group_id);
  const missing = message.trim() === '';
  const close = async () => {
    set_tried(true);
    if (missing || !(await orders.close_line(line.group_id, message.trim(), site_id))) return;
    if (!cancels || (await cancel_all(booked))) on_close();
  };
  return (
    <Dialog
      title={say('adviser.close_line')}
      is_open
      size="wide"
      on_close={on_close}
      actions={
        <>
          <Button on_press={on_close}>{say('adviser.cancel')}</Button>
          <Button tone="danger" icon="stop" pending={orders.pending || pending} on_press={() => void close()}>
            {say('adviser.close_line.confirm', { count })}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {sites.length > 1 ? (
          <Select
            label={say('adviser.close_line.where')}
            value={where}
            on_change={choose}
            choices={[{ value: everywhere, label: say('adviser.close_line.everywhere') }, ...sites]}
          />
        ) : null}
        <p className={styles.plain}>{say('adviser.close_line.detail', { count })}</p>
        <Field
          label={say('adviser.close_line.message')}
          description={say('adviser.close_line.message_detail')}
          value={message}
          on_change={set_message}
          lines={2}
          max_length={longest_message}
          autofocus
          error={tried && missing ? say('adviser.close_line.missing') : null}
        />
        <div className={styles.examples}>
          {examples.map((example) => (
            <Button key={example} size="small" on_press={() => set_message(say(`adviser.close_line.example.${example}`))}>
              {say(`adviser.close_line.example.${example}`)}
            </Button>
          ))}
        </div>
        {booked.length > 0 ? (
          <Checkbox is_selected={cancels} on_change={set_cancels}>
            {say('adviser.close_line.cancel_booked', { count: booked.length })}
          </Checkbox>
        ) : null}
      </div>
    </Dialog>
  );
}
