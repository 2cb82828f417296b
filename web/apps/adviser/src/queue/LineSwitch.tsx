// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Button } from '@parvis/ui';
import { useState, type ReactElement } from 'react';
import type { KioskView, LineView } from '../console_model.ts';
import { CloseLineDialog } from './CloseLineDialog.tsx';
import type { QueueOrders } from './queue_orders.ts';

interface LineSwitchProps {
  line: LineView;
  kiosks: readonly KioskView[];
  orders: QueueOrders;
  named: boolean;
}

/** Closes a line, for one site or for all, and opens the whole of it again. */
export function LineSwitch({ line, kiosks, orders, named }: LineSwitchProps): ReactElement {
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
      {closing ? <CloseLineDialog line={line} kiosks={kiosks} orders={orders} on_close={() => set_closing(false)} /> : null}
    </>
  );
}
