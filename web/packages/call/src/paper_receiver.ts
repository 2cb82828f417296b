// SPDX-License-Identifier: EUPL-1.2
import type { PaperLineEvents } from './api.ts';
import { largest_paper_bytes } from './api.ts';
import type { Events } from './events.ts';
import { RunningChecksum } from './paper_checksum.ts';
import { ArrivalNotes } from './paper_delay.ts';
import { piece_bytes, read_piece } from './paper_frames.ts';
import type { PaperFrame } from './paper_frames.ts';

/** All papers on their way in together: two of the largest. A page has to live with this beside the call. */
const most_incoming_bytes = 2 * largest_paper_bytes;
const most_incoming = 16;
/** Transfers remembered as received, to confirm again when the confirmation was lost. */
const remembered_received = 256;
/** The sender tries three times; then a damaged paper is given up. */
export const most_tries = 3;
const progress_every_ms = 100;

type Incoming = {
  transfer_id: string; number: number; name: string; media_type: string;
  content: Uint8Array<ArrayBuffer>; checksum: RunningChecksum; arrivals: ArrivalNotes; received: number; gap: boolean; damaged: number; told_at: number;
};
type Begin = Extract<PaperFrame, { type: 'begin' }>;

/** Puts incoming papers together, checks them and hands them over. Keeps nothing of a paper once it is handed over. */
export class PaperReceiver {
  private readonly events: Events<PaperLineEvents>;
  private readonly post: (frame: PaperFrame) => void;
  private readonly now: () => number;
  private incoming = new Map<string, Incoming>();
  private by_number = new Map<number, Incoming>();
  private received = new Map<string, number>();

  constructor(events: Events<PaperLineEvents>, post: (frame: PaperFrame) => void, now: () => number) {
    this.events = events;
    this.post = post;
    this.now = now;
  }

  get active(): boolean {
    return this.incoming.size > 0;
  }

  begin(frame: Begin): void {
    const { transfer_id } = frame;
    const finished = this.received.get(transfer_id);
    if (finished === frame.bytes && frame.again) return this.post({ type: 'resume_at', transfer_id, offset: finished });
    this.received.delete(transfer_id);
    const known = this.incoming.get(transfer_id);
    if (known !== undefined && known.content.length === frame.bytes) return this.continue(known, frame);
    if (known !== undefined) this.forget(known);
    const refusal = this.refusal(frame);
    if (refusal !== null) return this.post({ type: 'refused', transfer_id, reason: refusal });
    const { number, name, media_type, bytes, small_picture } = frame;
    const content = new Uint8Array(bytes);
    const checksum = new RunningChecksum(content);
    const paper: Incoming = { transfer_id, number, name, media_type, content, checksum, arrivals: new ArrivalNotes(), received: 0, gap: false, damaged: 0, told_at: -Infinity };
    this.incoming.set(transfer_id, paper);
    this.by_number.set(number, paper);
    this.events.emit('announced', { transfer_id, name, media_type, of_bytes: bytes, small_picture });
    if (frame.again) this.post({ type: 'resume_at', transfer_id, offset: 0 });
  }

  piece(frame: ArrayBuffer): void {
    const read = read_piece(frame);
    const paper = read === null ? undefined : this.by_number.get(read.number);
    if (read === null || paper === undefined) return;
    if (read.offset < paper.received) return;
    if (read.offset > paper.received || read.offset + read.piece.length > paper.content.length) {
      paper.gap = true;
      return;
    }
    paper.content.set(read.piece, read.offset);
    paper.received += read.piece.length;
    paper.checksum.reached(paper.received);
    // A full piece travels without restraint: nobody asks how long it waited.
    const pieces = read.piece.length === piece_bytes ? null : paper.arrivals.note(paper.received, this.now());
    if (pieces !== null) this.post({ type: 'arrived', transfer_id: paper.transfer_id, pieces });
    this.tell(paper);
  }

  end(transfer_id: string, checksum: string): void {
    const paper = this.incoming.get(transfer_id);
    if (paper === undefined) {
      if (this.received.has(transfer_id)) this.post({ type: 'received', transfer_id });
      return;
    }
    const complete = !paper.gap && paper.received === paper.content.length;
    if (!complete || paper.checksum.whole() !== checksum) return this.refuse_content(paper);
    this.forget(paper);
    this.remember(transfer_id, paper.content.length);
    this.post({ type: 'received', transfer_id });
    this.events.emit('received', { transfer_id, name: paper.name, media_type: paper.media_type, content: paper.content });
  }

  /** The sender gave up, or this page does (`by` receiver). */
  cancel(transfer_id: string, by: 'sender' | 'receiver'): void {
    const paper = this.incoming.get(transfer_id);
    if (paper === undefined) return;
    this.forget(paper);
    if (by === 'receiver') this.post({ type: 'cancel', transfer_id, by });
    this.events.emit('incoming_failed', { transfer_id, reason: paper.damaged >= most_tries ? 'damaged' : 'cancelled' });
  }

  /** Drops everything on its way in; says how many papers and bytes that was. */
  drop_all(reason: 'peer_replaced' | 'wiped'): { papers: number; bytes: number } {
    const dropped = [...this.incoming.values()];
    this.incoming.clear();
    this.by_number.clear();
    this.received.clear();
    for (const paper of dropped) {
      paper.content.fill(0);
      if (reason === 'wiped') this.post({ type: 'cancel', transfer_id: paper.transfer_id, by: 'receiver' });
      this.events.emit('incoming_failed', { transfer_id: paper.transfer_id, reason });
    }
    return { papers: dropped.length, bytes: dropped.reduce((sum, paper) => sum + paper.received, 0) };
  }

  private continue(paper: Incoming, frame: Begin): void {
    this.by_number.delete(paper.number);
    paper.number = frame.number;
    paper.arrivals = new ArrivalNotes();
    this.by_number.set(frame.number, paper);
    paper.gap = false;
    if (!frame.again) this.start_over(paper);
    else this.post({ type: 'resume_at', transfer_id: paper.transfer_id, offset: paper.received });
  }

  private refusal(frame: Begin): string | null {
    if (frame.bytes === 0) return 'empty';
    if (frame.bytes > largest_paper_bytes) return 'too_large';
    const waiting = [...this.incoming.values()].reduce((sum, paper) => sum + paper.content.length, 0);
    return this.incoming.size >= most_incoming || waiting + frame.bytes > most_incoming_bytes ? 'too_many' : null;
  }

  private refuse_content(paper: Incoming): void {
    paper.damaged += 1;
    this.start_over(paper);
    paper.gap = false;
    this.post({ type: 'damaged', transfer_id: paper.transfer_id });
  }

  private start_over(paper: Incoming): void {
    paper.received = 0;
    paper.checksum = new RunningChecksum(paper.content);
  }

  private tell(paper: Incoming): void {
    const now = this.now();
    if (paper.received < paper.content.length && now - paper.told_at < progress_every_ms) return;
    paper.told_at = now;
    const { transfer_id, received, content } = paper;
    this.events.emit('progress', { transfer_id, direction: 'in', bytes: received, of_bytes: content.length });
  }

  private forget(paper: Incoming): void {
    this.incoming.delete(paper.transfer_id);
    this.by_number.delete(paper.number);
  }

  private remember(transfer_id: string, bytes: number): void {
    this.received.set(transfer_id, bytes);
    const oldest = this.received.keys().next();
    if (this.received.size > remembered_received && !oldest.done) this.received.delete(oldest.value);
  }
}
