// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BareKiosk, offers_at } from '../support/bare_kiosk.ts';
import { BareLink, new_ulid, type LinkMessage } from '../support/link.ts';
import { site_of } from '../support/pairing.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';
import { until } from '../support/until.ts';

interface Ticket {
  ticket_id: string;
  number: number;
  state: string;
  position?: number;
  expected_at?: number;
  allowed_actions: string[];
}
interface Line {
  group_id: string;
  acronym: string;
  waiting: number;
  tickets: Ticket[];
}
interface WallLine {
  acronym: string;
  state: string;
  closed_with?: string;
  next: number[];
  calls: { number: number; kiosk_name: string; room: string }[];
  expected: { number: number; expected_at: number }[];
}

let server: StartedServer;
let adviser: StaffSession;
let mediator: StaffSession;
let site_id: string;
let offer_id: string;
let console_link: BareLink;
let desk_link: BareLink;
let wall_link: BareLink;
let secret: string;
const wall_id = new_ulid();
beforeAll(async () => {
  server = await StartedServer.start();
  adviser = await StaffSession.open(server.local_url, demo_accounts.adviser);
  mediator = await StaffSession.open(server.local_url, demo_accounts.mediator);
  site_id = await site_of(mediator, 'Bretenoux');
  const kiosk_link = await (await BareKiosk.pair(server, 'Bretenoux')).open();
  offer_id = (await offers_at(kiosk_link)).get('CAF') ?? '';
  console_link = await BareLink.open(adviser.link({ surface: 'adviser' }));
  desk_link = await BareLink.open(mediator.link({ surface: 'desk', site_id }));
});
afterAll(async () => {
  for (const link of [console_link, desk_link, wall_link]) await link?.close();
  await server?.stop();
});

/** Waits for a message that comes from now on. */
function later(link: BareLink, type: string, accept: (message: LinkMessage) => boolean): Promise<LinkMessage> {
  const seen = link.messages.length;
  return until(`a later message '${type}'`, () => link.messages.slice(seen).find((message) => message.type === type && accept(message)));
}
const open_wall = (token: string) => BareLink.open({ url: `${server.local_url}/api/v1/wall-link`, hello: { token } });
async function is_refused(token: string): Promise<void> {
  const link = await BareLink.connect({ url: `${server.local_url}/api/v1/wall-link` });
  link.send({ type: 'hello', protocol: { lowest: 1, highest: 2 }, language: 'fr', token });
  expect(await link.next('problem')).toMatchObject({ code: 'wall_revoked' });
  expect((await until('the socket to be closed', () => link.closed)).code).toBe(4003);
}
const take = (id: string) => mediator.put(`/api/v1/queue/tickets/${id}`, { site_id, offer_id });
const act = (who: StaffSession, id: string, form: Record<string, unknown>) => who.put(`/api/v1/queue/tickets/${id}/acts/${new_ulid()}`, form);
const line_of = (message: Record<string, unknown>): Line => message.line as Line;
const caf_of = (message: Record<string, unknown>): WallLine | undefined => (message.lines as WallLine[]).find((line) => line.acronym === 'CAF');

test('only staff of the site make its screen; the secret opens it and nothing else does', async () => {
  const form = { site_id, name: 'Salle d’attente' };
  const stranger = await StaffSession.open(server.local_url, demo_accounts.foreign_mediator);
  expect(await stranger.put(`/api/v1/walls/${wall_id}`, form)).toMatchObject({ status: 403, body: { code: 'not_your_site' } });
  const made = await mediator.put(`/api/v1/walls/${wall_id}`, form);
  expect(made).toMatchObject({ status: 200, body: { wall: { wall_id, name: 'Salle d’attente' } } });
  secret = (made.body as { secret: string }).secret;
  const listed = await mediator.get(`/api/v1/sites/${site_id}/walls`);
  expect(JSON.stringify(listed.body)).not.toContain(secret);
  expect(listed).toMatchObject({ status: 200, body: { walls: [{ wall_id }] } });
  wall_link = await open_wall(secret);
  expect(await wall_link.next('snapshot')).toMatchObject({ site: { commune: 'Bretenoux' } });
  await is_refused('another');
});

test('a ticket is told to the adviser, the desk and the screen, and the screen knows its number alone', async () => {
  const id = new_ulid();
  const told = [
    later(console_link, 'queue_line', (message) => line_of(message).waiting === 1),
    later(desk_link, 'queue_line', (message) => line_of(message).acronym === 'CAF' && line_of(message).tickets.length === 1),
    later(wall_link, 'lines', (message) => caf_of(message)?.next.length === 1),
  ] as const;
  await take(id);
  const [on_console, at_desk, on_wall] = await Promise.all(told);
  expect(line_of(on_console).tickets).toMatchObject([{ ticket_id: id, position: 1 }]);
  expect(line_of(at_desk).tickets[0]?.allowed_actions).toContain('away');
  expect(caf_of(on_wall)).toMatchObject({ next: [1], calls: [] });
  expect(JSON.stringify(on_wall)).not.toContain(id);
  const ready = later(wall_link, 'lines', (message) => caf_of(message)?.expected.length === 1);
  expect(await act(adviser, id, { act: 'announce', in_minutes: 10 })).toMatchObject({ status: 200 });
  expect(caf_of(await ready)?.expected).toMatchObject([{ number: 1 }]);
  expect(await act(adviser, id, { act: 'announce', in_minutes: 0 })).toMatchObject({ status: 400, body: { code: 'value_out_of_range', pointer: '/in_minutes' } });
});

test('who is called stands on the screen with their kiosk until they are there, and on the console of their adviser', async () => {
  const held = later(console_link, 'held_ticket', (message) => message.ticket !== undefined);
  const called = later(wall_link, 'lines', (message) => caf_of(message)?.calls.length === 1);
  const { body } = await adviser.post('/api/v1/queue/next', { call_id: new_ulid() });
  const { ticket } = body as { ticket: Ticket };
  expect((await held).ticket).toMatchObject({ number: 1, state: 'called', allowed_actions: expect.arrayContaining(['no_answer', 'met']) });
  expect(caf_of(await called)).toMatchObject({ next: [], expected: [], calls: [{ number: 1, kiosk_name: 'Borne de Bretenoux' }] });
  const there = await adviser.get(`/api/v1/queue/tickets/${ticket.ticket_id}/destinations`);
  expect((there.body as { destinations: { offer: { acronym: string } }[] }).destinations.map((one) => one.offer.acronym)).toContain('CPAM');
  const quiet = later(wall_link, 'lines', (message) => caf_of(message)?.calls.length === 0);
  const free = later(console_link, 'held_ticket', (message) => message.ticket === undefined);
  await act(adviser, ticket.ticket_id, { act: 'met' });
  await act(adviser, ticket.ticket_id, { act: 'finish' });
  await Promise.all([quiet, free]);
});

test('a closed line says so on the screen, and an opened one does not', async () => {
  const { lines } = (await adviser.get('/api/v1/queue')).body as { lines: Line[] };
  const path = `/api/v1/queue/lines/${lines[0]?.group_id ?? ''}/closing`;
  const closed = later(wall_link, 'lines', (message) => caf_of(message)?.closed_with === 'Reprise demain à 9 h.');
  await adviser.put(path, { closing_id: new_ulid(), message: 'Reprise demain à 9 h.' });
  await closed;
  const open = later(wall_link, 'lines', (message) => caf_of(message)?.closed_with === undefined);
  await adviser.delete(path);
  await open;
});

test('the screen comes back after the server was killed, and goes dark at once when it is taken back', async () => {
  await server.kill();
  await server.start_again();
  wall_link = await open_wall(secret);
  expect(caf_of(await wall_link.next('snapshot'))).toMatchObject({ calls: [] });
  expect((await mediator.delete(`/api/v1/walls/${wall_id}`)).status).toBe(204);
  expect((await until('the screen to go dark', () => wall_link.closed)).code).toBe(4003);
  await is_refused(secret);
});
