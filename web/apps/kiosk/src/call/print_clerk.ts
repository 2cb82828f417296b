// SPDX-License-Identifier: EUPL-1.2
// Documents of the adviser: kept until the citizen has seen them, then printed by the daemon or dropped.
import type { MessageOf, PrintDecision, PrintOptions, ReceivedBy } from '@parvis/call';
import { is_over, lost_with_daemon, type DeskPrint } from '../papers/paper_desk.ts';
import type { Message } from '../wire.ts';
import type { Orders } from './orders.ts';

type Heard = ReceivedBy<'kiosk'>;
type PrintOrder = MessageOf<Heard, 'print'>;

/** The file of a print order and its id at the daemon. */
interface Offered {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly paper_id: string;
  readonly options: PrintOptions;
}

/** What the citizen hears when the printer needs somebody. */
const troubles = new Set<string>(['paper_out', 'jammed', 'cover_open', 'printer_stopped', 'printer_offline']);

export class PrintClerk {
  private readonly orders_: Orders;
  private readonly offered_ = new Map<string, Offered>();

  constructor(orders: Orders) {
    this.orders_ = orders;
  }

  /** The document that a print order is about. */
  bytes_of(command_id: string): Uint8Array<ArrayBuffer> | null {
    return this.offered_.get(command_id)?.bytes ?? null;
  }

  async print(order: PrintOrder): Promise<void> {
    const { orders_: orders } = this;
    const { command_id, paper_id, purpose, options } = order;
    if (!orders.begin(command_id)) return;
    const file = await this.file_of(paper_id);
    if (!file) return orders.refuse(command_id, 'paper_unknown');
    if (file.media_type !== 'application/pdf') return orders.refuse(command_id, 'paper_not_pdf');
    orders.change({ type: 'print_asked', command_id, purpose, options });
    const given = await orders.tools.papers.give(file.bytes, file.media_type);
    orders.received.delete(paper_id);
    if (!given.ok) {
      orders.change({ type: 'print_gone', command_id });
      return orders.refuse(command_id, given.error.reason);
    }
    this.offered_.set(command_id, { bytes: file.bytes, paper_id: given.value.paper_id, options });
    orders.change({ type: 'print_is', command_id, state: 'asked' });
    orders.answer({ type: 'print_waiting', command_id });
    orders.tools.speak('show_before_printing');
  }

  /** A file that the adviser sent, or a document that was put together here. */
  private async file_of(paper_id: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; media_type: string } | null> {
    const received = this.orders_.received.get(paper_id);
    if (received) return { bytes: received.content, media_type: received.media_type };
    const held = await this.orders_.tools.papers.fetch(paper_id);
    return held.ok ? { bytes: new Uint8Array(held.value), media_type: 'application/pdf' } : null;
  }

  async decide({ command_id }: DeskPrint, decision: PrintDecision): Promise<void> {
    const { orders_: orders } = this;
    const offered = this.offered_.get(command_id);
    if (!offered) return;
    orders.change({ type: 'print_is', command_id, state: 'deciding' });
    const { paper_id, options } = offered;
    const agreed = decision === 'print';
    const done = await orders.tools.link.send('print', { command_id, grant: orders.grant, paper_id, options, agreed });
    this.offered_.delete(command_id);
    if (!done.ok) {
      orders.change({ type: 'print_gone', command_id });
      return orders.refuse(command_id, done.error.reason);
    }
    orders.answer({ type: 'print_decided', command_id, decision });
    if (!agreed) return orders.change({ type: 'print_is', command_id, state: 'refused' });
    // The printer's own word may have come before the answer.
    if (orders.desk.prints.some((print) => print.command_id === command_id && print.state === 'deciding')) {
      orders.change({ type: 'print_is', command_id, state: 'sending' });
    }
    orders.tools.speak('printing');
  }

  cancel({ command_id }: { command_id: string }): void {
    const { orders_: orders } = this;
    const offered = this.offered_.get(command_id);
    if (!offered) return void orders.tools.link.send('cancel_print', { command_id });
    this.offered_.delete(command_id);
    void orders.tools.link.send('drop_paper', { paper_id: offered.paper_id });
    orders.change({ type: 'print_gone', command_id });
    orders.answer({ type: 'print_state', command_id, state: 'cancelled', reasons: [] });
  }

  print_changed({ command_id, state, reasons }: Message<'print_changed'>): void {
    this.orders_.change({ type: 'print_is', command_id, state });
    this.orders_.answer({ type: 'print_state', command_id, state, reasons: [...reasons] });
    if (troubles.has(state)) this.orders_.tools.speak('printer_needs_help');
  }

  send_again(): void {
    for (const { command_id, state } of this.orders_.desk.prints) {
      if (state === 'asked') this.orders_.tell({ type: 'print_waiting', command_id });
      else if (state !== 'fetching' && state !== 'deciding' && state !== 'refused') {
        this.orders_.tell({ type: 'print_state', command_id, state, reasons: [] });
      }
    }
  }

  /** A daemon that remembers nothing: what was printing may or may not come out; what was asked is asked no more. */
  daemon_is_new(): void {
    const { orders_: orders } = this;
    for (const { command_id, state } of lost_with_daemon(orders.desk, []).prints) {
      if (is_over(state)) continue;
      const was_asked = state === 'asked' || state === 'fetching';
      this.offered_.delete(command_id);
      if (was_asked) {
        orders.change({ type: 'print_gone', command_id });
        orders.refuse(command_id, 'io_error');
      } else {
        orders.change({ type: 'print_is', command_id, state: 'unknown_outcome' });
        orders.answer({ type: 'print_state', command_id, state: 'unknown_outcome', reasons: [] });
      }
    }
  }

  wipe(): number {
    const held = this.offered_.size;
    this.offered_.clear();
    return held;
  }
}
