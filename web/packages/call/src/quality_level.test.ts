// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import type { LineFigures } from './api.ts';
import { LevelKeeper, judge_look } from './quality_level.ts';

const fine: LineFigures = {
  round_trip_ms: 50, available_bps: 2_000_000, relayed: false, seen_by_peer: null,
  sent: { fps: 30, width: 1280, height: 720, video_bps: 1_000_000, audio_bps: 40_000, limited_by: 'none', lost: 0 },
  received: { fps: 30, width: 1280, height: 720, video_bps: 1_000_000, audio_bps: 40_000, video_lost: 0, audio_lost: 0, audio_concealed: 0 },
};
const both = { picture: true, voice: true };

describe('one look at the line', () => {
  test('a fine line is good', () => expect(judge_look(fine, both)).toBe('good'));

  test('what the other side hears of us counts as much as what we hear', () => {
    const seen_by_peer = { audio_lost: 0.1, audio_concealed: 0.08, video_fps: 30, video_lost: 0 };
    expect(judge_look({ ...fine, seen_by_peer }, both)).toBe('poor');
  });

  test('a voice that does not arrive at all is poor, unless it is muted', () => {
    const silent = { ...fine, received: { ...fine.received, audio_bps: 0 } };
    expect(judge_look(silent, both)).toBe('poor');
    expect(judge_look(silent, { picture: true, voice: false })).toBe('good');
  });

  test('a picture that is not sent is not missed', () => {
    const dark = { ...fine, received: { ...fine.received, fps: 0 } };
    expect(judge_look(dark, both)).toBe('poor');
    expect(judge_look(dark, { picture: false, voice: true })).toBe('good');
  });

  test.each([[250, 'good'], [400, 'weak'], [900, 'poor']])('a round trip of %i ms is %s', (round_trip_ms, level) => {
    expect(judge_look({ ...fine, round_trip_ms }, both)).toBe(level);
  });
});

describe('the word that people see', () => {
  const words = (...looks: ('good' | 'weak' | 'poor')[]) => {
    const keeper = new LevelKeeper();
    return looks.map((look) => keeper.look(look, false));
  };

  test('does not follow a single bad look', () => {
    expect(words('poor', 'good', 'poor', 'good')).toEqual(['good', 'good', 'good', 'good']);
  });

  test('gets worse after two bad looks, by the milder of them', () => {
    expect(words('poor', 'weak', 'poor', 'poor')).toEqual(['good', 'weak', 'weak', 'poor']);
  });

  test('gets better only after four good looks', () => {
    expect(words('poor', 'poor', 'good', 'good', 'good', 'good')).toEqual(['good', 'poor', 'poor', 'poor', 'poor', 'good']);
  });

  test('says so at once when there is no picture', () => {
    expect(new LevelKeeper().look('good', true)).toBe('audio_only');
  });
});
