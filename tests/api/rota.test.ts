// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day_of } from '../support/booking.ts';
import { new_ulid } from '../support/link.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';
import { open_supply, type OpenSupply } from '../support/supply.ts';

interface Problem {
  code: string;
  pointer?: string;
}
interface Rota {
  people: { account_id: string; name: string; partner_id: string }[];
  sessions: { supply_id: string; revision: number; day: string; missing: number; free: string[]; group_id: string }[];
}
interface Displaced {
  appointments: { appointment_id: string; reason: string }[];
}

const day_ms = 86_400_000;
const tomorrow = day_of(Date.now() + day_ms);
let server: StartedServer;
let manager: StaffSession;
let mediator: StaffSession;
let coordinator: StaffSession;
let adviser: StaffSession;
let supply: OpenSupply;
let network_id: string;
let booked: string;

beforeAll(async () => {
  server = await StartedServer.start();
  supply = await open_supply(server, 'Demander une aide pour mon loyer');
  manager = await StaffSession.open(server.local_url, demo_accounts.manager);
  mediator = await StaffSession.open(server.local_url, demo_accounts.mediator);
  coordinator = await StaffSession.open(server.local_url, demo_accounts.coordinator);
  adviser = await StaffSession.open(server.local_url, demo_accounts.foreign_adviser);
  network_id = ((await manager.get('/api/v1/network')).body as { networks: { network_id: string }[] }).networks[0]?.network_id ?? '';
  booked = new_ulid();
  const wish = { supply_id: supply.supply_id, starts_at: Date.parse(`${tomorrow}T10:00:00Z`), door: 'kiosk', site_id: supply.site_id, motives: [supply.motive_id], visitor: { first_name: 'Odette' } };
  expect((await mediator.put(`/api/v1/appointments/${booked}`, wish)).status).toBe(200);
});
afterAll(async () => {
  await server?.stop();
});

const rota = async () => (await manager.get(`/api/v1/networks/${network_id}/rota?from=${tomorrow}&to=${tomorrow}`)).body as Rota;
const session = async () => {
  const found = (await rota()).sessions.find(({ supply_id }) => supply_id === supply.supply_id);
  if (!found) throw new Error('the session is not in the rota');
  return found;
};
const displaced = async (who: StaffSession) => ((await who.get(`/api/v1/networks/${network_id}/displaced`)).body as Displaced).appointments.map(({ appointment_id }) => appointment_id);
const refusal = ({ status, body }: { status: number; body: unknown }) => {
  const { code, pointer } = body as Problem;
  return { status, code, ...(pointer ? { pointer } : {}) };
};

describe('the rota', () => {
  test('belongs to the managers of the body, and each adviser sees their own duties', async () => {
    const { people } = await rota();
    const [first] = people;
    expect((await manager.put(`/api/v1/supplies/${supply.supply_id}/team`, { account_ids: [first?.account_id] })).status).toBe(204);
    expect(refusal(await adviser.put(`/api/v1/supplies/${supply.supply_id}/team`, { account_ids: [] }))).toEqual({ status: 403, code: 'role_missing' });
    expect(refusal(await adviser.get(`/api/v1/networks/${network_id}/rota?from=${tomorrow}&to=${tomorrow}`))).toEqual({ status: 403, code: 'role_missing' });
    expect((await adviser.get(`/api/v1/networks/${network_id}/own_duties?from=${tomorrow}&to=${tomorrow}`)).body).toMatchObject({ duties: [] });
  });

  test('puts one colleague in the place of another for several days, and says on which days they cannot', async () => {
    const { people } = await rota();
    const [first, second] = people;
    const [next, after] = [day_of(Date.now() + 2 * day_ms), day_of(Date.now() + 3 * day_ms)];
    const [away, also_away] = [new_ulid(), new_ulid()];
    const absence = { partner_id: first?.partner_id, account_id: first?.account_id, first_day: tomorrow, last_day: next };
    expect((await manager.put(`/api/v1/absences/${away}`, absence)).status).toBe(200);
    expect((await manager.put(`/api/v1/absences/${also_away}`, { ...absence, account_id: second?.account_id, first_day: next })).status).toBe(200);
    const path = `/api/v1/absences/${away}/replacement`;
    const wish = { account_id: second?.account_id, first_day: tomorrow, last_day: next };
    const { supply_id } = supply;
    for (const told of ['once', 'again']) {
      expect((await manager.put(path, wish)).body, told).toMatchObject({ sessions: [{ supply_id, day: tomorrow }, { supply_id, day: next, refused: 'absent' }] });
    }
    expect(await session()).toMatchObject({ missing: 0, stand_ins: [second?.account_id] });
    expect(refusal(await manager.put(path, { ...wish, last_day: after }))).toEqual({ status: 400, code: 'absence_days_wrong', pointer: '/last_day' });
    expect(refusal(await manager.put(path, { ...wish, account_id: first?.account_id }))).toEqual({ status: 400, code: 'person_unknown', pointer: '/account_id' });
    expect(refusal(await adviser.put(path, wish))).toEqual({ status: 403, code: 'role_missing' });
    expect(refusal(await manager.put(`/api/v1/absences/${new_ulid()}/replacement`, wish))).toEqual({ status: 404, code: 'absence_unknown' });
    for (const id of [away, also_away]) expect((await manager.delete(`/api/v1/absences/${id}`)).status).toBe(204);
    expect((await manager.put(`/api/v1/supplies/${supply_id}/stand_ins/${tomorrow}`, { account_ids: [] })).status).toBe(204);
  });

  test('is a calendar for each adviser, made and revoked by nobody else', async () => {
    const camille = await StaffSession.open(server.local_url, demo_accounts.adviser);
    const account_id = (await rota()).people.find(({ name }) => name === 'Camille Vidal')?.account_id;
    const feed_id = new_ulid();
    const path = `/api/v1/networks/${network_id}/calendar_feeds/${feed_id}`;
    const wish = { account_id, name: 'Mon téléphone', language: 'fr' };
    expect(refusal(await manager.put(path, wish))).toEqual({ status: 403, code: 'role_missing' });
    const made = await camille.put(path, wish);
    expect(made.status).toBe(200);
    const address = `${server.local_url}${(made.body as { path: string }).path}`;
    const answer = await fetch(address);
    const text = (await answer.text()).replaceAll('\r\n ', '');
    expect(text).toContain(`UID:${supply.supply_id}-${tomorrow}-0@parvis`);
    expect(text).toContain(`UID:${booked}@parvis`);
    expect(text).not.toContain('Odette');
    const tag = answer.headers.get('etag') ?? '';
    expect((await fetch(address, { headers: { 'if-none-match': tag } })).status).toBe(304);
    expect(refusal(await manager.delete(`/api/v1/calendar_feeds/${feed_id}`))).toEqual({ status: 404, code: 'feed_unknown' });
    expect((await camille.delete(`/api/v1/calendar_feeds/${feed_id}`)).status).toBe(204);
    expect((await fetch(address)).status).toBe(404);
  });

  test('shows who is missing and who could come, and refuses strangers and days that end before they begin', async () => {
    const { people } = await rota();
    const [first, second] = people;
    const absence = { partner_id: first?.partner_id, account_id: first?.account_id, first_day: tomorrow, last_day: day_of(Date.now()) };
    const id = new_ulid();
    expect(refusal(await manager.put(`/api/v1/absences/${id}`, absence))).toEqual({ status: 400, code: 'absence_days_wrong', pointer: '/last_day' });
    expect((await manager.put(`/api/v1/absences/${id}`, { ...absence, last_day: tomorrow })).status).toBe(200);
    expect(await session()).toMatchObject({ missing: 1 });
    expect((await session()).free).toContain(second?.account_id);
    const stand_ins = `/api/v1/supplies/${supply.supply_id}/stand_ins/${tomorrow}`;
    expect(refusal(await manager.put(stand_ins, { account_ids: [new_ulid()] }))).toEqual({ status: 400, code: 'person_unknown', pointer: '/account_ids/0' });
    expect((await manager.put(stand_ins, { account_ids: [second?.account_id] })).status).toBe(204);
    expect(await session()).toMatchObject({ missing: 0 });
    expect((await manager.delete(`/api/v1/absences/${id}`)).status).toBe(204);
    expect((await manager.delete(`/api/v1/absences/${id}`)).status).toBe(204);
  });
});

describe('a change', () => {
  test('is shown before it is made: nothing is changed by looking', async () => {
    const { revision } = await session();
    const change = { supply_id: supply.supply_id, except: { day: tomorrow, revision } };
    const shown = (await manager.post('/api/v1/supply_previews', change)).body as Displaced;
    expect(shown.appointments).toMatchObject([{ appointment_id: booked, reason: 'nobody_on_duty' }]);
    expect(await displaced(manager)).toEqual([]);
    expect((await session()).revision).toBe(revision);
    expect(refusal(await adviser.post('/api/v1/supply_previews', change))).toEqual({ status: 403, code: 'role_missing' });
    expect(refusal(await manager.post('/api/v1/supply_previews', { supply_id: supply.supply_id }))).toEqual({ status: 400, code: 'change_missing' });
  });

  test('leaves whoever lost their place in the list of those whom it concerns, until it is settled', async () => {
    const { revision } = await session();
    expect((await manager.post(`/api/v1/supplies/${supply.supply_id}/except`, { day: tomorrow, revision })).status).toBe(200);
    expect(await displaced(manager)).toEqual([booked]);
    expect(await displaced(mediator)).toEqual([booked]);
    expect(await displaced(adviser)).toEqual([]);
    expect(refusal(await adviser.post(`/api/v1/displaced/${booked}/settle`))).toEqual({ status: 404, code: 'appointment_unknown' });
    expect((await mediator.post(`/api/v1/displaced/${booked}/settle`)).status).toBe(204);
    expect(await displaced(manager)).toEqual([]);
  });
});

describe('weekly hours of a place', () => {
  test('are the coordinator’s; bad ones name their field and change nothing', async () => {
    const path = `/api/v1/sites/${supply.site_id}/hours`;
    const hours = [{ weekday: 1, from_minute: 540, to_minute: 720 }];
    const form = { hours, region: 'metropole', kiosks: [] };
    expect(refusal(await manager.put(path, form))).toEqual({ status: 403, code: 'role_missing' });
    expect(refusal(await mediator.put(path, form))).toEqual({ status: 403, code: 'role_missing' });
    const overlapping = [...hours, { weekday: 1, from_minute: 700, to_minute: 800 }];
    expect(refusal(await coordinator.put(path, { ...form, hours: overlapping }))).toEqual({ status: 400, code: 'hours_overlap', pointer: '/hours/1' });
    expect(refusal(await coordinator.put(path, { ...form, hours: [{ weekday: 1, from_minute: 720, to_minute: 540 }] }))).toEqual({ status: 400, code: 'hours_wrong', pointer: '/hours/0' });
    expect((await coordinator.put(path, form)).status).toBe(200);
    const calendar = (await mediator.get(`/api/v1/sites/${supply.site_id}/calendar?from=${tomorrow}&to=${tomorrow}`)).body;
    expect(calendar).toMatchObject({ week: hours, label: { minutes_a_week: 180, days: 1, enough: false }, allowed_actions: [] });
  });
});
