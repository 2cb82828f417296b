// SPDX-License-Identifier: EUPL-1.2
// How long the pieces of a paper wait on the line, told by their receiver. A paper shares the narrowest place of the way with
// the voice, so what its pieces wait there the voice waits too: known within a quarter of a second, where the reports of
// the voice itself come every five. The two clocks need not agree: only differences count. Pure; moments in ms.

/** A piece as its receiver saw it: where it ended (bytes), and when it came (whole µs of the receiver's own clock). */
export type Arrival = readonly [end: number, at_us: number];

/** The first pieces over a line that is not known: one packet each, sent in one go; the line spreads them at its own rate. */
export const train_pieces = 8;
export const train_piece_bytes = 1024;
/** A machine that is busy while a train arrives makes the line look thin, never thick: the best of so many counts. */
export const most_trains = 3;
/** Each packet carries this much beside its piece: SCTP, DTLS, UDP, IP, and the relay's own. */
const packet_overhead_bytes = 110;
const note_every_ms = 10;
const tell_every_ms = 40;
export const most_arrivals_told = 16;

/** The receiver's notes of one paper. */
export class ArrivalNotes {
  private pieces = 0;
  private notes: Arrival[] = [];
  private noted_at = -Infinity;
  private told_at = -Infinity;

  /** Notes a piece; gives what the sender is to be told now, null when it can wait. */
  note(end: number, now: number): Arrival[] | null {
    this.pieces += 1;
    const in_train = this.pieces <= most_trains * train_pieces;
    if (!in_train && now - this.noted_at < note_every_ms) return null;
    this.noted_at = now;
    this.notes.push([end, Math.round(now * 1000)]);
    if (in_train ? this.pieces % train_pieces !== 0 : now - this.told_at < tell_every_ms && this.notes.length < most_arrivals_told) return null;
    this.told_at = now;
    const told = this.notes;
    this.notes = [];
    return told;
  }
}

/** What the line lets through (bit/s), by how far it spread a train; null when these are not a whole one. */
export function rate_of_train(arrivals: readonly Arrival[]): number | null {
  const [first, last] = [arrivals[0], arrivals[train_pieces - 1]];
  if (first === undefined || last === undefined) return null;
  const spread_s = (last[1] - first[1]) / 1_000_000;
  const bytes = last[0] - first[0] + (train_pieces - 1) * packet_overhead_bytes;
  return spread_s <= 0 ? Infinity : (bytes * 8) / spread_s;
}

/** The least delay of the last minute or two is that of an empty line; clocks drift and routes change. */
const least_half_ms = 60_000;

/** The sender's side: compares when pieces left and when they came. */
export class PieceDelays {
  private left = new Map<number, number>();
  private least = { now: Infinity, before: Infinity, since: -Infinity };
  private shortest_wait = Infinity;

  sent(end: number, now: number): void {
    this.left.set(end, now);
  }

  arrived(arrivals: readonly Arrival[], now: number): void {
    if (now - this.least.since > least_half_ms) this.least = { now: Infinity, before: this.least.now, since: now };
    for (const [end, at_us] of arrivals) {
      const left_at = this.left.get(end);
      if (left_at === undefined) continue;
      const delay = at_us / 1000 - left_at;
      this.least.now = Math.min(this.least.now, delay);
      this.shortest_wait = Math.min(this.shortest_wait, delay - Math.min(this.least.now, this.least.before));
    }
    const reached = arrivals.at(-1)?.[0] ?? 0;
    for (const end of this.left.keys()) if (end <= reached) this.left.delete(end);
  }

  /** Another paper begins: its offsets are its own. */
  next_paper(): void {
    this.left.clear();
  }

  /** How long pieces waited on the line since the last asking (ms); the shortest, since pictures come in bursts. null = nothing new. */
  take_wait_ms(): number | null {
    const wait = this.shortest_wait;
    this.shortest_wait = Infinity;
    return wait === Infinity ? null : wait;
  }
}
