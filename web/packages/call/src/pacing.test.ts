// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { Pacer, TokenBucket, WaitingBytes, fast_line_bps, floor_bps, piece_bytes_at } from './pacing.ts';

/**
 * A thin line in a few lines: what is sent above its rate waits in a queue, and the voice waits with it. Steps of
 * 250 ms; the round trip is measured once a second; `told` = the receiver says at once how long pieces waited. Returns the limits and queue delays (ms) over time.
 */
function on_a_line(pacer: Pacer, line_bps: number, seconds: number, { quiet_ms = 40, told = false } = {}): { limits: (number | null)[]; delays: number[] } {
  const queue_limit_bytes = 40_000;
  const limits: (number | null)[] = [];
  const delays: number[] = [];
  let queued_bytes = 0;
  for (let step = 0; step < seconds * 4; step += 1) {
    const offered_bps = Math.min(pacer.limit_bps ?? Infinity, line_bps * 1.2);
    queued_bytes = Math.max(0, Math.min(queue_limit_bytes, queued_bytes + ((offered_bps - line_bps) / 8) * 0.25));
    const delay = (queued_bytes * 8000) / line_bps;
    limits.push(pacer.limit_bps);
    delays.push(delay);
    pacer.observe({
      now: step * 250, sending: true, moved_bps: Math.min(offered_bps, line_bps), audio_concealed: 0, available_bps: 2_000_000,
      round_trip_ms: step % 4 === 0 ? quiet_ms + delay : null, wait_ms: told ? delay : null,
    });
  }
  return { limits, delays };
}

describe('papers beside a voice', () => {
  test('are never limited on a fast line, whatever its round trip does', () => {
    const pacer = new Pacer();
    for (let step = 0; step < 100; step += 1) {
      pacer.observe({ now: step * 250, sending: true, moved_bps: 60_000_000, audio_concealed: 0, available_bps: 2_000_000, round_trip_ms: 5 + (step % 10) * 40 });
    }
    expect(pacer.limit_bps).toBeNull();
  });

  test('are not limited because a fast transfer stumbles for a moment', () => {
    const pacer = new Pacer();
    pacer.observe({ now: 0, sending: true, moved_bps: 60_000_000, audio_concealed: 0, available_bps: 2_000_000, round_trip_ms: 5 });
    for (let now = 250; now < 4000; now += 250) {
      pacer.observe({ now, sending: true, moved_bps: 0, audio_concealed: 0, available_bps: 2_000_000, round_trip_ms: 300 });
    }
    expect(pacer.limit_bps).toBeNull();
  });

  test('on a thin line soon leave the queue short, and still use most of the line', () => {
    const pacer = new Pacer();
    const { limits, delays } = on_a_line(pacer, 700_000, 60);
    const later = delays.slice(60);
    expect(later.filter((delay) => delay > 200).length / later.length).toBeLessThan(0.2);
    const used = limits.slice(60).map((limit) => Math.min(limit ?? Infinity, 700_000));
    expect(used.reduce((sum, bps) => sum + bps, 0) / used.length).toBeGreaterThan(350_000);
  });

  test('begin gently on a line that a train found thin, and at once on a fast one', () => {
    const [thin, fast, hopeless] = [new Pacer(), new Pacer(), new Pacer()];
    thin.judge(1_000_000);
    fast.judge(50_000_000);
    hopeless.judge(0);
    expect(thin.limit_bps).toBe(200_000);
    expect(fast.limit_bps).toBeNull();
    expect(hopeless.limit_bps).toBe(floor_bps);
  });

  test('whose receiver says how long they wait never keep the voice waiting, and use most of the line', () => {
    const pacer = new Pacer();
    pacer.judge(900_000);
    const { limits, delays } = on_a_line(pacer, 700_000, 60, { told: true });
    expect(Math.max(...delays)).toBeLessThan(100);
    const used = limits.slice(40).map((limit) => Math.min(limit ?? Infinity, 700_000));
    expect(used.reduce((sum, bps) => sum + bps, 0) / used.length).toBeGreaterThan(450_000);
  });

  test('that a train took for slower than the line is are soon free', () => {
    const pacer = new Pacer();
    pacer.judge(4_000_000);
    const { limits } = on_a_line(pacer, 60_000_000, 10, { told: true });
    expect(limits).toContain(null);
  });

  test('give the room back between two papers', () => {
    const pacer = new Pacer();
    pacer.judge(1_000_000);
    on_a_line(pacer, 700_000, 20, { told: true });
    const before = pacer.limit_bps ?? 0;
    const quiet = { moved_bps: 0, audio_concealed: 0, available_bps: 2_000_000, round_trip_ms: 40, sending: false };
    for (const now of [20_000, 20_250, 20_500]) pacer.observe({ ...quiet, now });
    expect(pacer.limit_bps).toBeCloseTo(before / 2);
  });

  test('yield as soon as the browser gives up its estimate of the line', () => {
    const pacer = new Pacer();
    const sample = { moved_bps: 700_000, audio_concealed: 0, round_trip_ms: null };
    pacer.observe({ ...sample, now: 0, sending: false, available_bps: 1_300_000 });
    for (const now of [250, 500, 750]) pacer.observe({ ...sample, now, sending: true, available_bps: 1_300_000 });
    expect(pacer.limit_bps).toBeNull();
    pacer.observe({ ...sample, now: 1000, sending: true, available_bps: 500_000 });
    expect(pacer.limit_bps).not.toBeNull();
  });

  test('leave room for a small picture', () => {
    const pacer = new Pacer();
    on_a_line(pacer, 700_000, 10);
    for (let now = 10_000; now < 20_000; now += 250) {
      pacer.observe({ now, sending: true, moved_bps: pacer.limit_bps ?? 0, audio_concealed: 0, available_bps: 100_000, round_trip_ms: 40 });
    }
    expect(pacer.limit_bps).toBeLessThanOrEqual(210_000);
  });

  test('yield when the voice arrives in pieces, down to a floor and not below', () => {
    const pacer = new Pacer();
    for (let step = 0; step < 200; step += 1) {
      pacer.observe({ now: step * 250, sending: true, moved_bps: 300_000, audio_concealed: 0.2, available_bps: 2_000_000, round_trip_ms: null });
    }
    expect(pacer.limit_bps).toBe(floor_bps);
  });

  test('do not take the line\'s own loss for theirs', () => {
    const pacer = new Pacer();
    for (let step = 0; step < 400; step += 1) {
      pacer.observe({ now: step * 250, sending: step > 200, moved_bps: 500_000, audio_concealed: 0.04, available_bps: 2_000_000, round_trip_ms: 80 });
    }
    expect(pacer.limit_bps).toBeNull();
  });

  test('are let free again when the line has room', () => {
    const pacer = new Pacer();
    on_a_line(pacer, 700_000, 20);
    expect(pacer.limit_bps).not.toBeNull();
    for (let now = 20_000; now < 60_000; now += 250) {
      pacer.observe({ now, sending: true, moved_bps: pacer.limit_bps ?? fast_line_bps, audio_concealed: 0, available_bps: 2_000_000, round_trip_ms: 40 });
    }
    expect(pacer.limit_bps).toBeNull();
  });

  test('a measurement after a pause of the page does not jump the limit', () => {
    const pacer = new Pacer();
    on_a_line(pacer, 700_000, 20);
    const before = pacer.limit_bps ?? 0;
    pacer.observe({ now: 3_600_000, sending: true, moved_bps: before, audio_concealed: 0, available_bps: 2_000_000, round_trip_ms: 40 });
    expect(pacer.limit_bps).toBeLessThanOrEqual(before * 1.6);
  });
});

describe('the browser\'s own queue', () => {
  test('grows to four megabytes while the line swallows it at once', () => {
    const waiting = new WaitingBytes();
    expect(waiting.most(null)).toBe(64 * 1024);
    for (let fill = 0; fill < 10; fill += 1) {
      waiting.filled(fill * 20);
      waiting.drained(fill * 20 + 10);
    }
    expect(waiting.most(null)).toBe(4 * 1024 * 1024);
    expect(waiting.low(null)).toBe(1024 * 1024);
  });

  test('shrinks when it takes long to drain, and holds a quarter of a second on a limited line', () => {
    const waiting = new WaitingBytes();
    waiting.filled(0);
    waiting.drained(5000);
    expect(waiting.most(null)).toBe(32 * 1024);
    expect(waiting.most(800_000)).toBe(25_000);
    expect(waiting.most(floor_bps)).toBe(4 * 1024);
  });
});

test('on a limited line a piece is as short as what passes in a hundredth of a second, but fills a packet', () => {
  expect(piece_bytes_at(null)).toBe(Infinity);
  expect(piece_bytes_at(4_000_000)).toBe(5000);
  expect(piece_bytes_at(floor_bps)).toBe(1024);
});

test('metering lets the asked rate through over a second, in small portions', () => {
  const bucket = new TokenBucket();
  let sent = 0;
  let largest = 0;
  for (let now = 0; now <= 10_000; now += 25) {
    bucket.refill(800_000, now);
    let portion = 0;
    while (bucket.take(16_384)) portion += 16_384;
    largest = Math.max(largest, portion);
    sent += portion;
  }
  expect(sent).toBeGreaterThan(950_000);
  expect(sent).toBeLessThan(1_050_000);
  expect(largest).toBeLessThanOrEqual(2 * 16_384);
});
