// SPDX-License-Identifier: EUPL-1.2
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LinkClient, type LinkOptions } from './link_client.ts';
import { LinkTestServer } from './link_test_server.ts';
import { new_ulid } from './ulid.ts';

let server: LinkTestServer;
let client: LinkClient;
const quick = { ping_ms: 40, dead_ms: 80, connect_ms: 2000, shortest_pause_ms: 10, longest_pause_ms: 40, answer_ms: 5000 };

function open_client(options: Partial<LinkOptions> = {}): void {
  client = new LinkClient({ url: server.url, language: 'fr', on_message: () => undefined, timing: quick, ...options });
  client.start();
}

beforeEach(async () => {
  server = await LinkTestServer.open();
});

afterEach(async () => {
  client.stop();
  await server.close();
});

describe('commands', () => {
  test('an accepted command gives the result', async () => {
    open_client();
    const connection = await server.accept();
    await connection.welcome();
    const answer = client.send<{ interview: string }>('accept_ring', { ring: 'R1' });
    const command = await connection.next();
    expect(command).toMatchObject({ type: 'accept_ring', ring: 'R1' });
    expect(command['id']).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    connection.say({ type: 'done', seq: 1, id: command['id'], result: { interview: 'I1' } });
    expect(await answer).toEqual({ ok: true, value: { interview: 'I1' } });
  });

  test('a refused command gives the reason, the sentence and the field', async () => {
    open_client();
    const connection = await server.accept();
    await connection.welcome();
    const answer = client.send('accept_ring');
    const { id } = await connection.next();
    const problem = { status: 409, code: 'ring_taken', title: 'Conflict', detail: 'Un autre conseiller a répondu.', pointer: '/ring' };
    connection.say({ type: 'refused', seq: 1, id, problem });
    expect(await answer).toEqual({
      ok: false,
      error: { code: 'conflict', reason: 'ring_taken', message: 'Un autre conseiller a répondu.', pointer: '/ring', arguments: {} },
    });
  });

  test('given before the page has started its link, they wait for it', async () => {
    client = new LinkClient({ url: server.url, language: 'fr', on_message: () => undefined, timing: quick });
    void client.send('early');
    client.start();
    const connection = await server.accept();
    await connection.welcome();
    expect((await connection.next()).type).toBe('early');
  });

  test('given before the link is there, they go out in order after the welcome', async () => {
    open_client();
    void client.send('first');
    void client.send('second');
    const connection = await server.accept();
    await connection.welcome();
    expect((await connection.next()).type).toBe('first');
    expect((await connection.next()).type).toBe('second');
  });

  test.each([true, false])('cut before the answer, they are sent again under the same id (resumed: %s)', async (resumed) => {
    open_client();
    const first = await server.accept();
    await first.welcome();
    const answer = client.send('ring_kiosk', { kiosk: 'K1' });
    const sent = await first.next();
    first.socket.terminate();
    const second = await server.accept();
    await second.welcome(resumed ? { resumed } : { epoch: 'E2', link: 'L2', resumed });
    const again = await second.next();
    expect(again).toEqual(sent);
    second.say({ type: 'done', seq: 1, id: again['id'], result: {} });
    expect((await answer).ok).toBe(true);
  });

  test('an answer replayed after the cut settles the command once, and the second answer is no message', async () => {
    const heard: unknown[] = [];
    open_client({ on_message: (message) => heard.push(message) });
    const first = await server.accept();
    await first.welcome();
    const answer = client.send('pick');
    const { id } = await first.next();
    first.socket.terminate();
    const second = await server.accept();
    await second.welcome({ resumed: true });
    second.say({ type: 'done', seq: 1, id, result: { n: 1 } }, { type: 'done', seq: 2, id, result: { n: 2 } }, { type: 'end', seq: 3 });
    expect(await answer).toEqual({ ok: true, value: { n: 1 } });
    await vi.waitFor(() => expect(heard).toEqual([{ type: 'end', seq: 3 }]));
  });

  test('answered commands are not sent again', async () => {
    open_client();
    const first = await server.accept();
    await first.welcome();
    const answer = client.send('pause');
    const { id } = await first.next();
    first.say({ type: 'done', seq: 1, id, result: null });
    await answer;
    first.socket.terminate();
    const second = await server.accept();
    await second.welcome({ resumed: true });
    await second.ping_number(1);
    expect(second.unread()).toEqual([]);
  });

  test('the same id given twice is one command with one answer for both', async () => {
    open_client();
    const id = new_ulid();
    const both = [client.send('scan', {}, { id }), client.send('scan', {}, { id })];
    const connection = await server.accept();
    await connection.welcome();
    expect((await connection.next())['id']).toBe(id);
    connection.say({ type: 'done', seq: 1, id, result: 7 });
    expect(await Promise.all(both)).toEqual([
      { ok: true, value: 7 },
      { ok: true, value: 7 },
    ]);
    expect(connection.unread()).toEqual([]);
  });

  test('without an answer in time they fail, and are not sent again', async () => {
    open_client();
    const first = await server.accept();
    await first.welcome();
    const answer = await client.send('ring_kiosk', {}, { patience_ms: 60 });
    expect(answer).toMatchObject({ ok: false, error: { code: 'timeout', reason: 'no_answer' } });
    first.socket.terminate();
    const second = await server.accept();
    await second.welcome({ resumed: true });
    await second.ping_number(1);
    expect(second.unread()).toEqual([]);
  });

  test('larger than the server takes, they are refused before they leave', async () => {
    open_client();
    await (await server.accept()).welcome();
    const answer = await client.send('note', { text: 'é'.repeat(140_000) });
    expect(answer).toMatchObject({ ok: false, error: { code: 'too_large' } });
  });

  test('the one that broke the protocol fails, and does not close the next socket too', async () => {
    open_client();
    const first = await server.accept();
    await first.welcome();
    const answer = client.send('nonsense');
    await first.next();
    first.say({ type: 'problem', status: 400, code: 'protocol_error', detail: 'Message refusé.' });
    first.socket.close(4000);
    expect(await answer).toMatchObject({ ok: false, error: { code: 'invalid_input', reason: 'protocol_error' } });
    const second = await server.accept();
    expect((await second.welcome())['resume']).toBeUndefined();
    await second.ping_number(1);
    expect(second.unread()).toEqual([]);
  });
});

describe('the server ends the link', () => {
  test.each([
    [4001, 'unauthenticated', 401],
    [4003, 'forbidden', 403],
    [4009, 'conflict', 409],
  ])('%i is final: the page learns why and does not come back', async (close, code, status) => {
    open_client();
    const connection = await server.accept();
    await connection.welcome();
    const answer = client.send('scan');
    await connection.next();
    connection.say({ type: 'problem', status, code: 'session_revoked', detail: 'Votre session est terminée.' });
    connection.socket.close(close);
    await vi.waitFor(() => expect(client.state().ended).toMatchObject({ code, message: 'Votre session est terminée.' }));
    expect(client.state().status).toBe('offline');
    expect((await answer).ok).toBe(false);
    expect(await client.send('scan')).toMatchObject({ ok: false, error: { reason: 'link_ended' } });
    const late = await Promise.race([server.accept(), new Promise((resolve) => setTimeout(resolve, 200, 'nobody'))]);
    expect(late).toBe('nobody');
  });

  test.each([4008, 4010, 1001, 1011])('%i is not final: it comes back and resumes', async (close) => {
    open_client();
    const first = await server.accept();
    await first.welcome();
    first.say({ type: 'snapshot', seq: 1 });
    await first.ping_number(1);
    first.socket.close(close);
    const hello = await (await server.accept()).next();
    expect(hello['resume']).toEqual({ epoch: 'E1', link: 'L1', received: 1 });
  });

  test('stopped by the page, it closes the socket and answers what still waited', async () => {
    open_client();
    const connection = await server.accept();
    await connection.welcome();
    const answer = client.send('scan');
    await connection.next();
    client.stop();
    expect(await answer).toMatchObject({ ok: false, error: { code: 'unavailable', reason: 'link_ended' } });
    await connection.until_closed();
    expect(client.state()).toMatchObject({ status: 'offline', ended: null });
  });

  test('stopped and started again, it opens a new link', async () => {
    open_client();
    await (await server.accept()).welcome();
    client.stop();
    client.start();
    expect((await (await server.accept()).welcome())['resume']).toBeUndefined();
    await vi.waitFor(() => expect(client.state().status).toBe('online'));
  });
});
