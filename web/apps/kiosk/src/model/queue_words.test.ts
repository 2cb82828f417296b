// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { known } from '../test_support/town.ts';
import type { KioskWait } from '../wire.ts';
import { wait_words } from './queue_words.ts';
import { sentence_for } from './spoken.ts';
import { at_start } from './visit.ts';

const wait = (change: Partial<KioskWait> = {}): KioskWait => ({ number: 4, acronym: 'CAF', promised: false, nobody_there: false, ...change });

describe('a number that waits at the kiosk', () => {
  it('reads a range, or how long it is at most when it may be its turn at once', () => {
    expect(wait_words(wait({ from_minutes: 10, to_minutes: 25 }))).toEqual({ key: 'range', from: 10, to: 25 });
    expect(wait_words(wait({ from_minutes: 0, to_minutes: 5 }))).toEqual({ key: 'up_to', to: 5 });
  });

  it('reads what was promised rather than a range', () => {
    expect(wait_words(wait({ from_minutes: 10, to_minutes: 25, back_at: 7 }))).toEqual({ key: 'back_at', at: 7 });
    expect(wait_words(wait({ from_minutes: 10, to_minutes: 25, expected_at: 8 }))).toEqual({ key: 'expected', at: 8 });
  });

  it('is told that nobody is there, or that nobody can say', () => {
    expect(wait_words(wait({ nobody_there: true }))).toEqual({ key: 'nobody_there' });
    expect(wait_words(wait())).toEqual({ key: 'unknown' });
  });
});

describe('a turn that is called at the kiosk', () => {
  const turn = (calls: number) => known({ queue: { waits: [], closed: [], turn: { number: 4, acronym: 'CAF', calls } } });

  it('is spoken, and once more when it is called again', () => {
    expect(sentence_for(known(), turn(1), at_start)).toBe('your_turn');
    expect(sentence_for(turn(1), turn(1), at_start)).toBeNull();
    expect(sentence_for(turn(1), turn(2), at_start)).toBe('your_turn');
  });
});
