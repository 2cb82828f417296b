// SPDX-License-Identifier: EUPL-1.2
// One word for how the call is, both directions together. Pure.
import type { LineFigures, QualityLevel } from './api.ts';

type Judged = Exclude<QualityLevel, 'audio_only'>;
const order: readonly Judged[] = ['good', 'weak', 'poor'];

/** Speech counts most: 2 % guessed sound is heard by a trained ear, 6 % by everybody. */
const weak_audio = 0.02;
const poor_audio = 0.06;
const weak_video_loss = 0.05;
const poor_video_loss = 0.15;
/** Turn-taking suffers from about 150 ms one way (ITU-T G.114) and breaks down from 400 ms. */
const weak_round_trip_ms = 300;
const poor_round_trip_ms = 800;
/** EN 301 549 6.5 asks 20 images a second; cheap machines breathe around it, so the word changes below. */
const weak_fps = 17;
const poor_fps = 8;
/** Nothing of the voice arrives at all (Opus sends at least 1 kbit/s of comfort noise when nobody speaks). */
const silent_audio_bps = 200;

/** A worse word needs two looks, a better one four: words that flicker teach people to ignore them. */
const looks_to_worse = 2;
const looks_to_better = 4;

const worst = (...values: (number | null | undefined)[]): number => Math.max(0, ...values.map((value) => value ?? 0));
function graded(value: number, weak: number, poor: number): number {
  return value > poor ? 2 : value > weak ? 1 : 0;
}

/** What one look says by itself. `picture_expected`: the other side says that its camera is on. */
export function judge_look(figures: LineFigures, expected: { picture: boolean; voice: boolean }): Judged {
  const { received, sent, seen_by_peer, round_trip_ms } = figures;
  const fps = received.fps ?? 0;
  const grades = [
    graded(worst(received.audio_concealed, seen_by_peer?.audio_concealed), weak_audio, poor_audio),
    graded(worst(received.video_lost, seen_by_peer?.video_lost, sent.lost), weak_video_loss, poor_video_loss),
    graded(worst(round_trip_ms), weak_round_trip_ms, poor_round_trip_ms),
    expected.picture ? (fps < poor_fps ? 2 : fps < weak_fps ? 1 : 0) : 0,
    expected.voice && received.audio_bps < silent_audio_bps ? 2 : 0,
  ];
  return order[Math.max(...grades)] ?? 'poor';
}

/** Keeps the word steady over several looks. */
export class LevelKeeper {
  private level: Judged = 'good';
  private candidate: Judged = 'good';
  private looks = 0;

  look(seen: Judged, without_picture: boolean): QualityLevel {
    if (seen === this.level) this.looks = 0;
    else {
      const worse = order.indexOf(seen) > order.indexOf(this.level);
      const same_side = this.looks > 0 && worse === order.indexOf(this.candidate) > order.indexOf(this.level);
      // Several looks of one side count together; the mildest of them is believed.
      this.candidate = same_side && this.nearer(this.candidate, seen) ? this.candidate : seen;
      this.looks = same_side ? this.looks + 1 : 1;
      if (this.looks >= (worse ? looks_to_worse : looks_to_better)) {
        this.level = this.candidate;
        this.looks = 0;
      }
    }
    return without_picture ? 'audio_only' : this.level;
  }

  private nearer(a: Judged, b: Judged): boolean {
    const here = order.indexOf(this.level);
    return Math.abs(order.indexOf(a) - here) <= Math.abs(order.indexOf(b) - here);
  }
}
