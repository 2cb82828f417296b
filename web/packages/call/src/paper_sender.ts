// SPDX-License-Identifier: EUPL-1.2
import type { OutgoingPaper, PaperLineEvents, PaperOutcome, PaperToSend } from './api.ts';
import { largest_paper_bytes } from './api.ts';
import type { Events } from './events.ts';
import { RunningChecksum } from './paper_checksum.ts';
import { most_trains, PieceDelays, rate_of_train, train_piece_bytes, train_pieces, type Arrival } from './paper_delay.ts';
import { longest_name, longest_small_picture, is_media_type, piece_bytes, PieceWriter } from './paper_frames.ts';
import type { PaperFrame } from './paper_frames.ts';
import { most_tries } from './paper_receiver.ts';
import { fast_line_bps, Pacer, piece_bytes_at, TokenBucket, WaitingBytes } from './pacing.ts';
import type { PacingSample } from './pacing.ts';

const id_pattern = /^[A-Za-z0-9_-]{1,64}$/;
/** Pacing looks four times a second; a limited line is fed forty times a second, so that its pieces do not clump. */
const look_every_ms = 250;
const feed_every_ms = 25;
const progress_every_ms = 100;
/** A line on which the first 8 kB are not there by then is at its worst. */
const train_patience_ms = 1500;

/** The part of RTCDataChannel that is used here. It keeps nothing of what `send` was given. */
export type PaperChannel = {
  readonly readyState: RTCDataChannelState;
  readonly bufferedAmount: number;
  bufferedAmountLowThreshold: number;
  send(content: string | Uint8Array<ArrayBuffer>): void;
};

type Stage = 'waiting' | 'asking' | 'sending' | 'ended';
type Outgoing = {
  transfer_id: string; name: string; media_type: string; content: Uint8Array<ArrayBuffer>; checksum: RunningChecksum; small_picture: string | undefined;
  number: number; offset: number; stage: Stage; begun: boolean; tries: number; told_at: number;
  finish: (outcome: PaperOutcome) => void;
};

export type Congestion = Pick<PacingSample, 'round_trip_ms' | 'audio_concealed' | 'available_bps'>;

/** Sends papers one after another over a channel that may be lost and come back. */
export class PaperSender {
  private readonly events: Events<PaperLineEvents>;
  private readonly now: () => number;
  private readonly congestion: () => Congestion;
  private channel: PaperChannel | null = null;
  private queue: Outgoing[] = [];
  private opening = new Map<string, () => void>();
  private next_number = 1;
  private readonly pacer = new Pacer();
  private readonly bucket = new TokenBucket();
  private readonly pieces = new PieceWriter();
  private readonly delays = new PieceDelays();
  private line: 'unknown' | 'asked' | 'known' = 'unknown';
  private asked_at = 0;
  private found: number[] = [];
  private waiting = new WaitingBytes();
  private looking: ReturnType<typeof setInterval> | null = null;
  private feeding: ReturnType<typeof setInterval> | null = null;
  private handed_over = 0;
  private moved_before = 0;
  private looked_at = 0;

  constructor(events: Events<PaperLineEvents>, congestion: () => Congestion, now: () => number) {
    this.events = events;
    this.congestion = congestion;
    this.now = now;
  }

  get active(): boolean {
    return this.queue.length > 0;
  }
  get limit_bps(): number | null {
    return this.pacer.limit_bps;
  }

  send(paper: PaperToSend): OutgoingPaper {
    const { transfer_id, name, media_type, bytes } = paper;
    let finish: (outcome: PaperOutcome) => void = () => undefined;
    const done = new Promise<PaperOutcome>((resolve) => (finish = resolve));
    const length = bytes instanceof Blob ? bytes.size : bytes.byteLength;
    const reason = !id_pattern.test(transfer_id) || name.length > longest_name || !is_media_type(media_type) ? 'name_invalid'
      : length === 0 ? 'empty' : length > largest_paper_bytes ? 'too_large' : null;
    if (reason !== null) finish({ outcome: 'failed', reason });
    else if (bytes instanceof Blob) {
      this.opening.set(transfer_id, () => finish({ outcome: 'failed', reason: 'wiped' }));
      void bytes.arrayBuffer().then((content) => {
        if (this.opening.delete(transfer_id)) this.add(paper, new Uint8Array(content), finish);
      });
    } else this.add(paper, bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes), finish);
    return { transfer_id, done, cancel: () => this.cancel(transfer_id, 'sender') };
  }

  attach(channel: PaperChannel): void {
    this.channel = channel;
    this.handed_over = 0;
    this.moved_before = 0;
    this.looked_at = this.now();
    this.pacer.forget_line();
    this.line = 'unknown';
    this.found = [];
    this.waiting = new WaitingBytes();
    this.looking ??= setInterval(() => this.look(), look_every_ms);
    this.go_on();
  }

  /** The channel is lost: what was begun asks where to continue once there is a new one. */
  detach(): void {
    this.channel = null;
    for (const paper of this.queue) paper.stage = 'waiting';
    for (const timer of [this.looking, this.feeding]) if (timer !== null) clearInterval(timer);
    this.looking = null;
    this.feeding = null;
  }

  /** What the receiver says about a paper of ours. */
  answer(frame: PaperFrame): void {
    const paper = this.queue.find((candidate) => candidate.transfer_id === frame.transfer_id);
    if (paper === undefined) return;
    if (frame.type === 'resume_at' && paper.stage === 'asking') {
      paper.offset = Math.min(frame.offset, paper.content.length);
      paper.stage = 'sending';
      this.feed();
    }
    if (frame.type === 'arrived') this.arrived(frame.pieces);
    if (frame.type === 'received') this.finish(paper, { outcome: 'received' });
    if (frame.type === 'refused') this.finish(paper, { outcome: 'failed', reason: frame.reason === 'too_large' ? 'too_large' : 'refused' });
    if (frame.type === 'damaged' && paper.stage === 'ended') this.try_again(paper);
  }

  cancel(transfer_id: string, by: 'sender' | 'receiver'): void {
    const paper = this.queue.find((candidate) => candidate.transfer_id === transfer_id);
    if (paper === undefined) return void this.opening.get(transfer_id)?.();
    if (by === 'sender' && paper.begun) this.post({ type: 'cancel', transfer_id, by });
    this.finish(paper, { outcome: 'cancelled', by });
  }

  /** Ends every paper with this outcome and lets go of its bytes. */
  drop_all(reason: 'peer_replaced' | 'wiped' | 'closed'): { papers: number; bytes: number } {
    const dropped = this.queue;
    this.queue = [];
    for (const fail of this.opening.values()) fail();
    this.opening.clear();
    for (const paper of dropped) {
      if (reason === 'wiped' && paper.begun) this.post({ type: 'cancel', transfer_id: paper.transfer_id, by: 'sender' });
      paper.finish({ outcome: 'failed', reason });
    }
    return { papers: dropped.length, bytes: dropped.reduce((sum, paper) => sum + paper.content.length, 0) };
  }

  /** Called when the browser's queue has drained to its low mark. */
  drained(): void {
    this.waiting.drained(this.now());
    this.feed();
  }

  private add(paper: PaperToSend, content: Uint8Array<ArrayBuffer>, finish: (outcome: PaperOutcome) => void): void {
    const { transfer_id, name, media_type } = paper;
    const small_picture = (paper.small_picture?.length ?? 0) > longest_small_picture ? undefined : paper.small_picture;
    this.queue.push({
      transfer_id, name, media_type, small_picture, content, finish, checksum: new RunningChecksum(content),
      number: 0, offset: 0, stage: 'waiting', begun: false, tries: 1, told_at: -Infinity,
    });
    this.go_on();
  }

  private post(frame: PaperFrame): void {
    if (this.channel?.readyState === 'open') this.channel.send(JSON.stringify(frame));
  }

  private go_on(): void {
    const paper = this.queue[0];
    if (paper === undefined || this.channel?.readyState !== 'open' || paper.stage !== 'waiting') return;
    const { transfer_id, name, media_type, small_picture, content } = paper;
    paper.number = this.next_number;
    this.next_number += 1;
    paper.stage = paper.begun ? 'asking' : 'sending';
    this.post({ type: 'begin', transfer_id, number: paper.number, name, media_type, bytes: content.length, again: paper.begun, small_picture });
    paper.begun = true;
    this.delays.next_paper();
    this.feed();
  }

  private feed(): void {
    const paper = this.queue[0];
    const channel = this.channel;
    if (paper?.stage !== 'sending' || channel?.readyState !== 'open' || this.line === 'asked') return;
    if (this.line === 'unknown' && paper.content.length - paper.offset > train_pieces * train_piece_bytes) return this.send_train(paper, channel);
    const limit = this.pacer.limit_bps;
    if (limit !== null) this.bucket.refill(limit, this.now());
    const most = this.waiting.most(limit);
    const most_in_piece = piece_bytes_at(limit);
    channel.bufferedAmountLowThreshold = this.waiting.low(limit);
    while (paper.offset < paper.content.length) {
      if (channel.bufferedAmount >= most) {
        this.waiting.filled(this.now());
        break;
      }
      const bytes = Math.min(most_in_piece, piece_bytes, paper.content.length - paper.offset);
      if (limit !== null && !this.bucket.take(bytes)) break;
      if (!this.send_piece(paper, channel, bytes)) break;
    }
    paper.checksum.reached(paper.offset);
    this.tell(paper);
    if (paper.offset >= paper.content.length) this.end(paper);
  }

  /** False when the browser's queue is full after all: the next drained() or look() goes on from the same offset. */
  private send_piece(paper: Outgoing, channel: PaperChannel, bytes: number): boolean {
    const frame = this.pieces.write(paper.number, paper.content, paper.offset, bytes);
    try {
      channel.send(frame);
    } catch {
      return false;
    }
    this.handed_over += frame.length;
    paper.offset += bytes;
    if (bytes < piece_bytes) this.delays.sent(paper.offset, this.now());
    return true;
  }

  /** The first pieces find out what the line lets through; the others wait for the answer. */
  private send_train(paper: Outgoing, channel: PaperChannel): void {
    this.line = 'asked';
    this.asked_at = this.now();
    for (let piece = 0; piece < train_pieces; piece += 1) this.send_piece(paper, channel, train_piece_bytes);
  }

  private arrived(arrivals: readonly Arrival[]): void {
    this.delays.arrived(arrivals, this.now());
    if (this.line !== 'asked') return;
    const rate = rate_of_train(arrivals);
    if (rate === null) return;
    this.found.push(rate);
    if (rate >= fast_line_bps || this.found.length === most_trains) return this.know_line();
    this.line = 'unknown';
    this.feed();
  }

  private know_line(): void {
    this.line = 'known';
    this.pacer.judge(Math.max(0, ...this.found));
    this.meter();
    this.feed();
  }

  private end(paper: Outgoing): void {
    paper.stage = 'ended';
    this.post({ type: 'end', transfer_id: paper.transfer_id, checksum: paper.checksum.whole() });
  }

  private try_again(paper: Outgoing): void {
    if (paper.tries >= most_tries) {
      this.post({ type: 'cancel', transfer_id: paper.transfer_id, by: 'sender' });
      return this.finish(paper, { outcome: 'failed', reason: 'damaged' });
    }
    paper.tries += 1;
    Object.assign(paper, { stage: 'waiting', begun: false, offset: 0 });
    this.go_on();
  }

  private finish(paper: Outgoing, outcome: PaperOutcome): void {
    this.queue = this.queue.filter((other) => other !== paper);
    paper.finish(outcome);
    this.go_on();
  }

  private look(): void {
    const now = this.now();
    const moved = this.handed_over - (this.channel?.bufferedAmount ?? 0);
    const seconds = Math.max(0.05, (now - this.looked_at) / 1000);
    const moved_bps = Math.max(0, (8 * (moved - this.moved_before)) / seconds);
    this.moved_before = moved;
    this.looked_at = now;
    const sending = this.queue[0]?.stage === 'sending' || (this.channel?.bufferedAmount ?? 0) > 0;
    this.pacer.observe({ now, moved_bps, sending, wait_ms: this.delays.take_wait_ms(), ...this.congestion() });
    if (this.line === 'asked' && now - this.asked_at > train_patience_ms) this.know_line();
    this.meter();
    this.feed();
  }

  private meter(): void {
    const metered = this.pacer.limit_bps !== null && this.active;
    if (metered) this.feeding ??= setInterval(() => this.feed(), feed_every_ms);
    else if (this.feeding !== null) {
      clearInterval(this.feeding);
      this.feeding = null;
    }
  }

  private tell(paper: Outgoing): void {
    const now = this.now();
    if (paper.offset < paper.content.length && now - paper.told_at < progress_every_ms) return;
    paper.told_at = now;
    const { transfer_id, offset, content } = paper;
    this.events.emit('progress', { transfer_id, direction: 'out', bytes: offset, of_bytes: content.length });
  }
}
