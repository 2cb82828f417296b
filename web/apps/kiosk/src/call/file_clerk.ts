// SPDX-License-Identifier: EUPL-1.2
// The file that the adviser shows without printing it: the daemon holds it under the adviser's grant, this page draws it.
import type { FileCloser, MessageOf, ReceivedBy } from '@parvis/call';
import type { Paper } from '../wire.ts';
import type { Orders } from './orders.ts';

type Heard = ReceivedBy<'kiosk'>;
type ShowOrder = MessageOf<Heard, 'show_file'>;
interface Held {
  readonly paper_id: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export class FileClerk {
  private readonly orders_: Orders;
  private bytes_: Uint8Array<ArrayBuffer> | null = null;
  /** The newest order to show: what an older one still fetches comes too late. */
  private newest_: string | null = null;

  constructor(orders: Orders) {
    this.orders_ = orders;
  }

  /** The PDF on the table, closed or not. */
  get bytes(): Uint8Array<ArrayBuffer> | null {
    return this.bytes_;
  }

  // ---- the adviser

  async show(order: ShowOrder): Promise<void> {
    const { orders_: orders } = this;
    const { command_id, name, page } = order;
    if (!orders.begin(command_id)) return;
    this.newest_ = command_id;
    const held = await this.held(order);
    if (typeof held === 'string') return orders.refuse(command_id, held);
    const { paper_id, bytes } = held;
    const shown = await orders.tools.link.send('show_paper', { command_id, grant: orders.grant, paper_id });
    const before = orders.desk.file;
    const replaced = this.newest_ !== command_id;
    if (!shown.ok || replaced) {
      bytes.fill(0);
      if (before?.paper_id !== paper_id) this.drop_at_daemon(paper_id);
      return shown.ok ? orders.answer({ type: 'file_closed', command_id, by: 'adviser' }) : orders.refuse(command_id, shown.error.reason);
    }
    if (before && before.paper_id !== paper_id) this.drop_at_daemon(before.paper_id);
    this.bytes_?.fill(0);
    this.bytes_ = bytes;
    orders.change({ type: 'file_came', file: { command_id, paper_id, name, page, pages: null, open: true } });
    orders.tools.speak('file_shown');
  }

  turn_page({ command_id, page }: { command_id: string; page: number }): void {
    if (this.is_open(command_id)) this.turn(page);
  }

  close_file({ command_id }: { command_id: string }): void {
    if (this.is_open(command_id)) this.close('adviser');
  }

  /** What an adviser's page must know that has just been loaded. */
  send_again(): void {
    if (this.orders_.desk.file?.open) this.tell_shown();
  }

  // ---- the citizen

  turn(page: number): void {
    this.orders_.change({ type: 'file_is', page });
    this.tell_shown();
  }

  close(by: FileCloser): void {
    const { file } = this.orders_.desk;
    if (!file) return;
    this.orders_.change({ type: 'file_is', open: false });
    this.orders_.tell({ type: 'file_closed', command_id: file.command_id, by });
  }

  open_again(): void {
    this.orders_.change({ type: 'file_is', open: true });
    this.tell_shown();
  }

  // ---- this page

  /** The file could be opened, and is seen from now on. */
  opened(pages: number): void {
    this.orders_.change({ type: 'file_is', pages });
    this.tell_shown();
  }

  unreadable(): void {
    const { file } = this.orders_.desk;
    if (!file) return;
    this.forget();
    this.drop_at_daemon(file.paper_id);
    this.orders_.refuse(file.command_id, 'paper_damaged');
  }

  /** A daemon that no longer holds the file: it can be neither printed nor wiped with a count, so it is put away. */
  daemon_is_new(papers: readonly Paper[]): void {
    const { file } = this.orders_.desk;
    if (!file || papers.some(({ paper_id }) => paper_id === file.paper_id)) return;
    this.close('kiosk');
    this.forget();
  }

  /** Forgets the file; gives how many there were. */
  wipe(): number {
    const held = this.bytes_ ? 1 : 0;
    this.newest_ = null;
    this.forget();
    return held;
  }

  // ----

  private is_open(command_id: string): boolean {
    const { file } = this.orders_.desk;
    return file?.command_id === command_id && file.open;
  }

  /** Said once there is something to be seen, and at each turn. */
  private tell_shown(): void {
    const { file } = this.orders_.desk;
    if (!file?.pages) return;
    const { command_id, paper_id, name, page, pages } = file;
    this.orders_.tell({ type: 'file_shown', command_id, paper_id, name, page, pages });
  }

  /** The file, given to the daemon if it has just come; or the reason why not. */
  private async held({ paper_id }: ShowOrder): Promise<Held | string> {
    const { received, tools } = this.orders_;
    const file = received.get(paper_id);
    if (!file) {
      const fetched = await tools.papers.fetch(paper_id);
      return fetched.ok ? { paper_id, bytes: new Uint8Array(fetched.value) } : fetched.error.reason;
    }
    received.delete(paper_id);
    const given = await tools.papers.give(file.content, file.media_type);
    return given.ok ? { paper_id: given.value.paper_id, bytes: file.content } : given.error.reason;
  }

  private drop_at_daemon(paper_id: string): void {
    void this.orders_.tools.link.send('drop_paper', { paper_id });
  }

  private forget(): void {
    this.bytes_?.fill(0);
    this.bytes_ = null;
    this.orders_.change({ type: 'file_gone' });
  }
}
