// SPDX-License-Identifier: EUPL-1.2
// How fast papers may go. Free until the line shows that they press on the voice, then additive increase and
// multiplicative decrease. Pure: the clock is a parameter (ms), rates are bit/s.

export type PacingSample = {
  now: number;
  /**
   * Round trip of the voice, freshly measured; null = nothing new. Not that of a message beside the papers: that one
   * waits in the same window as they do and says more about the transfer than about the line.
   */
  round_trip_ms: number | null;
  /** What papers really moved since the last sample. */
  moved_bps: number;
  /** Share of the voice that the other side had to guess; null = it reported nothing new. */
  audio_concealed: number | null;
  /** What the browser believes that voice and picture may use. */
  available_bps: number | null;
  /** How long papers themselves waited on the line, by what their receiver says (PieceDelays); null or absent = not known. */
  wait_ms?: number | null;
  /** Papers are on their way now. */
  sending: boolean;
};

/**
 * Above this the line is no thin line: voice and 720p video together use 2 Mbit/s, and waiting of a few tens of ms is
 * then the work of the two computers, not of a queue in a modem.
 */
export const fast_line_bps = 8_000_000;
/** A line that moved so much moments ago is a fast one, even when the transfer stumbles for a second. */
const fast_memory_ms = 5000;
/** Papers never stop wholly: a 300 kB page still passes in 25 s. */
export const floor_bps = 96_000;
/** A queue of 80 ms at 1 Mbit/s is 10 kB; the voice feels it from 150 ms on. Half of the quiet round trip on long lines. */
const waiting_rise_ms = 80;
const waiting_rise_share = 0.5;
/**
 * The papers' own wait on a limited line, which is seen at once. Less than the first is room; more than the second is felt.
 * After the idea of RFC 6817 (LEDBAT), whose papers would let the voice wait for 100 ms.
 */
const own_wait_calm_ms = 20;
const own_wait_full_ms = 45;
/** Loss of voice over what the line loses without papers. */
const concealed_rise = 0.03;
/** On a fast line only a voice that really suffers counts: the report may come from a busy machine. */
const concealed_rise_fast = 0.15;
/** The browser gave up this much of its estimate when papers began: they press on the call. It says so first of all signs. */
const estimate_fall = 0.6;
/** Less than a 240p picture needs, while papers take more than twice as much: not their fair share. */
const small_picture_bps = 150_000;
const fair_multiple = 2;
/** One measurement may be a busy page; they come about once a second. */
const waiting_signs = 2;
const decrease = 0.7;
/** The effect of a decrease shows in the measurements after the next: reports look back over a second. */
const decrease_every_ms = 2000;
/** The papers' own wait looks back over a quarter of a second. */
const decrease_every_soon_ms = 600;
/**
 * A share of the limit per second: quickly back to near where the line was full, slowly through that region, and boldly
 * beyond it when the line has been calm for long, since it may have more room than it had.
 */
const quick_increase = 0.2;
/** The same with the papers' own wait to warn in time; and where nothing is known any more. */
const warned_quick_increase = 0.6;
const unseen_increase = 4;
const slow_increase = 0.04;
const bold_increase = 0.5;
const near_full_share = 0.8;
const rest_ms = 1000;
const warned_rest_ms = 500;
/** Of what trains found: the call has its own share of the line. */
const first_share = 0.2;
/** Between papers the picture takes the room back, and needs a moment to give it up again. */
const rested_share = 0.5;
const calm_ms = 8000;
const warned_calm_ms = 3000;
/** The quiet round trip is the least of the last minute or two: routes change. */
const baseline_half_ms = 60_000;

export class Pacer {
  limit_bps: number | null = null;
  private baseline = { now: Infinity, before: Infinity, since: -Infinity };
  private quiet_concealed = 0;
  private moved_bps = 0;
  private fast_at = -Infinity;
  private signs = 0;
  private sign_at = -Infinity;
  private decreased_at = -Infinity;
  private full_at_bps = Infinity;
  private quiet_available_bps: number | null = null;
  private observed_at: number | null = null;
  private rested = true;
  private found_bps = Infinity;

  observe(sample: PacingSample): void {
    const seconds = this.observed_at === null ? 0 : Math.min(1, (sample.now - this.observed_at) / 1000);
    this.observed_at = sample.now;
    this.learn_baseline(sample);
    if (!sample.sending) return this.rest(sample);
    this.rested = false;
    // About a second of memory: the browser's queue moves in jumps.
    this.moved_bps += (sample.moved_bps - this.moved_bps) * Math.min(1, seconds);
    if (sample.moved_bps >= fast_line_bps) this.fast_at = sample.now;
    if (this.shows_congestion(sample)) {
      this.sign_at = sample.now;
      this.slow_down(sample);
    }
    if ((sample.wait_ms ?? 0) > own_wait_calm_ms) this.sign_at = sample.now;
    this.speed_up(sample, seconds);
  }

  /** What trains of pieces found of a line that was not known (bit/s). */
  judge(train_bps: number): void {
    if (train_bps >= fast_line_bps) return;
    this.limit_bps = Math.max(floor_bps, train_bps * first_share);
    this.moved_bps = this.limit_bps;
    this.found_bps = train_bps;
    this.rested = false;
  }

  /** A new connection may take another way: what was learned of the old one does not hold. */
  forget_line(): void {
    Object.assign(this, { limit_bps: null, quiet_concealed: 0, moved_bps: 0, signs: 0, fast_at: -Infinity, full_at_bps: Infinity, quiet_available_bps: null, rested: true, found_bps: Infinity });
    this.baseline = { now: Infinity, before: Infinity, since: -Infinity };
  }

  private learn_baseline(sample: PacingSample): void {
    if (sample.now - this.baseline.since > baseline_half_ms) {
      this.baseline = { now: Infinity, before: this.baseline.now, since: sample.now };
    }
    if (sample.round_trip_ms !== null) this.baseline.now = Math.min(this.baseline.now, sample.round_trip_ms);
  }

  private rest(sample: PacingSample): void {
    if (!this.rested && this.limit_bps !== null) this.limit_bps = Math.max(floor_bps, this.limit_bps * rested_share);
    this.rested = true;
    this.signs = 0;
    this.moved_bps = 0;
    this.quiet_available_bps = sample.available_bps;
    // Over about ten reports, so that the tail of a transfer's harm does not count as the line's own loss.
    if (sample.audio_concealed !== null) this.quiet_concealed += (sample.audio_concealed - this.quiet_concealed) * 0.1;
  }

  private shows_congestion(sample: PacingSample): boolean {
    const fast = sample.now - this.fast_at < fast_memory_ms;
    const concealed = (sample.audio_concealed ?? 0) - this.quiet_concealed;
    if (concealed > (fast ? concealed_rise_fast : concealed_rise)) return true;
    if (this.limit_bps !== null && sample.wait_ms != null) return sample.wait_ms > own_wait_full_ms;
    if (fast) this.signs = 0;
    else if (sample.available_bps !== null && this.presses_on_call(sample.available_bps)) return true;
    else if (sample.round_trip_ms !== null) {
      const quiet = Math.min(this.baseline.now, this.baseline.before);
      const waits = sample.round_trip_ms - quiet > Math.max(waiting_rise_ms, quiet * waiting_rise_share);
      this.signs = waits ? this.signs + 1 : 0;
      return waits && this.signs >= waiting_signs;
    }
    return false;
  }

  private presses_on_call(available_bps: number): boolean {
    // Once limited, the estimate stays low for its own reasons: the picture is held small meanwhile.
    const fell = this.limit_bps === null && this.quiet_available_bps !== null && available_bps < this.quiet_available_bps * estimate_fall;
    return fell || (available_bps < small_picture_bps && this.moved_bps > available_bps * fair_multiple);
  }

  private slow_down(sample: PacingSample): void {
    if (sample.now - this.decreased_at < (sample.wait_ms == null ? decrease_every_ms : decrease_every_soon_ms)) return;
    this.decreased_at = sample.now;
    // The first moments of a transfer have hardly moved anything yet: half of what the call could use is a fair start.
    const from = this.limit_bps === null ? Math.max(this.moved_bps, (sample.available_bps ?? 0) / 2) : Math.min(this.limit_bps, this.moved_bps);
    this.full_at_bps = from;
    this.limit_bps = Math.max(floor_bps, from * decrease);
  }

  private speed_up(sample: PacingSample, seconds: number): void {
    const warned = sample.wait_ms != null;
    const calm = sample.now - this.sign_at;
    // A limit that is not reached says nothing about what the line would take.
    if (this.limit_bps === null || calm < (warned ? warned_rest_ms : rest_ms) || this.moved_bps < this.limit_bps * 0.8) return;
    const raised = this.limit_bps * (1 + this.increase(this.limit_bps, calm, warned) * seconds);
    this.limit_bps = raised >= fast_line_bps ? null : raised;
  }

  /** A share of the limit per second. */
  private increase(limit_bps: number, calm: number, warned: boolean): number {
    // Faster than the trains found, and nothing waits: they were wrong, as on a machine that was busy meanwhile.
    if (warned && this.full_at_bps === Infinity && limit_bps > this.found_bps) return unseen_increase;
    if (limit_bps <= this.full_at_bps * near_full_share) return warned ? warned_quick_increase : quick_increase;
    return calm < (warned ? warned_calm_ms : calm_ms) ? slow_increase : bold_increase;
  }
}

/** Measured: 4 MB waiting, filled again at 1 MB, keeps 100 Mbit/s busy. */
const most_waiting_bytes = 4 * 1024 * 1024;
/** Before a fast line has shown how much it swallows: six doublings from the most. */
const first_waiting_bytes = 64 * 1024;
const least_waiting_bytes = 4 * 1024;
/** What is in the browser's queue can no longer be held back: at most a quarter of a second of it on a limited line. */
const limited_seconds = 0.25;
/** A queue that drained in less was too small, one that took longer too big. */
const drained_soon_ms = 250;
const drained_late_ms = 1000;

/** How much waits in the browser's own queue (bytes): grows while the line swallows it quickly. */
export class WaitingBytes {
  private free = first_waiting_bytes;
  private filled_at: number | null = null;

  most(limit_bps: number | null): number {
    return limit_bps === null ? this.free : Math.max(least_waiting_bytes, Math.min(this.free, (limit_bps / 8) * limited_seconds));
  }

  /** When to fill again. */
  low(limit_bps: number | null): number {
    return this.most(limit_bps) / 4;
  }

  filled(now: number): void {
    this.filled_at ??= now;
  }

  drained(now: number): void {
    if (this.filled_at === null) return;
    const took_ms = now - this.filled_at;
    this.filled_at = null;
    if (took_ms < drained_soon_ms) this.free = Math.min(most_waiting_bytes, this.free * 2);
    else if (took_ms > drained_late_ms) this.free = Math.max(least_waiting_bytes, this.free / 2);
  }
}

const least_piece_bytes = 1024;
const piece_seconds = 0.01;

/**
 * How much of a paper goes into one message (bytes). A message leaves in one go, and the voice waits behind it: on a limited
 * line it is what may pass in a hundredth of a second, but not less than fits one packet.
 */
export function piece_bytes_at(limit_bps: number | null): number {
  return limit_bps === null ? Infinity : Math.max(least_piece_bytes, Math.round((limit_bps / 8) * piece_seconds));
}

/** Meters bytes out at a rate: `take` says whether some may go now. A pause of the page earns at most `burst_seconds`. */
export class TokenBucket {
  private tokens = 0;
  private filled_at: number | null = null;

  refill(rate_bps: number, now: number, burst_seconds = 0.1): void {
    const seconds = this.filled_at === null ? 0 : (now - this.filled_at) / 1000;
    this.filled_at = now;
    const bytes = rate_bps / 8;
    this.tokens = Math.min(this.tokens + bytes * seconds, Math.max(least_piece_bytes, bytes * burst_seconds));
  }

  /** Takes what is about to be sent; may go below zero by one chunk, which the next ones wait for. */
  take(bytes: number): boolean {
    if (this.tokens <= 0) return false;
    this.tokens -= bytes;
    return true;
  }
}
