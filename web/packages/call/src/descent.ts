// SPDX-License-Identifier: EUPL-1.2
// The ladder of what we send: the picture gets smaller first, then goes, speech never. Pure.
// Resolution falls before the frame rate (EN 301 549 6.5: 20 images a second keep lips and signs readable).

export type Rung = { height: number; video_bps: number } | 'audio_only';

/**
 * 720p for the life-size view; 480p is what a good rural uplink carries (650 kbit/s measured on 1 Mbit/s); 360p fits
 * 512 kbit/s beside speech and papers; 240p (QVGA) is the least that EN 301 549 accepts. Below that a picture only
 * takes room from the voice.
 */
export const rungs: readonly Rung[] = [
  { height: 720, video_bps: 1_800_000 },
  { height: 480, video_bps: 800_000 },
  { height: 360, video_bps: 350_000 },
  { height: 240, video_bps: 180_000 },
  'audio_only',
];
export const lowest_rung = rungs.length - 1;

/** How our sending does, by what the other side reports. Ratios in 0..1. */
export type SendingSample = {
  now: number;
  audio_concealed: number | null;
  lost: number | null;
  round_trip_ms: number | null;
  available_bps: number | null;
};

/** More than one syllable in twenty replaced by a guess: speech gets hard to follow. */
const bad_audio = 0.06;
const bad_loss = 0.12;
/** People begin to talk over each other above about 400 ms one way. */
const bad_round_trip_ms = 800;
/** The voice takes up to 64 kbit/s of it: nothing worth looking at is left. The browser itself shrinks the picture above that. */
const starving_bps = 80_000;
const good_audio = 0.025;
const good_loss = 0.05;
const good_round_trip_ms = 400;

/** Two looks of two seconds: one burst of loss is not a bad line. The last step, losing the picture, takes three. */
const bad_looks = 2;
const bad_looks_for_audio_only = 3;
/** Up again after ten good seconds; twice as long after each step up that had to be taken back, up to a minute. */
const good_ms = 10_000;
const longest_good_ms = 60_000;
/** A step up that fails within this time was one too many. */
const regret_ms = 12_000;

export class Descent {
  rung = 0;
  private bad = 0;
  private good_since: number | null = null;
  private needed_good_ms = good_ms;
  private up_at = -Infinity;

  /** Takes one look (about every 2 s) and returns the rung of now: an index of `rungs`. */
  look(sample: SendingSample): number {
    if (this.is_bad(sample)) {
      this.good_since = null;
      this.bad += 1;
      const needed = this.rung === lowest_rung - 1 ? bad_looks_for_audio_only : bad_looks;
      if (this.bad >= needed && this.rung < lowest_rung) this.down(sample.now);
      return this.rung;
    }
    this.bad = 0;
    if (!this.is_good(sample)) this.good_since = null;
    else this.good_since ??= sample.now;
    if (this.rung > 0 && this.good_since !== null && sample.now - this.good_since >= this.needed_good_ms) this.up(sample.now);
    return this.rung;
  }

  private down(now: number): void {
    this.needed_good_ms = now - this.up_at < regret_ms ? Math.min(longest_good_ms, this.needed_good_ms * 2) : good_ms;
    this.rung += 1;
    this.bad = 0;
  }

  private up(now: number): void {
    this.rung -= 1;
    this.up_at = now;
    this.good_since = now;
  }

  private is_bad(sample: SendingSample): boolean {
    // Without a picture the browser's estimate falls to what speech uses: it says nothing about the line then.
    const starving = this.rung < lowest_rung && sample.available_bps !== null && sample.available_bps < starving_bps;
    return starving || (sample.audio_concealed ?? 0) > bad_audio || (sample.lost ?? 0) > bad_loss ||
      (sample.round_trip_ms ?? 0) > bad_round_trip_ms;
  }

  private is_good(sample: SendingSample): boolean {
    return (sample.audio_concealed ?? 0) < good_audio && (sample.lost ?? 0) < good_loss &&
      (sample.round_trip_ms ?? 0) < good_round_trip_ms;
  }
}
