// SPDX-License-Identifier: EUPL-1.2
// Scanned pages: orders of the adviser to the daemon, the citizen's word, and agreed pages to the adviser.
import { new_id, type MessageOf, type PageDecision, type ReceivedBy } from '@parvis/call';
import { read_strip } from '../papers/preview_strip.ts';
import { lost_with_daemon, sent_pages, type DeskPage } from '../papers/paper_desk.ts';
import type { Message, Paper } from '../wire.ts';
import type { Orders } from './orders.ts';

type Heard = ReceivedBy<'kiosk'>;
/** The adviser's progress bar needs no more than this. */
const progress_every_ms = 250;
/** Pages beyond this are fetched from the daemon again when they are needed again. */
const most_kept_bytes = 128 * 1024 * 1024;

export class PageClerk {
  private readonly orders_: Orders;
  private readonly assembling_ = new Set<string>();
  /** The pages of this interview, so that an adviser who comes back gets them though the daemon was restarted. */
  private readonly kept_ = new Map<string, ArrayBuffer>();
  private pages_of_scan_ = 0;
  private progress_told_at_ = 0;
  private strips_seen_ = false;

  constructor(orders: Orders) {
    this.orders_ = orders;
  }

  // ---- the adviser

  async scan({ command_id, options }: MessageOf<Heard, 'scan'>): Promise<void> {
    const { orders_: orders } = this;
    if (!orders.begin(command_id)) return;
    performance.mark('parvis:scan-ordered');
    this.pages_of_scan_ = 0;
    orders.change({ type: 'scan_ordered', command_id, source: options.source });
    const done = await orders.tools.link.send('scan', { command_id, grant: orders.grant, options });
    if (done.ok) return;
    orders.change({ type: 'scan_ended', command_id, status: 'cancelled' });
    orders.refuse(command_id, done.error.reason);
  }

  cancel_scan(command_id: string): void {
    void this.orders_.tools.link.send('cancel_scan', { command_id });
  }

  async retouch({ command_id, page_id, operation }: MessageOf<Heard, 'retouch'>): Promise<void> {
    const { orders_: orders } = this;
    if (!orders.begin(command_id)) return;
    const done = await orders.tools.link.send('retouch', { command_id, grant: orders.grant, paper_id: page_id, operation });
    if (!done.ok) orders.refuse(command_id, done.error.reason);
  }

  async assemble({ command_id, page_ids, black_and_white = false }: MessageOf<Heard, 'assemble'>): Promise<void> {
    const { orders_: orders } = this;
    if (!orders.begin(command_id)) return;
    this.assembling_.add(command_id);
    const done = await orders.tools.link.send('assemble', { command_id, grant: orders.grant, paper_ids: page_ids, black_and_white });
    if (done.ok) return;
    this.assembling_.delete(command_id);
    orders.refuse(command_id, done.error.reason);
  }

  drop_page(page_id: string): void {
    void this.orders_.tools.link.send('drop_paper', { paper_id: page_id });
    this.orders_.change({ type: 'page_gone', page_id });
    this.forget(page_id);
  }

  /** Everything that an adviser's page must know that has just been loaded; nobody is asked again. */
  send_again(): void {
    const { orders_: orders } = this;
    const { desk } = orders;
    for (const page of sent_pages(desk)) void this.send_page(page, null);
    for (const page of desk.pages) {
      const { command_id, page_id, page_number } = page;
      if (page.state === 'waiting') orders.tell({ type: 'page_waiting', command_id, page_id, page_number });
    }
    const { scan } = desk;
    if (scan && scan.page_number > 0) orders.tell({ type: 'scan_started', command_id: scan.command_id, page_number: scan.page_number });
  }

  // ---- the citizen

  async decide(page: DeskPage, decision: PageDecision): Promise<void> {
    const { orders_: orders } = this;
    const { page_id } = page;
    orders.change({ type: 'page_is', page_id, state: 'deciding' });
    const done = await orders.tools.link.send('decide_page', { paper_id: page_id, decision });
    if (!done.ok && done.error.code === 'not_found') return this.lose(page);
    if (!done.ok) return orders.change({ type: 'page_is', page_id, state: 'waiting' });
    orders.change({ type: 'page_is', page_id, state: decision === 'send' ? 'sending' : 'kept' });
    orders.tell({ type: 'page_decided', page_id, decision });
    if (decision === 'send') await this.send_page(page, null);
    else this.forget(page_id);
  }

  // ---- the daemon

  scan_started({ command_id, page_number }: Message<'scan_started'>): void {
    this.orders_.tools.pictures.begin(page_number);
    this.strips_seen_ = false;
    this.orders_.change({ type: 'scan_started', command_id, page_number });
    this.orders_.tell({ type: 'scan_started', command_id, page_number });
  }

  strip_came(frame: ArrayBuffer): void {
    const strip = read_strip(frame);
    if (!strip || !this.orders_.tools.pictures.draw(strip)) return;
    if (!this.strips_seen_) performance.mark('parvis:first-strip');
    this.strips_seen_ = true;
    const { page_number, of_rows } = strip;
    const rows = strip.first_row + strip.rows;
    if (rows === of_rows) performance.mark('parvis:last-line');
    this.orders_.change({ type: 'rows_came', page_number, rows, of_rows });
    this.tell_progress(page_number, rows, of_rows);
  }

  private tell_progress(page_number: number, rows: number, of_rows: number | null): void {
    const command_id = this.orders_.desk.scan?.command_id;
    const now = performance.now();
    if (command_id === undefined || (now - this.progress_told_at_ < progress_every_ms && rows !== of_rows)) return;
    this.progress_told_at_ = now;
    this.orders_.tell({ type: 'scan_progress', command_id, page_number, rows, of_rows });
  }

  page_scanned({ command_id, page }: Message<'page_scanned'>): void {
    const { orders_: orders } = this;
    this.pages_of_scan_ += 1;
    orders.tools.pictures.keep_live(page.paper_id);
    orders.change({ type: 'page_scanned', command_id, page });
    orders.answer({ type: 'page_waiting', command_id, page_id: page.paper_id, page_number: page.page_number ?? this.pages_of_scan_ });
    orders.tools.speak('show_before_sending');
    void this.show(page);
  }

  /** The page itself takes the place of its preview. */
  async show({ paper_id, media_type }: Paper): Promise<void> {
    const bytes = await this.bytes_of(paper_id);
    if (!bytes || !this.is_wanted(paper_id)) return;
    await this.orders_.tools.pictures.show(paper_id, bytes, media_type);
    this.orders_.picture_changed();
  }

  scan_finished({ command_id, pages }: Message<'scan_finished'>): void {
    this.orders_.tools.pictures.forget_live();
    this.orders_.change({ type: 'scan_ended', command_id, status: 'finished' });
    this.orders_.answer({ type: 'scan_finished', command_id, pages });
  }

  scan_failed({ command_id, status, pages }: Message<'scan_failed'>): void {
    this.orders_.tools.pictures.forget_live();
    this.orders_.change({ type: 'scan_ended', command_id, status });
    this.orders_.answer({ type: 'scan_failed', command_id, status, pages });
  }

  paper_ready({ command_id, paper, replaces }: Message<'paper_ready'>): void {
    const { orders_: orders } = this;
    if (replaces === undefined) return void this.send_document(command_id, paper);
    const page = orders.desk.pages.find(({ page_id }) => page_id === replaces);
    void orders.tools.link.send('drop_paper', { paper_id: replaces });
    if (!page) return;
    this.forget(replaces);
    orders.change({ type: 'page_replaced', page_id: replaces, by: paper });
    void this.send_page({ ...page, page_id: paper.paper_id, media_type: paper.media_type }, replaces);
  }

  command_failed({ command_id, reason }: Message<'command_failed'>): void {
    this.assembling_.delete(command_id);
    this.orders_.refuse(command_id, reason);
  }

  /** A daemon that remembers nothing, or less than this page. */
  daemon_is_new(held: readonly Paper[]): void {
    const { orders_: orders } = this;
    const { scan, pages } = lost_with_daemon(orders.desk, held);
    if (scan) this.fail(scan.command_id);
    for (const page of pages) this.lose(page);
    for (const command_id of this.assembling_) orders.refuse(command_id, 'io_error');
    this.assembling_.clear();
  }

  /** Forgets every page; gives how many there were. */
  wipe(): number {
    const held = new Set([...this.kept_.keys(), ...this.orders_.tools.pictures.ids()]).size;
    this.kept_.clear();
    return held;
  }

  // ----

  private is_wanted(page_id: string): boolean {
    return this.orders_.desk.pages.some((page) => page.page_id === page_id && page.state !== 'kept');
  }

  private forget(page_id: string): void {
    this.kept_.delete(page_id);
    this.orders_.tools.pictures.forget(page_id);
  }

  private async bytes_of(page_id: string): Promise<ArrayBuffer | null> {
    const kept = this.kept_.get(page_id);
    if (kept) return kept;
    const fetched = await this.orders_.tools.papers.fetch(page_id);
    if (!fetched.ok) return null;
    const all = [...this.kept_.values()].reduce((sum, bytes) => sum + bytes.byteLength, fetched.value.byteLength);
    if (all <= most_kept_bytes && this.is_wanted(page_id)) this.kept_.set(page_id, fetched.value);
    return fetched.value;
  }

  private fail(command_id: string): void {
    this.orders_.tools.pictures.forget_live();
    this.orders_.change({ type: 'scan_ended', command_id, status: 'io_error' });
    this.orders_.answer({ type: 'scan_failed', command_id, status: 'io_error', pages: this.pages_of_scan_ });
  }

  private lose(page: DeskPage): void {
    this.forget(page.page_id);
    this.orders_.change({ type: 'page_gone', page_id: page.page_id });
    this.orders_.answer({ type: 'scan_failed', command_id: page.command_id, status: 'io_error', pages: 0 });
  }

  private async send_page(page: DeskPage, replaces: string | null): Promise<void> {
    const { orders_: orders } = this;
    const { page_id, page_number, media_type } = page;
    const bytes = await this.bytes_of(page_id);
    if (!bytes) return;
    const transfer_id = new_id();
    orders.tell({ type: 'page_ready', page_id, transfer_id, replaces });
    const name = `page-${page_number}.${media_type === 'image/png' ? 'png' : 'jpg'}`;
    const outcome = await orders.call.papers.send({ transfer_id, name, media_type, bytes, small_picture: orders.tools.pictures.small_of(page_id) }).done;
    if (outcome.outcome !== 'received') return;
    orders.change({ type: 'page_is', page_id, state: 'sent' });
    orders.tools.pictures.drop(page_id);
  }

  private async send_document(command_id: string, paper: Paper): Promise<void> {
    const { orders_: orders } = this;
    this.assembling_.delete(command_id);
    const bytes = await orders.tools.papers.fetch(paper.paper_id);
    if (!bytes.ok) return orders.refuse(command_id, bytes.error.reason);
    const transfer_id = new_id();
    orders.answer({ type: 'paper_ready', command_id, paper_id: paper.paper_id, transfer_id });
    orders.call.papers.send({ transfer_id, name: 'document.pdf', media_type: paper.media_type, bytes: bytes.value });
  }
}
