// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BareKiosk } from '../support/bare_kiosk.ts';
import { BareLink, type LinkMessage } from '../support/link.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, demo_password, StaffSession } from '../support/staff.ts';

let server: StartedServer;
beforeAll(async () => {
  server = await StartedServer.start();
});
afterAll(async () => {
  await server?.stop();
});

const somebody = (): StaffSession => new StaffSession(server.local_url);
const post_raw = (path: string, body: string, headers: Record<string, string>): Promise<Response> =>
  fetch(`${server.local_url}${path}`, { method: 'POST', body, headers });

test('a missing field is named by its pointer, in words of the reader’s language', async () => {
  const answer = await somebody().post('/api/v1/sign-in', { email: demo_accounts.adviser });
  expect(answer.status).toBe(400);
  expect(answer.headers.get('Content-Type')).toContain('application/problem+json');
  expect(answer.body).toMatchObject({ code: 'field_missing', pointer: '/password' });
  const english = await post_raw('/api/v1/sign-in', '{"email":"a@b.fr"}', {
    'X-Parvis-Request': '1',
    'Content-Type': 'application/json',
    'Accept-Language': 'en',
  });
  const in_english = (await english.json()) as { detail: string };
  expect(in_english.detail).not.toBe((answer.body as { detail: string }).detail);
});

test.each([
  ['a field that nobody knows', { email: 'a@b.fr', password: 'x', remember: true }, 'field_unknown', '/remember'],
  ['a number where text belongs', { email: 7, password: 'x' }, 'field_wrong_type', '/email'],
])('%s is refused by name', async (_what, form, code, pointer) => {
  const answer = await somebody().post('/api/v1/sign-in', form);
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ code, pointer });
});

test('a body that is no JSON is refused and changes nothing', async () => {
  const answer = await post_raw('/api/v1/sign-in', '{"email":', { 'X-Parvis-Request': '1', 'Content-Type': 'application/json' });
  expect(answer.status).toBe(400);
});

test('a request without the header of our pages is refused, even with the right password', async () => {
  const form = JSON.stringify({ email: demo_accounts.adviser, password: demo_password });
  const answer = await post_raw('/api/v1/sign-in', form, { 'Content-Type': 'application/json' });
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({ code: 'request_header_missing' });
});

test('a request from another site is refused by its origin', async () => {
  const form = JSON.stringify({ email: demo_accounts.adviser, password: demo_password });
  const headers = { 'X-Parvis-Request': '1', 'Content-Type': 'application/json', Origin: 'http://elsewhere.example' };
  const answer = await post_raw('/api/v1/sign-in', form, headers);
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({ code: 'origin_not_allowed' });
});

test('the session’s cookie is out of reach of scripts and of other sites, and ends with the session', async () => {
  const adviser = await StaffSession.open(server.local_url, demo_accounts.second_adviser);
  const signed_in = await somebody().post('/api/v1/sign-in', { email: demo_accounts.second_adviser, password: demo_password });
  expect(signed_in.headers.get('Set-Cookie')).toMatch(/^parvis_session=[^;]+;.*HttpOnly/);
  expect(signed_in.headers.get('Set-Cookie')).toContain('SameSite=Strict');
  const cookie = adviser.cookie;
  expect((await adviser.get('/api/v1/me')).status).toBe(200);
  expect((await adviser.post('/api/v1/sign-out')).status).toBe(204);
  adviser.cookie = cookie;
  const after = await adviser.get('/api/v1/me');
  expect(after.status).toBe(401);
  expect(after.body).toMatchObject({ code: 'not_signed_in' });
});

test('signing out closes the pages of that session at once: the kiosks see one adviser fewer, another session stays', async () => {
  const kiosk = await (await BareKiosk.pair(server, 'Bretenoux')).open();
  const health_is_open = (message: LinkMessage): boolean => {
    const { tiles } = message as unknown as { tiles: { offers: { acronym: string; state: string }[] }[] };
    return tiles.some((tile) => tile.offers.some((offer) => offer.acronym === 'CPAM' && offer.state === 'open'));
  };
  const nadia = await StaffSession.open(server.local_url, demo_accounts.foreign_adviser);
  const elsewhere = await StaffSession.open(server.local_url, demo_accounts.foreign_adviser);
  const page = await BareLink.open(nadia.link({ surface: 'adviser' }));
  await page.command('set_availability', { availability: 'available' });
  await kiosk.next('tiles', health_is_open);
  kiosk.messages.length = 0;
  expect((await elsewhere.post('/api/v1/sign-out')).status).toBe(204);
  expect(page.closed).toBeUndefined();
  expect((await nadia.post('/api/v1/sign-out')).status).toBe(204);
  await expect.poll(() => page.closed?.code).toBe(4001);
  await kiosk.next('tiles', (message) => !health_is_open(message), 5_000);
});

test('signing out everywhere ends the sessions of every browser', async () => {
  const at_work = await StaffSession.open(server.local_url, demo_accounts.foreign_adviser);
  const at_home = await StaffSession.open(server.local_url, demo_accounts.foreign_adviser);
  expect((await at_work.post('/api/v1/sign-out-everywhere')).status).toBe(204);
  expect((await at_home.get('/api/v1/me')).status).toBe(401);
});

test('wrong passwords make the next try wait, also with the right one, and nobody else waits', async () => {
  const email = demo_accounts.mediator;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const refused = await somebody().post('/api/v1/sign-in', { email, password: 'not this one either' });
    expect(refused.body).toMatchObject({ status: 401, code: 'credentials_wrong' });
  }
  const delayed = await somebody().post('/api/v1/sign-in', { email, password: demo_password });
  expect(delayed.status).toBe(429);
  expect(delayed.body).toMatchObject({ code: 'sign_in_delayed' });
  const wait = Number(delayed.headers.get('Retry-After'));
  expect(wait).toBeGreaterThanOrEqual(1);
  await StaffSession.open(server.local_url, demo_accounts.technician);
  await expect
    .poll(async () => (await somebody().post('/api/v1/sign-in', { email, password: demo_password })).status, { timeout: 10_000, interval: 200 })
    .toBe(200);
});

test('an address that nobody has is refused in the same words as a wrong password', async () => {
  const unknown = await somebody().post('/api/v1/sign-in', { email: 'personne@nulle.part.fr', password: 'x' });
  expect(unknown.body).toMatchObject({ status: 401, code: 'credentials_wrong' });
});

test('a page that asks far too often is told to wait, and others are not', async () => {
  const hasty = await StaffSession.open(server.local_url, demo_accounts.adviser);
  const answers = await Promise.all(Array.from({ length: 220 }, () => hasty.get('/api/v1/me')));
  const refused = answers.filter((answer) => answer.status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.body).toMatchObject({ code: 'too_many_requests' });
  expect(refused[0]?.headers.get('Retry-After')).toBe('1');
  const other = await StaffSession.open(server.local_url, demo_accounts.administrator);
  expect((await other.get('/api/v1/me')).status).toBe(200);
});
