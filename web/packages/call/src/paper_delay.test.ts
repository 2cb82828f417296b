// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { ArrivalNotes, PieceDelays, rate_of_train, train_piece_bytes, train_pieces, type Arrival } from './paper_delay.ts';

/** A train over a line of this rate, as its receiver saw it; packets carry 110 bytes beside their piece. */
function train_over(line_bps: number): Arrival[] {
  const packet_us = ((train_piece_bytes + 110) * 8_000_000) / line_bps;
  return Array.from({ length: train_pieces }, (_, index) => [(index + 1) * train_piece_bytes, Math.round(5_000_000 + index * packet_us)]);
}

describe('a train of pieces', () => {
  test('shows the rate of the line', () => {
    expect(rate_of_train(train_over(1_000_000))).toBeCloseTo(1_000_000, -3);
    expect(rate_of_train(train_over(20_000_000))).toBeCloseTo(20_000_000, -5);
  });
  test('that came all at once shows a line without limit', () => {
    expect(rate_of_train(train_over(1e15))).toBe(Infinity);
  });
  test('that is not whole shows nothing', () => {
    expect(rate_of_train(train_over(1_000_000).slice(1))).toBeNull();
  });
});

describe('the receiver\'s notes', () => {
  test('tell the train as one, as soon as it is whole', () => {
    const notes = new ArrivalNotes();
    const told = Array.from({ length: train_pieces }, (_, index) => notes.note((index + 1) * 1024, 100 + index));
    expect(told.slice(0, -1).every((one) => one === null)).toBe(true);
    expect(told.at(-1)).toHaveLength(train_pieces);
    expect(told.at(-1)?.[0]).toEqual([1024, 100_000]);
  });
  test('after the trains tell about every 40 ms, and not more than a note in 10 ms', () => {
    const notes = new ArrivalNotes();
    let told = 0;
    let noted = 0;
    for (let piece = 0; piece < 1000; piece += 1) {
      const now_told = notes.note(piece, piece);
      told += now_told === null ? 0 : 1;
      noted += now_told?.length ?? 0;
    }
    expect(told).toBeLessThanOrEqual(30);
    expect(noted).toBeGreaterThan(80);
    expect(noted).toBeLessThanOrEqual(125);
  });
});

describe('the wait of pieces on the line', () => {
  test('is what they took longer than the quickest, whatever the two clocks say', () => {
    const delays = new PieceDelays();
    for (const [end, left, took] of [[1, 0, 30], [2, 100, 80], [3, 200, 95]] as const) {
      delays.sent(end, left);
      delays.arrived([[end, (7_000_000 + left + took) * 1000]], left + took);
      if (end === 1) expect(delays.take_wait_ms()).toBeCloseTo(0);
    }
    expect(delays.take_wait_ms()).toBeCloseTo(50);
    expect(delays.take_wait_ms()).toBeNull();
  });
  test('says nothing of pieces that were not sent', () => {
    const delays = new PieceDelays();
    delays.sent(1024, 0);
    delays.next_paper();
    delays.arrived([[1024, 5_000_000]], 30);
    expect(delays.take_wait_ms()).toBeNull();
  });
});
