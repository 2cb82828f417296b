// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BareLink, new_ulid } from '../support/link.ts';
import { BareKiosk, offers_at } from '../support/bare_kiosk.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';

interface Ticket {
  ticket_id: string;
  number: number;
  state: string;
  position?: number;
  wait?: { unknown?: string };
  held_up?: string;
  allowed_actions: string[];
}
interface Lines {
  lines: { group_id: string; acronym: string; tickets: Ticket[] }[];
}

let server: StartedServer;
let adviser: StaffSession;
let second_adviser: StaffSession;
let mediator: StaffSession;
let site_id: string;
let offer_id: string;
let kiosk: BareKiosk;
let kiosk_link: BareLink;
beforeAll(async () => {
  server = await StartedServer.start();
  adviser = await StaffSession.open(server.local_url, demo_accounts.adviser);
  second_adviser = await StaffSession.open(server.local_url, demo_accounts.second_adviser);
  mediator = await StaffSession.open(server.local_url, demo_accounts.mediator);
  const { body } = await mediator.get('/api/v1/network');
  const { networks } = body as { networks: { sites: { site_id: string; commune: string }[] }[] };
  site_id = networks[0]?.sites.find((site) => site.commune === 'Bretenoux')?.site_id ?? '';
  kiosk = await BareKiosk.pair(server, 'Bretenoux');
  kiosk_link = await kiosk.open();
  offer_id = (await offers_at(kiosk_link)).get('CAF') ?? '';
});
afterAll(async () => {
  await server?.stop();
});

const ticket_path = (id: string): string => `/api/v1/queue/tickets/${id}`;
const take = (id: string, change: Record<string, unknown> = {}) => mediator.put(ticket_path(id), { site_id, offer_id, ...change });
const act = (who: StaffSession, id: string, form: Record<string, unknown>) => who.put(`${ticket_path(id)}/acts/${new_ulid()}`, form);
const lines_of = async (who: StaffSession): Promise<Lines> => (await who.get('/api/v1/queue')).body as Lines;

test('a ticket told twice is one ticket, with a number, a position and no false promise', async () => {
  const id = new_ulid();
  expect(await take(id)).toMatchObject({ status: 200, body: { number: 1, state: 'waiting', position: 1 } });
  expect(await take(id)).toMatchObject({ status: 200, body: { number: 1 } });
  const [line] = (await lines_of(adviser)).lines;
  expect(line?.tickets).toMatchObject([{ ticket_id: id, wait: { unknown: 'nobody_on_duty' } }]);
  expect((await act(mediator, id, { act: 'leave' })).status).toBe(200);
});

test('of two advisers who call next exactly one gets the person', async () => {
  const id = new_ulid();
  await take(id);
  const answers = await Promise.all([adviser, second_adviser].map((who) => who.post('/api/v1/queue/next', { call_id: new_ulid() })));
  const got = answers.map((answer) => (answer.body as { ticket?: Ticket }).ticket?.ticket_id);
  expect(got.filter((ticket) => ticket === id)).toHaveLength(1);
  expect(got.filter((ticket) => ticket === undefined)).toHaveLength(1);
  const winner = got[0] === id ? adviser : second_adviser;
  const loser = got[0] === id ? second_adviser : adviser;
  expect(await act(loser, id, { act: 'met' })).toMatchObject({ status: 403, body: { code: 'ticket_not_yours' } });
  expect(await act(winner, id, { act: 'met' })).toMatchObject({ status: 200, body: { state: 'in_interview' } });
  expect(await act(winner, id, { act: 'finish' })).toMatchObject({ status: 200, body: { state: 'finished', allowed_actions: [] } });
});

test.each([
  ['a place kept until yesterday', { act: 'away', back_at: 1 }, 'back_at_past', '/back_at'],
  ['urgent without a reason', { act: 'urgent' }, 'field_missing', '/urgent_reason'],
  ['gone, and served', { act: 'leave', leave_reason: 'served' }, 'value_unknown', '/leave_reason'],
])('refused, with the field named: %s', async (_, form, code, pointer) => {
  const id = new_ulid();
  await take(id);
  expect(await act(mediator, id, form)).toMatchObject({ status: 400, body: { code, pointer } });
  await act(mediator, id, { act: 'leave' });
});

test('a desk sees its own site and another body sees nothing', async () => {
  const id = new_ulid();
  await take(id);
  const own = (await mediator.get(`/api/v1/sites/${site_id}/queue`)).body as Lines;
  expect(own.lines.flatMap((line) => line.tickets)).toMatchObject([{ ticket_id: id }]);
  const stranger = await StaffSession.open(server.local_url, demo_accounts.foreign_mediator);
  expect(await stranger.get(`/api/v1/sites/${site_id}/queue`)).toMatchObject({ status: 403, body: { code: 'not_your_site' } });
  const other_body = await StaffSession.open(server.local_url, demo_accounts.foreign_adviser);
  expect((await lines_of(other_body)).lines.flatMap((line) => line.tickets)).toEqual([]);
  expect(await act(other_body, id, { act: 'park', park_reason: 'form' })).toMatchObject({ status: 404, body: { code: 'ticket_unknown' } });
  await act(mediator, id, { act: 'leave' });
});

test('the line is intact after the server was killed', async () => {
  const id = new_ulid();
  await take(id);
  await server.kill();
  await server.start_again();
  kiosk_link = await kiosk.open();
  const [line] = (await lines_of(adviser)).lines;
  expect(line?.tickets).toMatchObject([{ ticket_id: id, state: 'waiting', position: 1 }]);
});

test('who waits at a kiosk without a link is not called, keeps their place, and everybody sees why', async () => {
  const [line] = (await lines_of(adviser)).lines;
  await kiosk_link.close();
  await expect.poll(async () => (await lines_of(adviser)).lines[0]?.tickets[0]?.held_up, { timeout: 30_000 }).toBe('kiosk_offline');
  expect(await adviser.post('/api/v1/queue/next', { call_id: new_ulid() })).toMatchObject({ status: 200, body: {} });
  expect(line?.tickets[0]?.position).toBe(1);
  const at_desk = (await mediator.get(`/api/v1/sites/${site_id}/queue`)).body as Lines;
  expect(at_desk.lines.find((one) => one.acronym === 'CAF')?.tickets).toMatchObject([{ held_up: 'kiosk_offline', wait: { unknown: 'kiosk_offline' } }]);
  kiosk_link = await kiosk.open();
  expect((await lines_of(adviser)).lines[0]?.tickets[0]?.held_up).toBeUndefined();
});

test('a line is closed for one site, where the body has one, and nowhere else', async () => {
  const [line] = (await lines_of(adviser)).lines;
  const path = `/api/v1/queue/lines/${line?.group_id ?? ''}/closing`;
  const message = 'Le conseiller a dû partir.';
  expect(await adviser.put(path, { closing_id: new_ulid(), message, site_id: new_ulid() })).toMatchObject({ status: 404, body: { code: 'site_unknown', pointer: '/site_id' } });
  expect(await adviser.put(path, { closing_id: new_ulid(), message, site_id })).toMatchObject({ status: 200, body: { told: 1 } });
  expect(await take(new_ulid())).toMatchObject({ status: 200, body: { state: 'closed', end: 'line_closed', message } });
  expect(await adviser.delete(`${path}?site_id=${site_id}`)).toMatchObject({ status: 204 });
  expect(await take(new_ulid())).toMatchObject({ status: 200, body: { state: 'waiting' } });
});

test('a closed line tells its message to who waits and to who comes', async () => {
  const [line] = (await lines_of(adviser)).lines;
  const path = `/api/v1/queue/lines/${line?.group_id ?? ''}/closing`;
  const message = 'Les conseillers sont absents cet après-midi.';
  expect(await mediator.put(path, { closing_id: new_ulid(), message })).toMatchObject({ status: 404, body: { code: 'group_unknown' } });
  expect(await adviser.put(path, { closing_id: new_ulid(), message })).toMatchObject({ status: 200, body: { told: 1 } });
  expect(await take(new_ulid())).toMatchObject({ status: 200, body: { state: 'closed', message } });
});
