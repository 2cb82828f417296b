// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { FramingState, framing_height, framing_width, look_at } from './framing.ts';
import { new_id } from './ids.ts';
import { MicrophoneState } from './microphone.ts';
import { OncePerCommand } from './once_per_command.ts';
import { read_paper_frame, read_piece, PieceWriter } from './paper_frames.ts';
import { read_signal } from './signal.ts';

describe('a command that arrives twice', () => {
  test('is done once and answered again', () => {
    const once = new OncePerCommand<string>();
    expect(once.begin('C1')).toBe('new');
    once.record('C1', 'scan_started');
    once.record('C1', 'scan_finished');
    expect(once.begin('C1')).toEqual(['scan_started', 'scan_finished']);
    expect(once.begin('C2')).toBe('new');
  });

  test('is forgotten for the next citizen', () => {
    const once = new OncePerCommand<string>();
    once.begin('C1');
    expect(once.forget()).toBe(1);
    expect(once.begin('C1')).toBe('new');
  });
});

describe('a signal', () => {
  const head = { session: 'A', peer_session: null, round: 0 };
  test('is read with its known members only', () => {
    expect(read_signal({ ...head, type: 'here', nonce: 'N', more: 1 })).toEqual({ ...head, type: 'here', nonce: 'N' });
  });
  test.each([
    [null], ['offer'], [[]], [{ ...head, type: 'shout' }], [{ ...head, type: 'offer', offer_id: 'O', sdp: 1 }],
    [{ ...head, round: -1, type: 'bye' }], [{ ...head, session: '', type: 'bye' }],
    [{ ...head, type: 'offer', offer_id: 'O', sdp: 'x'.repeat(200_000) }],
    [{ ...head, type: 'candidate', offer_id: 'O', candidate: 'c', sdp_mid: 1, sdp_m_line_index: 0 }],
  ])('%#: what is none is not read as one', (value) => {
    expect(read_signal(value)).toBeNull();
  });
});

describe('a piece of a paper', () => {
  test('carries its number, its offset and its bytes', () => {
    const content = Uint8Array.from({ length: 20_000 }, (_, index) => index % 251);
    const frame = new PieceWriter().write(7, content, 16_376, 3624);
    expect(read_piece(frame.slice().buffer)).toEqual({ number: 7, offset: 16_376, piece: content.subarray(16_376) });
  });
  test('too short to be one is none', () => {
    expect(read_piece(new ArrayBuffer(8))).toBeNull();
  });
  test.each([
    ['{"type":"begin","transfer_id":"T","number":1,"name":"x","media_type":"text/html;x","bytes":1}'],
    ['{"type":"begin","transfer_id":"T","number":-1,"name":"x","media_type":"image/png","bytes":1}'],
    ['{"type":"begin","transfer_id":"T","number":1,"name":"x","media_type":"image/png","bytes":1,"small_picture":"data:image/svg+xml;base64,AAAA"}'],
    ['{"type":"begin","transfer_id":"T","number":1,"name":"x","media_type":"image/png","bytes":1,"small_picture":"https://elsewhere.example/a.jpg"}'],
    ['{"type":"end","transfer_id":"T","checksum":"abc"}'],
    ['{"type":"resume_at","transfer_id":"T","offset":99999999999}'],
    ['null'], ['{'],
  ])('announced by %s is not understood', (json) => {
    expect(read_paper_frame(json)).toBeNull();
  });
});

test('ids sort by the time of their making and are 26 characters long', () => {
  const [early, late] = [new_id(1_700_000_000_000), new_id(1_700_000_000_001)];
  expect(early).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  expect(early.slice(0, 10) < late.slice(0, 10)).toBe(true);
});

describe('a microphone', () => {
  test('that gives nothing at all for four seconds is called silent, a quiet room is not', () => {
    const dead = new MicrophoneState();
    const room = new MicrophoneState();
    const readings = Array.from({ length: 101 }, (_, index) => [dead.read(-Infinity, index * 50), room.read(-58, index * 50)] as const);
    expect(readings[79]?.[0].silent).toBe(false);
    expect(readings[80]?.[0].silent).toBe(true);
    expect(readings.some(([, quiet]) => quiet.silent)).toBe(false);
  });

  test('shows speech above the noise of the room', () => {
    const state = new MicrophoneState();
    for (let now = 0; now < 5000; now += 50) expect(state.read(-55, now).speaking).toBe(false);
    expect(state.read(-20, 5000)).toMatchObject({ speaking: true, silent: false });
    expect(state.read(-20, 5050).level).toBeCloseTo(2 / 3);
  });
});

describe('a picture of the own camera', () => {
  /** A picture whose luma is given per pixel. */
  function picture(luma: (x: number, y: number) => number): Uint8ClampedArray {
    const pixels = new Uint8ClampedArray(framing_width * framing_height * 4);
    for (let y = 0; y < framing_height; y += 1) {
      for (let x = 0; x < framing_width; x += 1) pixels.fill(luma(x, y), (y * framing_width + x) * 4, (y * framing_width + x) * 4 + 3);
    }
    return pixels;
  }
  const middle = (x: number) => x >= framing_width / 3 && x < (2 * framing_width) / 3;
  const hint = (luma: (x: number, y: number) => number) => new FramingState().read(look_at(picture(luma), null).look);

  test.each([
    ['a dark room', () => 20, 'too_dark'],
    ['a lamp in the lens', () => 250, 'too_bright'],
    ['a window behind a person', (x: number) => (middle(x) ? 60 : 200), 'light_behind'],
    ['an empty wall', () => 120, 'nobody_seen'],
    ['a head before a wall', (x: number, y: number) => (middle(x) ? 90 + (y % 8) * 15 : 120), 'ok'],
  ])('%s', (_, luma, expected) => expect(hint(luma)).toBe(expected));

  test('that stands still for five seconds is told, and movement clears it', () => {
    const state = new FramingState();
    const still = picture((x, y) => 80 + ((x + y) % 8) * 15);
    let before: Float32Array | null = null;
    const hints = Array.from({ length: 12 }, () => {
      const { look, luma } = look_at(still, before);
      before = luma;
      return state.read(look);
    });
    expect(hints[9]).toBe('ok');
    expect(hints[11]).toBe('nothing_moves');
    expect(state.read(look_at(picture((x, y) => 80 + ((x + y + 4) % 8) * 15), before).look)).toBe('ok');
  });
});
