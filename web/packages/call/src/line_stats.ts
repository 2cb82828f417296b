// SPDX-License-Identifier: EUPL-1.2
// Turns the browser's cumulative statistics into figures over the time since the last look.
import type { LineFigures } from './api.ts';

type Entry = Record<string, unknown>;
const number_in = (entry: Entry | undefined, name: string): number | null => {
  const value = entry?.[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
};

/** Adds up counters of now and gives what came since the last look; a counter that went back began anew. */
class Growth {
  private before = new Map<string, number>();
  private now = new Map<string, number>();

  next_look(): void {
    this.before = this.now;
    this.now = new Map();
  }

  of(entry: Entry | undefined, name: string): number {
    const value = number_in(entry, name) ?? 0;
    const key = `${String(entry?.['id'])}/${name}`;
    this.now.set(key, value);
    const before = this.before.get(key) ?? 0;
    return value >= before ? value - before : value;
  }
}

const ratio = (part: number, whole: number): number => (whole > 0 ? Math.min(1, Math.max(0, part / whole)) : 0);

export type LineLook = Omit<LineFigures, 'seen_by_peer'> & {
  /** Mean of the round trips measured since the last look by media reports and connectivity checks; null when none was. */
  fresh_round_trip_ms: number | null;
};

export class LineStats {
  private growth = new Growth();
  private last_at: number | null = null;

  /** `now` in ms; the first look of a connection gives rates over its whole life so far. */
  look(report: RTCStatsReport, now: number): LineLook {
    const entries: Entry[] = [];
    report.forEach((entry: Entry) => entries.push(entry));
    const seconds = Math.max(0.05, (now - (this.last_at ?? now - 1000)) / 1000);
    this.last_at = now;
    this.growth.next_look();
    const pair = chosen_pair(entries);
    const local = entries.find((entry) => entry['id'] === pair?.['localCandidateId']);
    const round_trip_s = number_in(find(entries, 'remote-inbound-rtp', 'audio'), 'roundTripTime') ?? number_in(pair, 'currentRoundTripTime');
    return {
      fresh_round_trip_ms: this.fresh_round_trip(entries, pair),
      round_trip_ms: round_trip_s === null ? null : Math.round(round_trip_s * 1000),
      available_bps: number_in(pair, 'availableOutgoingBitrate'),
      sent: this.sent(entries, seconds),
      received: this.received(entries, seconds),
      relayed: local === undefined ? null : local['candidateType'] === 'relay',
    };
  }

  /** None of these waits behind papers in the page's own queues: they feel what the voice feels. */
  private fresh_round_trip(entries: Entry[], pair: Entry | undefined): number | null {
    const measured = ['audio', 'video'].map((kind) => find(entries, 'remote-inbound-rtp', kind));
    const counts = measured.map((entry) => this.growth.of(entry, 'roundTripTimeMeasurements'));
    const totals = measured.map((entry) => this.growth.of(entry, 'totalRoundTripTime'));
    counts.push(this.growth.of(pair, 'responsesReceived'));
    totals.push(this.growth.of(pair, 'totalRoundTripTime'));
    const count = counts.reduce((sum, one) => sum + one, 0);
    return count === 0 ? null : (1000 * totals.reduce((sum, one) => sum + one, 0)) / count;
  }

  private sent(entries: Entry[], seconds: number): LineLook['sent'] {
    const video = find(entries, 'outbound-rtp', 'video');
    const audio = find(entries, 'outbound-rtp', 'audio');
    const limitation = video?.['qualityLimitationReason'];
    return {
      fps: number_in(video, 'framesPerSecond'),
      width: number_in(video, 'frameWidth'),
      height: number_in(video, 'frameHeight'),
      video_bps: (8 * this.growth.of(video, 'bytesSent')) / seconds,
      audio_bps: (8 * this.growth.of(audio, 'bytesSent')) / seconds,
      limited_by: limitation === 'cpu' || limitation === 'bandwidth' || limitation === 'other' ? limitation : 'none',
      lost: number_in(find(entries, 'remote-inbound-rtp', 'video'), 'fractionLost'),
    };
  }

  private received(entries: Entry[], seconds: number): LineLook['received'] {
    const video = find(entries, 'inbound-rtp', 'video');
    const audio = find(entries, 'inbound-rtp', 'audio');
    const audio_lost = this.growth.of(audio, 'packetsLost');
    const video_lost = this.growth.of(video, 'packetsLost');
    // Silence that the codec announced is no concealment.
    const concealed = this.growth.of(audio, 'concealedSamples') - this.growth.of(audio, 'silentConcealedSamples');
    return {
      fps: (this.growth.of(video, 'framesDecoded')) / seconds,
      width: number_in(video, 'frameWidth'),
      height: number_in(video, 'frameHeight'),
      video_bps: (8 * this.growth.of(video, 'bytesReceived')) / seconds,
      audio_bps: (8 * this.growth.of(audio, 'bytesReceived')) / seconds,
      video_lost: ratio(video_lost, video_lost + this.growth.of(video, 'packetsReceived')),
      audio_lost: ratio(audio_lost, audio_lost + this.growth.of(audio, 'packetsReceived')),
      audio_concealed: ratio(concealed, this.growth.of(audio, 'totalSamplesReceived')),
    };
  }
}

function find(entries: Entry[], type: string, kind: string): Entry | undefined {
  return entries.find((entry) => entry['type'] === type && entry['kind'] === kind);
}

function chosen_pair(entries: Entry[]): Entry | undefined {
  const transport = entries.find((entry) => entry['type'] === 'transport' && entry['selectedCandidatePairId'] !== undefined);
  const id = transport?.['selectedCandidatePairId'];
  return entries.find((entry) => entry['type'] === 'candidate-pair' && (id === undefined ? entry['nominated'] === true : entry['id'] === id));
}
