// SPDX-License-Identifier: EUPL-1.2
import type { OutgoingPaper, PaperLine, PaperLineEvents, PaperToSend, PaperWipe } from './api.ts';
import { Events } from './events.ts';
import { read_paper_frame } from './paper_frames.ts';
import type { PaperFrame } from './paper_frames.ts';
import { PaperReceiver } from './paper_receiver.ts';
import { PaperSender } from './paper_sender.ts';
import type { Congestion, PaperChannel } from './paper_sender.ts';

export type PaperLineChannel = PaperChannel & {
  onopen: ((event: Event) => void) | null;
  onclose: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  onbufferedamountlow: ((event: Event) => void) | null;
};

/** Papers in both directions over one channel; the channel may be exchanged for another at any time. */
export class PaperLineOverChannel implements PaperLine {
  private readonly events = new Events<PaperLineEvents>();
  private readonly sender: PaperSender;
  private readonly receiver: PaperReceiver;
  private channel: PaperLineChannel | null = null;
  private closed = false;

  constructor(congestion: () => Congestion, now: () => number = () => performance.now()) {
    this.sender = new PaperSender(this.events, congestion, now);
    this.receiver = new PaperReceiver(this.events, (frame) => this.post(frame), now);
  }

  get limit_bps(): number | null {
    return this.sender.limit_bps;
  }
  /** Papers are on their way, in or out. */
  get active(): boolean {
    return this.sender.active || this.receiver.active;
  }

  on<Name extends keyof PaperLineEvents>(name: Name, listener: (value: PaperLineEvents[Name]) => void): () => void {
    return this.events.on(name, listener);
  }

  send(paper: PaperToSend): OutgoingPaper {
    if (!this.closed) return this.sender.send(paper);
    return { transfer_id: paper.transfer_id, done: Promise.resolve({ outcome: 'failed', reason: 'closed' }), cancel: () => undefined };
  }

  cancel_incoming(transfer_id: string): void {
    this.receiver.cancel(transfer_id, 'receiver');
  }

  attach(channel: PaperLineChannel): void {
    this.detach();
    this.channel = channel;
    channel.onopen = () => this.sender.attach(channel);
    channel.onclose = () => this.sender.detach();
    channel.onbufferedamountlow = () => this.sender.drained();
    channel.onmessage = ({ data }: MessageEvent<unknown>) => this.receive(data);
    if (channel.readyState === 'open') this.sender.attach(channel);
  }

  detach(): void {
    if (this.channel === null) return;
    Object.assign(this.channel, { onopen: null, onclose: null, onbufferedamountlow: null, onmessage: null });
    this.channel = null;
    this.sender.detach();
  }

  /** The other page forgot everything: papers on their way are void in both directions. */
  peer_replaced(): void {
    this.sender.drop_all('peer_replaced');
    this.receiver.drop_all('peer_replaced');
  }

  wipe(): PaperWipe {
    const outgoing = this.sender.drop_all('wiped');
    const incoming = this.receiver.drop_all('wiped');
    return { outgoing: outgoing.papers, incoming: incoming.papers, bytes: outgoing.bytes + incoming.bytes };
  }

  close(): void {
    this.closed = true;
    this.detach();
    this.sender.drop_all('closed');
    this.receiver.drop_all('wiped');
  }

  private post(frame: PaperFrame): void {
    if (this.channel?.readyState === 'open') this.channel.send(JSON.stringify(frame));
  }

  private receive(data: unknown): void {
    if (data instanceof ArrayBuffer) return this.receiver.piece(data);
    const frame = typeof data === 'string' ? read_paper_frame(data) : null;
    if (frame === null) return;
    if (frame.type === 'begin') this.receiver.begin(frame);
    else if (frame.type === 'end') this.receiver.end(frame.transfer_id, frame.checksum);
    else if (frame.type === 'cancel' && frame.by === 'sender') this.receiver.cancel(frame.transfer_id, 'sender');
    else if (frame.type === 'cancel') this.sender.cancel(frame.transfer_id, 'receiver');
    else this.sender.answer(frame);
  }
}
