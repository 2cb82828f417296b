// SPDX-License-Identifier: EUPL-1.2
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

let server: Server;
let origin: string;
let requests: IncomingMessage[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  requests = [];
  server = createServer((incoming, response) => {
    requests.push(incoming);
    answer(incoming, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vi.stubGlobal('location', { origin, href: `${origin}/adviser/` });
  vi.resetModules();
});

afterEach(async () => {
  vi.unstubAllGlobals();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Loaded anew for each test, since the origin of the page is read once. */
const load = () => import('./index.ts');

function answers(status: number, body: unknown, type = 'application/json'): void {
  answer = (_, response) => {
    response.writeHead(status, { 'Content-Type': type });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

const caller = { account_id: '01ARYZ6S41TSV4RRFFQ69G5FAV', name: 'Claire', language: 'fr', memberships: [] };

describe('a question to the server', () => {
  test('says that it comes from our pages, and in which language the answer is wanted', async () => {
    answers(200, { account: caller });
    const { signed_in_account, speak_language } = await load();
    speak_language('en');
    expect(await signed_in_account()).toEqual({ ok: true, value: caller });
    expect(requests[0]?.url).toBe('/api/v1/me');
    expect(requests[0]?.headers).toMatchObject({ 'x-parvis-request': '1', 'accept-language': 'en' });
  });

  test('sends its body as JSON', async () => {
    let body = '';
    answer = (incoming, response) => {
      incoming.on('data', (chunk) => (body += String(chunk)));
      incoming.on('end', () => {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify({ account: caller }));
      });
    };
    const { sign_in } = await load();
    expect((await sign_in('claire@example.org', 'secret words')).ok).toBe(true);
    expect(JSON.parse(body)).toEqual({ email: 'claire@example.org', password: 'secret words' });
    expect(requests[0]?.method).toBe('POST');
  });

  test('refused, gives the code, the reason, the sentence, the field and the arguments', async () => {
    const problem = {
      type: 'urn:parvis:problem:sign_in_delayed',
      title: 'Too Many Requests',
      status: 429,
      detail: 'Attendez 30 secondes.',
      code: 'sign_in_delayed',
      kind: 'rate_limited',
      pointer: '/email',
      arguments: { retry_after_seconds: '30' },
    };
    answers(429, problem, 'application/problem+json');
    const { sign_in } = await load();
    expect(await sign_in('a@b.fr', 'x')).toEqual({
      ok: false,
      error: {
        code: 'rate_limited',
        reason: 'sign_in_delayed',
        message: 'Attendez 30 secondes.',
        pointer: '/email',
        arguments: { retry_after_seconds: '30' },
      },
    });
  });

  test('an empty success is a success', async () => {
    answer = (_, response) => response.writeHead(204).end();
    const { sign_out } = await load();
    expect((await sign_out()).ok).toBe(true);
  });

  test('a gateway that answers with a page of its own is told as such', async () => {
    answers(502, '<h1>Bad gateway</h1>', 'text/html');
    const { signed_in_account } = await load();
    expect(await signed_in_account()).toMatchObject({ ok: false, error: { code: 'unavailable', reason: 'unexpected_answer' } });
  });

  test('a success that is not JSON is told as such', async () => {
    answers(200, '<h1>Welcome to the hotel</h1>', 'text/html');
    const { signed_in_account, request } = await load();
    expect(await signed_in_account()).toMatchObject({ ok: false, error: { reason: 'unexpected_answer' } });
    expect(await request('GET', '/page/state')).toMatchObject({ ok: false, error: { reason: 'unexpected_answer' } });
  });

  test('nobody there is told as unreachable', async () => {
    const { signed_in_account, request } = await load();
    await new Promise((resolve) => server.close(resolve));
    expect(await signed_in_account()).toMatchObject({ ok: false, error: { code: 'unavailable', reason: 'unreachable' } });
    expect(await request('POST', '/page/bell', {})).toMatchObject({ ok: false, error: { code: 'unavailable', reason: 'unreachable' } });
    server = createServer().listen(0);
  });

  test('the kiosk page asks its daemon by path', async () => {
    answers(200, { state: 'ready' });
    const { request } = await load();
    expect(await request<{ state: string }>('GET', '/page/state')).toEqual({ ok: true, value: { state: 'ready' } });
    expect(requests[0]?.headers['x-parvis-request']).toBe('1');
  });
});

describe('where an account works', () => {
  test('each role has its page, the first membership decides which is first, and who runs the network plans as well', async () => {
    const { pages_of } = await load();
    const memberships = [
      { network_id: 'N', role: 'mediator' as const, site_id: 'S' },
      { network_id: 'N', role: 'technician' as const },
      { network_id: 'M', role: 'administrator' as const },
    ];
    expect(pages_of({ ...caller, memberships })).toEqual(['/desk/', '/network/', '/wall/', '/partner/']);
    expect(pages_of({ ...caller, memberships: memberships.slice(0, 1) })).toEqual(['/desk/', '/wall/', '/network/']);
    expect(pages_of(caller)).toEqual([]);
  });
});
