// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Button, Dialog, RadioGroup } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import type { TicketView } from '../console_model.ts';
import type { QueueOrders, UrgentReason } from './queue_orders.ts';
import { place_words } from './queue_words.ts';

const reasons: readonly UrgentReason[] = ['health', 'young_child', 'last_transport', 'deadline', 'distress'];

/** Somebody goes first, for a reason that is written down. */
export function UrgentDialog({ ticket, orders, on_close }: { ticket: TicketView; orders: QueueOrders; on_close(): void }): ReactElement {
  const say = useSay();
  const [reason, choose] = useState<UrgentReason | null>(null);
  const confirm = async () => {
    if (reason !== null && (await orders.act(ticket, { act: 'urgent', urgent_reason: reason }))) on_close();
  };
  return (
    <Dialog
      title={say('adviser.urgent.title', { number: ticket.number, site: place_words(ticket, say) })}
      is_open
      on_close={on_close}
      actions={
        <>
          <Button on_press={on_close}>{say('adviser.cancel')}</Button>
          <Button tone="primary" icon="check" disabled={reason === null} pending={orders.pending} on_press={() => void confirm()}>
            {say('adviser.urgent.confirm')}
          </Button>
        </>
      }
    >
      <RadioGroup<UrgentReason>
        label={say('adviser.urgent.why')}
        value={reason}
        on_change={choose}
        choices={reasons.map((value) => ({ value, label: say(`adviser.urgent.${value}`) }))}
      />
    </Dialog>
  );
}
