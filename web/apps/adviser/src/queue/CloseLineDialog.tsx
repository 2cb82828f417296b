// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Button, Dialog, Field } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import type { LineView } from '../console_model.ts';
import styles from './queue.module.css';
import type { QueueOrders } from './queue_orders.ts';

const longest_message = 200;
const examples = ['tomorrow', 'noon', 'telephone'] as const;

interface CloseLineDialogProps {
  line: LineView;
  orders: QueueOrders;
  on_close(): void;
}

/** No more today: everybody who waits, and who comes, is told why in one sentence. */
export function CloseLineDialog({ line, orders, on_close }: CloseLineDialogProps): ReactElement {
  const say = useSay();
  const [message, set_message] = useState('');
  const [tried, set_tried] = useState(false);
  const missing = message.trim() === '';
  const close = async () => {
    set_tried(true);
    if (!missing && (await orders.close_line(line.group_id, message.trim()))) on_close();
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
          <Button tone="danger" icon="stop" pending={orders.pending} on_press={() => void close()}>
            {say('adviser.close_line.confirm', { count: line.waiting })}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <p className={styles.plain}>{say('adviser.close_line.detail', { count: line.waiting })}</p>
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
      </div>
    </Dialog>
  );
}
