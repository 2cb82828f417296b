// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { Descent, lowest_rung } from './descent.ts';
import type { SendingSample } from './descent.ts';

const good: Omit<SendingSample, 'now'> = { audio_concealed: 0, lost: 0, round_trip_ms: 50, available_bps: 3_000_000 };
const bad: Omit<SendingSample, 'now'> = { ...good, audio_concealed: 0.1 };

/** Feeds looks of two seconds and returns the rungs; `from` in looks. */
function feed(descent: Descent, looks: Omit<SendingSample, 'now'>[], from = 0): number[] {
  return looks.map((look, index) => descent.look({ ...look, now: (from + index) * 2000 }));
}

describe('what is sent on a line that gets worse', () => {
  test('one bad look changes nothing', () => {
    expect(feed(new Descent(), [good, bad, good, bad, good])).toEqual([0, 0, 0, 0, 0]);
  });

  test('the picture gets smaller step by step and goes last, the voice stays', () => {
    const rungs = feed(new Descent(), new Array(12).fill(bad));
    expect(rungs).toEqual([0, 1, 1, 2, 2, 3, 3, 3, 4, 4, 4, 4]);
    expect(rungs.at(-1)).toBe(lowest_rung);
  });

  test('a line with room for a small picture keeps it, one without any room loses it', () => {
    expect(Math.max(...feed(new Descent(), new Array(30).fill({ ...good, available_bps: 120_000 })))).toBe(0);
    expect(feed(new Descent(), new Array(30).fill({ ...good, available_bps: 50_000 }))).toContain(lowest_rung);
  });
});

describe('what is sent on a line that gets better', () => {
  test('the picture comes back after ten good seconds, one step at a time', () => {
    const descent = new Descent();
    feed(descent, new Array(12).fill(bad));
    const rungs = feed(descent, new Array(24).fill(good), 12);
    expect(rungs.indexOf(3)).toBe(5);
    expect(rungs.indexOf(2)).toBe(10);
    expect(rungs.at(-1)).toBe(0);
  });

  test('a step up that fails is tried again later and later', () => {
    const descent = new Descent();
    feed(descent, new Array(12).fill(bad));
    let look = 12;
    const ups: number[] = [];
    let before = descent.rung;
    while (look < 200) {
      const rung = feed(descent, [before < lowest_rung ? bad : good], look)[0] ?? 0;
      if (rung < before) ups.push(look);
      before = rung;
      look += 1;
    }
    const pauses = ups.slice(1).map((at, index) => at - (ups[index] ?? 0));
    expect(pauses[1]).toBeGreaterThan(pauses[0] ?? 0);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(36);
  });
});
