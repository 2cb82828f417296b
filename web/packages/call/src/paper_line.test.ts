// SPDX-License-Identifier: EUPL-1.2
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Duplex } from '../test_support/duplex.ts';
import { largest_paper_bytes } from './api.ts';
import type { PaperOutcome, ReceivedPaper } from './api.ts';
import { PaperLineOverChannel } from './paper_line.ts';

const calm = () => ({ round_trip_ms: 20, audio_concealed: 0, available_bps: null });
let kiosk: PaperLineOverChannel;
let adviser: PaperLineOverChannel;
let line: Duplex;
let received: ReceivedPaper[];
let failed: { transfer_id: string; reason: string }[];

function connect(): void {
  line = new Duplex();
  kiosk.attach(line.a);
  adviser.attach(line.b);
  line.open();
}
function noise(bytes: number): Uint8Array<ArrayBuffer> {
  const content = new Uint8Array(bytes);
  let state = 42;
  for (let at = 0; at < bytes; at += 1) {
    state = (state * 1103515245 + 12345) % 2147483648;
    content[at] = state >> 16;
  }
  return content;
}
function send(transfer_id: string, bytes: Uint8Array<ArrayBuffer>): { outcome: () => PaperOutcome | null; cancel: () => void } {
  let outcome: PaperOutcome | null = null;
  const paper = kiosk.send({ transfer_id, name: 'page.jpg', media_type: 'image/jpeg', bytes });
  void paper.done.then((reached) => (outcome = reached));
  return { outcome: () => outcome, cancel: () => paper.cancel() };
}

beforeEach(() => {
  kiosk = new PaperLineOverChannel(calm);
  adviser = new PaperLineOverChannel(calm);
  received = [];
  failed = [];
  adviser.on('received', (paper) => received.push(paper));
  adviser.on('incoming_failed', (failure) => failed.push(failure));
  connect();
});
afterEach(() => {
  kiosk.close();
  adviser.close();
});

describe('a paper from the kiosk to the adviser', () => {
  test('arrives byte for byte, with its name and kind', async () => {
    const content = noise(1_000_003);
    const paper = send('T1', content);
    await line.run_until(() => paper.outcome() !== null);
    expect(paper.outcome()).toEqual({ outcome: 'received' });
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ transfer_id: 'T1', name: 'page.jpg', media_type: 'image/jpeg' });
    expect(Buffer.from(received[0]?.content ?? []).equals(Buffer.from(content))).toBe(true);
  });

  test('is announced with its small picture, before any of its bytes', async () => {
    const announced: (string | undefined)[] = [];
    let arrived = 0;
    adviser.on('progress', ({ bytes }) => (arrived = bytes));
    adviser.on('announced', ({ small_picture }) => announced.push(arrived === 0 ? small_picture : 'late'));
    kiosk.send({ transfer_id: 'T1', name: 'page.jpg', media_type: 'image/jpeg', bytes: noise(300_000), small_picture: 'data:image/jpeg;base64,/9j/4AA=' });
    await line.run_until(() => received.length > 0);
    expect(announced).toEqual(['data:image/jpeg;base64,/9j/4AA=']);
  });

  test('comes without its small picture when that one is too long', async () => {
    const announced: (string | undefined)[] = [];
    adviser.on('announced', ({ small_picture }) => announced.push(small_picture));
    const small_picture = `data:image/jpeg;base64,${'A'.repeat(20_000)}`;
    kiosk.send({ transfer_id: 'T1', name: 'page.jpg', media_type: 'image/jpeg', bytes: noise(100), small_picture });
    await line.run_until(() => received.length > 0);
    expect(announced).toEqual([undefined]);
  });

  test('tells how far it is, and ends at its length on both sides', async () => {
    const seen: number[] = [];
    adviser.on('progress', ({ bytes }) => seen.push(bytes));
    const paper = send('T1', noise(300_000));
    await line.run_until(() => paper.outcome() !== null);
    expect(seen.at(-1)).toBe(300_000);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  });

  test('first asks with a few pieces what the line lets through, and waits for the answer', async () => {
    const paper = send('T1', noise(300_000));
    expect(line.a.flying).toHaveLength(1 + 8);
    expect(line.a.sent_bytes).toBeLessThan(10_000);
    await line.run_until(() => paper.outcome() !== null);
    const next = send('T2', noise(300_000));
    expect(line.a.sent_bytes).toBeGreaterThan(350_000);
    await line.run_until(() => next.outcome() !== null);
  });

  test('passes slowly when nobody says what the line lets through', async () => {
    line.b.tamper = (frame) => (typeof frame === 'string' && frame.includes('"arrived"') ? null : frame);
    const paper = send('T1', noise(30_000));
    const give_up = Date.now() + 10_000;
    while (paper.outcome() === null && Date.now() < give_up) {
      line.a.deliver();
      line.b.deliver();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(paper.outcome()).toEqual({ outcome: 'received' });
  });

  test('goes on at the receiver\'s offset when the channel was lost and rebuilt', async () => {
    let arrived = 0;
    adviser.on('progress', ({ bytes }) => (arrived = bytes));
    const content = noise(3_000_000);
    const paper = send('T1', content);
    await line.run_until(() => arrived > 100_000);
    line.a.deliver(20);
    line.cut();
    connect();
    await line.run_until(() => paper.outcome() !== null);
    expect(paper.outcome()).toEqual({ outcome: 'received' });
    expect(Buffer.from(received[0]?.content ?? []).equals(Buffer.from(content))).toBe(true);
    expect(line.a.sent_bytes).toBeLessThan(2_850_000);
  });

  test('is confirmed again, not sent again, when only the confirmation was lost', async () => {
    const paper = send('T1', noise(500_000));
    line.b.tamper = (frame) => (typeof frame === 'string' && frame.includes('received') ? null : frame);
    await line.run_until(() => received.length === 1 && line.b.flying.length === 0);
    line.cut();
    connect();
    await line.run_until(() => paper.outcome() !== null);
    expect(paper.outcome()).toEqual({ outcome: 'received' });
    expect(received).toHaveLength(1);
    expect(line.a.sent_bytes).toBeLessThan(1000);
  });

  test('that was damaged on its way is sent again and arrives whole', async () => {
    let damages = 0;
    line.a.tamper = (frame) => {
      if (typeof frame === 'string' || damages > 0) return frame;
      damages += 1;
      new Uint8Array(frame)[100] = (new Uint8Array(frame)[100] ?? 0) ^ 1;
      return frame;
    };
    const content = noise(200_000);
    const paper = send('T1', content);
    await line.run_until(() => paper.outcome() !== null);
    expect(damages).toBe(1);
    expect(paper.outcome()).toEqual({ outcome: 'received' });
    expect(Buffer.from(received[0]?.content ?? []).equals(Buffer.from(content))).toBe(true);
  });

  test('that is damaged three times is given up on both sides', async () => {
    line.a.tamper = (frame) => {
      if (typeof frame !== 'string') new Uint8Array(frame)[50] = (new Uint8Array(frame)[50] ?? 0) ^ 1;
      return frame;
    };
    const paper = send('T1', noise(50_000));
    await line.run_until(() => paper.outcome() !== null && failed.length > 0);
    expect(paper.outcome()).toEqual({ outcome: 'failed', reason: 'damaged' });
    expect(failed).toEqual([{ transfer_id: 'T1', reason: 'damaged' }]);
    expect(received).toHaveLength(0);
  });

  test('with a hole in it is damaged, not delivered', async () => {
    let pieces = 0;
    line.a.tamper = (frame) => (typeof frame !== 'string' && (pieces += 1) === 11 ? null : frame);
    const content = noise(200_000);
    const paper = send('T1', content);
    await line.run_until(() => paper.outcome() !== null);
    expect(paper.outcome()).toEqual({ outcome: 'received' });
    expect(received).toHaveLength(1);
    expect(line.a.sent_bytes).toBeGreaterThan(380_000);
  });

  test('can be cancelled by either side', async () => {
    const first = send('T1', noise(2_000_000));
    line.a.deliver(3);
    first.cancel();
    const second = send('T2', noise(2_000_000));
    await line.run_until(() => failed.length === 1);
    adviser.cancel_incoming('T2');
    await line.run_until(() => second.outcome() !== null);
    expect([first.outcome(), second.outcome()]).toEqual([
      { outcome: 'cancelled', by: 'sender' },
      { outcome: 'cancelled', by: 'receiver' },
    ]);
  });

  test('that is too large or empty is refused before anything is sent', async () => {
    const large = send('T1', new Uint8Array(largest_paper_bytes + 1));
    const empty = send('T2', new Uint8Array(0));
    await line.run_until(() => large.outcome() !== null && empty.outcome() !== null);
    expect([large.outcome(), empty.outcome()]).toEqual([
      { outcome: 'failed', reason: 'too_large' },
      { outcome: 'failed', reason: 'empty' },
    ]);
    expect(line.a.sent_bytes).toBe(0);
  });

  test('announced too large by a page that does not keep to the rule is refused by the receiver', async () => {
    const answers: string[] = [];
    line.a.onmessage = ({ data }: MessageEvent<unknown>) => answers.push(String(data));
    line.a.send(JSON.stringify({
      type: 'begin', transfer_id: 'T1', number: 1, name: 'x', media_type: 'image/jpeg', bytes: largest_paper_bytes + 1, again: false,
    }));
    await line.run_until(() => answers.length > 0);
    expect(JSON.parse(answers[0] ?? '')).toEqual({ type: 'refused', transfer_id: 'T1', reason: 'too_large' });
  });
});

describe('the end of an interview', () => {
  test('a wipe drops what is on its way on both sides and says how much that was', async () => {
    const first = send('T1', noise(2_000_000));
    const second = send('T2', noise(1_000_000));
    line.a.deliver(10);
    expect(kiosk.wipe()).toEqual({ outgoing: 2, incoming: 0, bytes: 3_000_000 });
    await line.run_until(() => failed.length === 1);
    expect([first.outcome(), second.outcome()]).toEqual([
      { outcome: 'failed', reason: 'wiped' },
      { outcome: 'failed', reason: 'wiped' },
    ]);
    expect(kiosk.wipe()).toEqual({ outgoing: 0, incoming: 0, bytes: 0 });
    expect(adviser.wipe()).toEqual({ outgoing: 0, incoming: 0, bytes: 0 });
  });

  test('a new page on the other side ends what was meant for the old one', async () => {
    const paper = send('T1', noise(2_000_000));
    line.a.deliver(10);
    kiosk.peer_replaced();
    adviser.peer_replaced();
    await line.run_until(() => paper.outcome() !== null);
    expect(paper.outcome()).toEqual({ outcome: 'failed', reason: 'peer_replaced' });
    expect(failed).toEqual([{ transfer_id: 'T1', reason: 'peer_replaced' }]);
  });
});
