// SPDX-License-Identifier: EUPL-1.2
// Papers between the citizen's own device and the adviser. Everything is in this page's memory and nowhere else; nothing
// leaves before the citizen has seen it and said yes.
import { new_ulid } from '@parvis/api';
import { new_id, OncePerCommand, type KioskMessage, type MessageOf, type ReceivedBy, type ReceivedPaper } from '@parvis/call';
import type { ClerkTools } from './clerk_tools.ts';
import { forget, pictures_of, retouched, turned, type FileRefusal, type Picture } from './page_pictures.ts';
import { empty_table, with_file, with_page, type GivenFile, type OwnPage, type Table } from './table.ts';

type Heard = ReceivedBy<'kiosk'>;

export class PaperClerk {
  private readonly tools_: ClerkTools;
  private readonly once_ = new OncePerCommand<KioskMessage>();
  private readonly received_ = new Map<string, ReceivedPaper>();
  private table_: Table = empty_table;
  private count_ = 0;
  private over_ = false;

  constructor(tools: ClerkTools) {
    this.tools_ = tools;
  }

  paper_came(paper: ReceivedPaper): void {
    this.received_.set(paper.transfer_id, paper);
  }

  // ---- the adviser asks

  hear(message: Heard): void {
    switch (message.type) {
      case 'scan': return this.ask(message.command_id);
      case 'cancel_scan': return this.ask_no_more(message.command_id);
      case 'retouch': return void this.retouch(message);
      case 'assemble': return this.cannot(message.command_id);
      case 'drop_page': return this.drop(message.page_id);
      case 'show_file': return this.show(message);
      case 'turn_page': return this.turn(message.command_id, message.page);
      case 'close_file': return this.close(message.command_id, 'adviser');
      case 'print': return this.give(message);
      case 'cancel_print': return this.take_back(message.command_id);
      case 'send_again': return this.send_again();
    }
  }

  private ask(command_id: string): void {
    if (!this.begin(command_id)) return;
    this.change({ ...this.table_, asked: command_id });
  }

  private ask_no_more(command_id: string): void {
    if (this.table_.asked !== command_id) return;
    this.change({ ...this.table_, asked: null });
    this.answer({ type: 'scan_failed', command_id, status: 'cancelled', pages: 0 });
  }

  private async retouch({ command_id, page_id, operation }: MessageOf<Heard, 'retouch'>): Promise<void> {
    if (!this.begin(command_id)) return;
    const page = this.table_.pages.find((one) => one.page_id === page_id && one.state !== 'waiting');
    if (!page) return this.refuse(command_id, 'paper_unknown');
    const picture = await retouched(page.picture, operation);
    if (!picture) return this.refuse(command_id, 'unsupported');
    if (this.over_) return forget(picture);
    const by = new_ulid();
    forget(page.picture);
    this.change(with_page(this.table_, page_id, { page_id: by, picture, state: 'sending' }));
    await this.send({ ...page, page_id: by, picture }, page_id);
  }

  private drop(page_id: string): void {
    const page = this.table_.pages.find((one) => one.page_id === page_id);
    if (page) this.forget_page(page);
  }

  private show({ command_id, paper_id, name, page }: MessageOf<Heard, 'show_file'>): void {
    if (!this.begin(command_id)) return;
    const known = this.table_.files.find((file) => file.paper_id === paper_id);
    const bytes = this.bytes_of(paper_id) ?? known?.bytes;
    if (!bytes) return this.refuse(command_id, 'paper_unknown');
    const files = this.table_.files.filter((file) => file !== known);
    this.change({
      ...this.table_,
      files: [...files, { command_id, paper_id, name, bytes, kind: 'shown', purpose: 'document', page, pages: known?.pages ?? null, open: true, answered: null }],
    });
    this.tell_shown(command_id);
  }

  private give({ command_id, paper_id, purpose }: MessageOf<Heard, 'print'>): void {
    if (!this.begin(command_id)) return;
    const shown = this.table_.files.find((file) => file.paper_id === paper_id);
    const name = this.received_.get(paper_id)?.name ?? shown?.name ?? '';
    const bytes = this.bytes_of(paper_id) ?? shown?.bytes;
    if (!bytes) return this.refuse(command_id, 'paper_unknown');
    const files = this.table_.files.filter((file) => file !== shown);
    this.tools_.record('paper_received');
    this.change({ ...this.table_, files: [...files, { command_id, paper_id, name, bytes, kind: 'given', purpose, page: 1, pages: null, open: true, answered: null }] });
    this.answer({ type: 'print_waiting', command_id });
  }

  private take_back(command_id: string): void {
    const file = this.table_.files.find((one) => one.command_id === command_id && one.answered === null);
    if (!file) return;
    this.forget_file(file);
    this.answer({ type: 'print_state', command_id, state: 'cancelled', reasons: [] });
  }

  /** What an adviser's page must know that has just been loaded; nobody is asked again. */
  private send_again(): void {
    const { pages, files } = this.table_;
    for (const page of pages) {
      if (page.state === 'waiting') this.tell({ type: 'page_waiting', command_id: page.command_id, page_id: page.page_id, page_number: page.number });
      else void this.send(page, null);
    }
    for (const file of files) if (file.open && file.kind === 'shown') this.tell_shown(file.command_id);
  }

  // ---- the citizen

  /** Photos and files, each of whose pages then waits for their word. */
  async offer(files: readonly File[]): Promise<FileRefusal | null> {
    const command_id = this.table_.asked ?? new_id();
    let refusal: FileRefusal | null = null;
    for (const file of files) {
      const pictures = await pictures_of(file);
      if (typeof pictures === 'string') refusal = pictures;
      else pictures.forEach((picture) => (this.over_ ? forget(picture) : this.page_came(command_id, picture)));
    }
    return refusal;
  }

  /** A photo that they have looked at, and want to send. */
  send_photo(picture: Picture): void {
    if (this.over_) return forget(picture);
    this.decide(this.page_came(this.table_.asked ?? new_id(), picture), true);
  }

  private page_came(command_id: string, picture: Picture): OwnPage {
    this.count_ += 1;
    const page: OwnPage = { page_id: new_ulid(), command_id, number: this.count_, picture, state: 'waiting' };
    this.change({ ...this.table_, pages: [...this.table_.pages, page] });
    this.tell({ type: 'page_waiting', command_id, page_id: page.page_id, page_number: page.number });
    return page;
  }

  async turn_own(page: OwnPage): Promise<void> {
    const picture = await turned(page.picture, 90);
    if (this.over_) return forget(picture);
    forget(page.picture);
    this.change(with_page(this.table_, page.page_id, { picture }));
  }

  decide(page: OwnPage, send: boolean): void {
    const { page_id, command_id } = page;
    this.tools_.record(send ? 'page_sent' : 'page_kept');
    this.tell({ type: 'page_decided', page_id, decision: send ? 'send' : 'keep' });
    if (send) void this.send(page, null);
    else this.forget_page(page);
    const more = this.table_.pages.some((one) => one.command_id === command_id && one.state === 'waiting');
    if (this.table_.asked !== command_id || more) return;
    this.change({ ...this.table_, asked: null });
    this.answer({ type: 'scan_finished', command_id, pages: this.table_.pages.filter((one) => one.command_id === command_id).length });
  }

  /** "I do not have it." */
  decline(): void {
    if (this.table_.asked !== null) this.ask_no_more(this.table_.asked);
  }

  turn(command_id: string, page: number): void {
    const file = this.table_.files.find((one) => one.command_id === command_id);
    if (!file?.pages) return;
    this.change(with_file(this.table_, command_id, { page: Math.max(1, Math.min(page, file.pages)) }));
    this.tell_shown(command_id);
  }

  opened(command_id: string, pages: number): void {
    this.change(with_file(this.table_, command_id, { pages }));
    this.tell_shown(command_id);
  }

  unreadable(file: GivenFile): void {
    this.forget_file(file);
    this.refuse(file.command_id, 'paper_damaged');
  }

  close(command_id: string, by: 'citizen' | 'adviser'): void {
    const file = this.table_.files.find((one) => one.command_id === command_id);
    if (!file?.open) return;
    this.change(with_file(this.table_, command_id, { open: false }));
    if (file.kind === 'shown') this.tell({ type: 'file_closed', command_id, by });
  }

  open_again(file: GivenFile): void {
    this.change(with_file(this.table_, file.command_id, { open: true }));
    this.tell_shown(file.command_id);
  }

  /** What was given: kept on their device, or not. Saved again nothing is said again. */
  answer_given(file: GivenFile, answered: 'saved' | 'refused'): void {
    const { command_id } = file;
    if (file.answered === null) {
      this.tools_.record(answered === 'saved' ? 'print_agreed' : 'print_refused');
      this.answer({ type: 'print_decided', command_id, decision: answered === 'saved' ? 'print' : 'refuse' });
      if (answered === 'saved') this.answer({ type: 'print_state', command_id, state: 'completed', reasons: [] });
    }
    if (answered === 'refused') this.forget_file(file);
    else this.change(with_file(this.table_, command_id, { answered }));
  }

  // ---- the end

  /** Forgets everything; gives how many papers there were. */
  wipe(): number {
    this.over_ = true;
    const { pages, files } = this.table_;
    const held = pages.length + files.length + this.received_.size;
    for (const page of pages) forget(page.picture);
    for (const file of files) file.bytes.fill(0);
    for (const paper of this.received_.values()) paper.content.fill(0);
    this.received_.clear();
    this.once_.forget();
    this.table_ = empty_table;
    this.tools_.changed(this.table_);
    return held;
  }

  // ----

  /** Bytes that came and belong to the table from now on. */
  private bytes_of(paper_id: string): Uint8Array<ArrayBuffer> | null {
    const paper = this.received_.get(paper_id);
    this.received_.delete(paper_id);
    return paper?.content ?? null;
  }

  private async send({ page_id, number, picture }: OwnPage, replaces: string | null): Promise<void> {
    this.change(with_page(this.table_, page_id, { state: 'sending' }));
    const transfer_id = new_id();
    this.tell({ type: 'page_ready', page_id, transfer_id, replaces });
    const sent = this.tools_.call().papers.send({ transfer_id, name: `page-${number}.jpg`, media_type: 'image/jpeg', bytes: picture.bytes });
    const { outcome } = await sent.done;
    if (outcome === 'received') this.change(with_page(this.table_, page_id, { state: 'sent' }));
  }

  private tell_shown(command_id: string): void {
    const file = this.table_.files.find((one) => one.command_id === command_id);
    if (!file || file.kind !== 'shown' || file.pages === null || !file.open) return;
    const { paper_id, name, page, pages } = file;
    this.tell({ type: 'file_shown', command_id, paper_id, name, page, pages });
  }

  private forget_page(page: OwnPage): void {
    forget(page.picture);
    this.change({ ...this.table_, pages: this.table_.pages.filter(({ page_id }) => page_id !== page.page_id) });
  }

  private forget_file(file: GivenFile): void {
    this.change({ ...this.table_, files: this.table_.files.filter(({ command_id }) => command_id !== file.command_id) });
    file.bytes.fill(0);
  }

  private change(table: Table): void {
    if (this.over_) return;
    this.table_ = table;
    this.tools_.changed(table);
  }

  /** True when this command was never begun and may be done; otherwise it is answered. */
  private begin(command_id: string): boolean {
    const known = this.once_.begin(command_id);
    if (known !== 'new') {
      for (const answer of known) this.tell(answer);
      return false;
    }
    if (this.tools_.may_command()) return true;
    this.refuse(command_id, 'grant_forged');
    return false;
  }

  private cannot(command_id: string): void {
    if (this.begin(command_id)) this.refuse(command_id, 'unsupported');
  }

  private refuse = (command_id: string, reason: string): void => this.answer({ type: 'command_refused', command_id, reason });

  private answer(message: Extract<KioskMessage, { command_id: string }>): void {
    this.once_.record(message.command_id, message);
    this.tell(message);
  }

  private tell(message: KioskMessage): void {
    this.tools_.call().control.send(message);
  }
}
