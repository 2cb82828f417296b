// SPDX-License-Identifier: EUPL-1.2
// What the clerks of an interview share: the table, the line to the adviser, the line to the daemon.
import type { LinkClient } from '@parvis/api';
import { OncePerCommand, type Call, type KioskMessage, type ReceivedPaper, type SharedMessage } from '@parvis/call';
import { desk_after, empty_desk, type Desk, type DeskEvent } from '../papers/paper_desk.ts';
import type { DaemonPapers } from '../papers/daemon_papers.ts';
import type { PagePictures } from '../papers/page_pictures.ts';
import type { Sentence } from '../voice/voice.ts';

export interface ClerkTools {
  readonly interview_id: string;
  readonly link: LinkClient;
  readonly papers: DaemonPapers;
  readonly pictures: PagePictures;
  /** Says a sentence of the kiosk's voice in the citizen's language. */
  speak(sentence: Sentence): void;
}

/** One interview's orders: each adviser's command is done once, and answered again when it is repeated. */
export class Orders {
  readonly tools: ClerkTools;
  grant = '';
  /** Files of the adviser that came and are about to be shown or printed, by transfer. */
  readonly received = new Map<string, ReceivedPaper>();
  private readonly once_ = new OncePerCommand<KioskMessage>();
  private readonly call_: () => Call<'kiosk'>;
  private readonly on_change_: () => void;
  private desk_: Desk;
  private over_ = false;
  /** Changes when a picture was exchanged for a better one. */
  pictures_version = 0;

  constructor(tools: ClerkTools, call: () => Call<'kiosk'>, desk: Desk, on_change: () => void) {
    this.tools = tools;
    this.call_ = call;
    this.desk_ = desk;
    this.on_change_ = on_change;
  }

  get desk(): Desk {
    return this.desk_;
  }

  get call(): Call<'kiosk'> {
    return this.call_();
  }

  /** Nothing changes any more after wipe(): answers of the daemon may still come in. */
  change(event: DeskEvent): void {
    if (this.over_) return;
    this.desk_ = desk_after(this.desk_, event);
    this.on_change_();
  }

  picture_changed(): void {
    this.pictures_version += 1;
    this.on_change_();
  }

  tell(message: KioskMessage | SharedMessage): void {
    this.call.control.send(message);
  }

  /** True when this command was never begun; otherwise its answers so far are given again. */
  begin(command_id: string): boolean {
    const known = this.once_.begin(command_id);
    if (known === 'new') return true;
    for (const answer of known) this.tell(answer);
    return false;
  }

  /** An answer that a repeated command gets again. */
  answer(message: Extract<KioskMessage, { command_id: string }>): void {
    this.once_.record(message.command_id, message);
    this.tell(message);
  }

  refuse(command_id: string, reason: string): void {
    this.answer({ type: 'command_refused', command_id, reason });
  }

  /** Everything is forgotten, and nothing is done any more. */
  wipe(): void {
    this.over_ = true;
    this.tools.pictures.wipe();
    this.once_.forget();
    this.received.clear();
    this.grant = '';
    this.desk_ = empty_desk;
  }
}
