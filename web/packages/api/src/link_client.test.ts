// SPDX-License-Identifier: EUPL-1.2
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LinkClient, type LinkOptions } from './link_client.ts';
import type { LinkMessage } from './link_messages.ts';
import { LinkTestServer, open_silent_host } from './link_test_server.ts';

let server: LinkTestServer;
let client: LinkClient | null = null;
let heard: LinkMessage[];

const quick = { ping_ms: 40, dead_ms: 80, connect_ms: 2000, shortest_pause_ms: 10, longest_pause_ms: 40, answer_ms: 5000 };

function open_client(options: Partial<LinkOptions> = {}): LinkClient {
  client = new LinkClient({
    url: server.url,
    language: 'fr',
    on_message: (message) => heard.push(message),
    timing: quick,
    ...options,
  });
  client.start();
  return client;
}

beforeEach(async () => {
  server = await LinkTestServer.open();
  heard = [];
});

afterEach(async () => {
  client?.stop();
  client = null;
  await server.close();
});

describe('a page opens its link', () => {
  test('it says hello with its language, its token and the protocols that it speaks', async () => {
    open_client({ token: 'of-this-boot', language: 'en', protocol: { lowest: 1, highest: 2 } });
    const hello = await (await server.accept()).next();
    expect(hello).toEqual({ type: 'hello', protocol: { lowest: 1, highest: 2 }, language: 'en', token: 'of-this-boot' });
  });

  test('it is connecting until welcomed, then online with the protocol agreed', async () => {
    const link = open_client();
    expect(link.state().status).toBe('connecting');
    expect(link.protocol).toBeNull();
    await (await server.accept()).welcome({ protocol: 1 });
    await vi.waitFor(() => expect(link.state().status).toBe('online'));
    expect(link.protocol).toBe(1);
  });

  test('a challenge meant for daemons does not disturb it', async () => {
    const link = open_client();
    const connection = await server.accept();
    connection.say({ type: 'challenge', nonce: 'abc' });
    await connection.welcome();
    await vi.waitFor(() => expect(link.state().status).toBe('online'));
  });

  test('the moment it went online or offline does not move while it tries again', async () => {
    const link = open_client();
    await (await server.accept()).welcome();
    await vi.waitFor(() => expect(link.state().status).toBe('online'));
    const states: string[] = [];
    const since = new Set<number>();
    link.subscribe(() => {
      states.push(link.state().status);
      since.add(link.state().since);
    });
    await server.close();
    await vi.waitFor(() => expect(states.filter((state) => state === 'connecting').length).toBeGreaterThan(2));
    expect(states[0]).toBe('offline');
    expect(since.size).toBe(1);
    server = await LinkTestServer.open();
  });
});

describe('messages arrive once, in order', () => {
  test('a message with a number already seen is dropped', async () => {
    open_client();
    const connection = await server.accept();
    await connection.welcome();
    connection.say({ type: 'snapshot', seq: 1 }, { type: 'ring', seq: 2 }, { type: 'ring', seq: 2 }, { type: 'rang', seq: 3 });
    await vi.waitFor(() => expect(heard.map((message) => message['seq'])).toEqual([1, 2, 3]));
  });

  test('after a cut it names what it has, takes what it missed and drops doubles', async () => {
    open_client();
    const first = await server.accept();
    await first.welcome();
    first.say({ type: 'snapshot', seq: 1 }, { type: 'a', seq: 2 });
    await vi.waitFor(() => expect(heard).toHaveLength(2));
    first.socket.terminate();
    const second = await server.accept();
    const hello = await second.welcome({ resumed: true });
    expect(hello['resume']).toEqual({ epoch: 'E1', link: 'L1', received: 2 });
    second.say({ type: 'a', seq: 2 }, { type: 'b', seq: 3 });
    await vi.waitFor(() => expect(heard.map((message) => message.type)).toEqual(['snapshot', 'a', 'b']));
  });

  test('a new server process counts from one again', async () => {
    open_client();
    const first = await server.accept();
    await first.welcome();
    first.say({ type: 'snapshot', seq: 1 }, { type: 'a', seq: 2 });
    await vi.waitFor(() => expect(heard).toHaveLength(2));
    first.socket.terminate();
    const second = await server.accept();
    await second.welcome({ epoch: 'E2', link: 'L9', resumed: false });
    second.say({ type: 'snapshot', seq: 1, rings: [] });
    await vi.waitFor(() => expect(heard).toHaveLength(3));
    second.socket.terminate();
    expect((await (await server.accept()).next())['resume']).toEqual({ epoch: 'E2', link: 'L9', received: 1 });
  });

  test.each([
    ['a gap in the numbers', JSON.stringify({ type: 'late', seq: 5 })],
    ['a message without a number', JSON.stringify({ type: 'late' })],
    ['text that is not JSON', '{"type":'],
    ['JSON that is no message', '[1,2]'],
  ])('%s makes it ask for a snapshot', async (_, frame) => {
    open_client();
    const first = await server.accept();
    await first.welcome();
    first.say({ type: 'snapshot', seq: 1 });
    first.socket.send(frame);
    const hello = await (await server.accept()).next();
    expect(hello['resume']).toBeUndefined();
    expect(heard.map((message) => message.type)).toEqual(['snapshot']);
  });

  test('a fault in the page does not break the link', async () => {
    const faults: unknown[] = [];
    const keep = (fault: unknown) => faults.push(fault);
    const others = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException').on('uncaughtException', keep);
    open_client({
      on_message: (message) => {
        heard.push(message);
        if (message.type === 'a') throw new Error('page fault');
      },
    });
    const connection = await server.accept();
    await connection.welcome();
    connection.say({ type: 'a', seq: 1 }, { type: 'b', seq: 2 });
    await vi.waitFor(() => expect(heard.map((message) => message.type)).toEqual(['a', 'b']));
    await vi.waitFor(() => expect(faults).toHaveLength(1));
    process.removeAllListeners('uncaughtException');
    for (const listener of others) process.on('uncaughtException', listener);
  });

  test('binary frames are handed over, and sent only while online', async () => {
    const frames: ArrayBuffer[] = [];
    const link = open_client({ on_binary: (bytes) => frames.push(bytes) });
    expect(link.send_binary(new Uint8Array([1]))).toBe(false);
    const connection = await server.accept();
    await connection.welcome();
    await vi.waitFor(() => expect(link.state().status).toBe('online'));
    connection.socket.send(Buffer.from([7, 8, 9]));
    await vi.waitFor(() => expect(frames.map((bytes) => [...new Uint8Array(bytes)])).toEqual([[7, 8, 9]]));
    expect(link.send_binary(new Uint8Array([4, 5]))).toBe(true);
    expect([...(await connection.next_binary())]).toEqual([4, 5]);
    expect(link.send_binary(new Uint8Array(9 * 1024 * 1024))).toBe(false);
  });
});

describe('a line that dies without a word', () => {
  test('is noticed by the missing answer to the ping, and the link is taken up again', async () => {
    open_client();
    const first = await server.accept();
    await first.welcome();
    first.say({ type: 'snapshot', seq: 1 });
    expect(await first.ping_number(1)).toEqual({ type: 'ping', received: 1 });
    first.alive = false;
    const hello = await (await server.accept()).next();
    expect(hello['resume']).toEqual({ epoch: 'E1', link: 'L1', received: 1 });
  });

  test('a living link stays for many pings', async () => {
    open_client();
    const connection = await server.accept();
    await connection.welcome();
    await connection.ping_number(8);
    expect(connection.closed).toBe(false);
  });

  test('a host that accepts and never greets is given up after the patience, not before', async () => {
    const host = await open_silent_host();
    open_client({ url: host.url, timing: { ...quick, connect_ms: 300 } });
    await vi.waitFor(() => expect(host.accepted.length).toBeGreaterThanOrEqual(3), { timeout: 15_000 });
    const [first = 0, second = 0, third = 0] = host.accepted;
    // The client's clock starts a moment before the host accepts.
    expect(Math.max(second - first, third - second)).toBeGreaterThanOrEqual(290);
    client?.stop();
    await host.close();
  });

  test('while nobody is there it goes on trying, never faster than the shortest pause', async () => {
    await server.close();
    const tries: number[] = [];
    const given_up: number[] = [];
    const link = open_client({ timing: { ...quick, shortest_pause_ms: 20, longest_pause_ms: 120 } });
    link.subscribe(() => (link.state().status === 'connecting' ? tries : given_up).push(performance.now()));
    await vi.waitFor(() => expect(tries.length).toBeGreaterThan(5), { timeout: 15_000 });
    const pauses = tries.map((at, index) => at - (given_up[index] ?? at));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(19);
    client?.stop();
    server = await LinkTestServer.open();
  });
});
