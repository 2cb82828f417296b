// SPDX-License-Identifier: EUPL-1.2
// Shows files at the kiosk: a new one takes the place of the one before.
import { new_id, type Call, type OutgoingPaper } from '@parvis/call';
import type { ChosenFile } from './chosen_file.ts';
import type { Tray, TrayEvent } from './tray_model.ts';

export class FileShowing {
  private readonly call_: Call<'adviser'>;
  private readonly tray_: () => Tray;
  private readonly tell_: (event: TrayEvent) => void;
  private sent_: ChosenFile | null = null;
  private outgoing_: OutgoingPaper | null = null;

  constructor(call: Call<'adviser'>, tray: () => Tray, tell: (event: TrayEvent) => void) {
    this.call_ = call;
    this.tray_ = tray;
    this.tell_ = tell;
  }

  /** Whether the file on the kiosk's table, or on its way there, is this one. */
  is_there(chosen: ChosenFile | null): boolean {
    return chosen !== null && this.sent_ === chosen && this.tray_().file?.step !== 'failed';
  }

  /** Sends the file; it is shown as soon as it is there. */
  async show(chosen: ChosenFile): Promise<void> {
    this.cancel();
    const command_id = new_id();
    const transfer_id = new_id();
    const { name, bytes } = chosen;
    this.sent_ = chosen;
    this.tell_({ type: 'file_sent', command_id, transfer_id, name });
    const outgoing = this.call_.papers.send({ transfer_id, name, media_type: 'application/pdf', bytes });
    this.outgoing_ = outgoing;
    const outcome = await outgoing.done;
    if (this.outgoing_ !== outgoing) return;
    this.outgoing_ = null;
    if (outcome.outcome === 'received') this.order(command_id, transfer_id, name, 1, null);
    else this.fail(command_id, outcome.outcome === 'failed' ? outcome.reason : outcome.outcome);
  }

  /** What the citizen or the adviser closed is shown once more; nothing is sent again. */
  show_again(): void {
    const { file } = this.tray_();
    if (file?.paper_id) this.order(new_id(), file.paper_id, file.name, file.page, file.paper_id);
  }

  turn_page(page: number): void {
    const { file } = this.tray_();
    if (file) this.call_.control.send({ type: 'turn_page', command_id: file.command_id, page });
  }

  close_file(): void {
    const { file } = this.tray_();
    if (file) this.call_.control.send({ type: 'close_file', command_id: file.command_id });
  }

  /** Stops sending. */
  cancel(): void {
    this.outgoing_?.cancel();
  }

  /** The kiosk's page was loaded anew. The kiosk itself still has what was shown; what was on its way is lost. */
  kiosk_page_is_new(): void {
    const { file } = this.tray_();
    if (file?.step === 'shown') this.show_again();
    else if (file?.step === 'arrived') this.fail(file.command_id, 'peer_replaced');
  }

  forget(): void {
    this.sent_ = null;
    this.outgoing_ = null;
  }

  private order(command_id: string, paper_id: string, name: string, page: number, held: string | null): void {
    this.tell_({ type: 'file_arrived', command_id, name, paper_id: held, page });
    this.call_.control.send({ type: 'show_file', command_id, paper_id, name, page });
  }

  private fail(command_id: string, reason: string): void {
    this.tell_({ type: 'said', message: { type: 'command_refused', command_id, reason } });
  }
}
