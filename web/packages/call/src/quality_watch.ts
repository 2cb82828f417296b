// SPDX-License-Identifier: EUPL-1.2
import type { LineFigures, Quality } from './api.ts';
import type { SharedMessage } from './control.ts';
import { Descent, rungs } from './descent.ts';
import { LineStats } from './line_stats.ts';
import { LevelKeeper, judge_look } from './quality_level.ts';

export const look_every_ms = 2000;
/** While papers pass, the other side needs to hear sooner how its voice arrives. */
export const busy_look_every_ms = 1000;

export type LineReport = Extract<SharedMessage, { type: 'line_report' }>;
/** Measurements are given once each: the same one twice would count as two signs. */
type Glance = { round_trip_ms: number | null; available_bps: number | null; audio_concealed: number | null };
const nothing_seen: Glance = { round_trip_ms: null, available_bps: null, audio_concealed: null };
type MediaState = Extract<SharedMessage, { type: 'media_state' }>;

/** Looks at one call's line again and again: what we measure, what the other side tells, what we should send. */
export class QualityWatch {
  private stats = new LineStats();
  private readonly descent = new Descent();
  private readonly keeper = new LevelKeeper();
  private report: LineReport | null = null;
  private peer_media: MediaState | null = null;
  private descended_at = -Infinity;
  private readonly glances: { stats: LineStats; seen: Glance } = { stats: new LineStats(), seen: { ...nothing_seen } };

  get rung(): number {
    return this.descent.rung;
  }

  /** What was glanced at since the last call of this, for the pacing of papers. */
  take_glance(): Glance {
    const { seen } = this.glances;
    this.glances.seen = { ...seen, round_trip_ms: null, audio_concealed: null };
    return seen;
  }

  /** A quick look between two looks, while papers pass. */
  async glance(connection: RTCPeerConnection, now: number): Promise<void> {
    const { stats } = this.glances;
    const look = stats.look(await connection.getStats(), now);
    if (stats === this.glances.stats) {
      const { fresh_round_trip_ms, available_bps } = look;
      Object.assign(this.glances.seen, { available_bps, round_trip_ms: fresh_round_trip_ms ?? this.glances.seen.round_trip_ms });
    }
  }

  hear_report(report: LineReport): void {
    this.report = report;
    this.glances.seen.audio_concealed = report.audio_concealed;
  }
  hear_media(state: MediaState): void {
    this.peer_media = state;
  }

  /** A new connection counts from zero, and the last report was about the old one. */
  forget_line(): void {
    this.stats = new LineStats();
    Object.assign(this.glances, { stats: new LineStats(), seen: { ...nothing_seen } });
    this.report = null;
  }

  /** Takes one look; null when the connection ended meanwhile. `now` in ms. */
  async look(connection: RTCPeerConnection, now: number): Promise<{ quality: Quality; report: LineReport } | null> {
    const raw = await connection.getStats();
    if (connection.connectionState !== 'connected') return null;
    const { fresh_round_trip_ms: _, ...look } = this.stats.look(raw, now);
    const figures: LineFigures = {
      ...look,
      seen_by_peer: this.report && {
        audio_lost: this.report.audio_lost, audio_concealed: this.report.audio_concealed,
        video_fps: this.report.video_fps, video_lost: this.report.video_lost,
      },
    };
    // The ladder counts in looks of two seconds, also while papers make us look every second.
    if (now - this.descended_at >= look_every_ms - 100) {
      this.descended_at = now;
      this.descent.look({
        now, audio_concealed: this.report?.audio_concealed ?? null, lost: look.sent.lost,
        round_trip_ms: look.round_trip_ms, available_bps: look.available_bps,
      });
    }
    const own_paused = rungs[this.descent.rung] === 'audio_only';
    const expected = {
      picture: this.peer_media === null || this.peer_media.camera === 'on',
      voice: this.peer_media === null || this.peer_media.microphone === 'on',
    };
    const without_picture = own_paused || this.peer_media?.camera === 'paused_for_line';
    const level = this.keeper.look(judge_look(figures, expected), without_picture);
    return {
      quality: { level, own_video: own_paused ? 'paused_for_line' : 'sent', rung: this.descent.rung, figures },
      report: {
        type: 'line_report', audio_lost: look.received.audio_lost, audio_concealed: look.received.audio_concealed,
        video_fps: Math.min(240, look.received.fps ?? 0), video_lost: look.received.video_lost,
      },
    };
  }
}
