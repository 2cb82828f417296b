// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day_of } from '../support/booking.ts';
import { HttpSink } from '../support/http_sink.ts';
import { new_ulid } from '../support/link.ts';
import { asked_at_any_hour, one_place, type OnePlace } from '../support/one_place.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';
import { until } from '../support/until.ts';

let gateway: HttpSink;
let server: StartedServer;
let town: OnePlace;
let citizen: StaffSession;
beforeAll(async () => {
  gateway = await HttpSink.start();
  server = await StartedServer.start({
    settings: { portal_url: 'https://rdv.exemple.fr', text_messages: { url: gateway.url, sender: 'PARVIS' }, waiting_list: asked_at_any_hour },
  });
  town = await one_place(server, 'Refaire ma carte Vitale');
  citizen = new StaffSession(server.local_url);
});
afterAll(async () => {
  await server?.stop();
  await gateway?.stop();
});

const form = (change: Record<string, unknown> = {}) => ({
  site_id: town.site_id,
  motives: [town.motive_id],
  doors: ['kiosk'],
  from_day: day_of(Date.now()),
  to_day: day_of(Date.now() + 20 * 86_400_000),
  visitor: { first_name: 'Odette', telephone: '06 12 34 56 78' },
  ...change,
});
const join = (change: Record<string, unknown> = {}, id = new_ulid()) => citizen.put(`/api/v1/public/waiting_entries/${id}`, form(change));
const texts_to = (number: string) => gateway.asked.filter(({ body }) => body['to'] === number).map(({ body }) => String(body['text']));
const state_of = async (code: string) => ((await citizen.post('/api/v1/public/waiting_entry', { code })).body as { state: string }).state;

test('the portal knows by which messages people are told', async () => {
  expect(await citizen.get('/api/v1/public/waiting_ways')).toMatchObject({ status: 200, body: { email_offered: false, text_messages_offered: true, answer_minutes: 120 } });
});

test('bad input names its field and leaves nothing behind', async () => {
  const refusals: [Record<string, unknown>, string, string][] = [
    [{ visitor: { first_name: 'Odette' } }, 'waiting_contact_missing', '/visitor/telephone'],
    [{ visitor: { telephone: '05 65 00 00 00' } }, 'waiting_contact_unreachable', '/visitor/telephone'],
    [{ visitor: { telephone: '06 12' } }, 'telephone_invalid', '/visitor/telephone'],
    [{ doors: [] }, 'waiting_doors_missing', '/doors'],
    [{ to_day: '2020-01-01' }, 'waiting_days_wrong', '/to_day'],
    [{ weekdays: [8] }, 'waiting_weekdays_wrong', '/weekdays'],
    [{ from_minute: 700, to_minute: 600 }, 'waiting_hours_wrong', '/to_minute'],
    [{ motives: [] }, 'motives_missing', '/motives'],
    [{ site_id: new_ulid() }, 'site_unknown', '/site_id'],
  ];
  for (const [change, code, pointer] of refusals) {
    const answer = await join(change);
    expect.soft(answer.body, JSON.stringify(change)).toMatchObject({ code, pointer });
  }
  expect(await town.mediator.get(`/api/v1/sites/${town.site_id}/waiting_entries`)).toMatchObject({ body: { entries: [] } });
});

test('a code that nobody was given opens nothing', async () => {
  expect(await citizen.post('/api/v1/public/waiting_entry', { code: 'K7MF4-PXA9C' })).toMatchObject({ status: 404, body: { code: 'waiting_unknown', pointer: '/code' } });
});

test('the freed place is offered to the first, who says no and goes on waiting; then to the second, who takes it', async () => {
  const odette = (await join()).body as { code: string };
  const lucien = await town.wait('Lucien', '06 22 22 22 22');
  await town.rose_cancels();
  await until('the text to Odette', () => texts_to('+33612345678').length === 1, 20_000);
  expect(texts_to('+33612345678')[0]).toMatch(new RegExp(`Une place s'est libérée.*Mairie de Bretenoux.*Répondez avant.*https://rdv\\.exemple\\.fr/portal/\\?step=offer#${odette.code}`));
  const asked = await citizen.post('/api/v1/public/waiting_entry', { code: odette.code });
  expect(asked).toMatchObject({ body: { state: 'offered', offer: { starts_at: town.starts_at, door: 'kiosk', by_screen: true } } });
  expect(await state_of(lucien.code)).toBe('waiting');
  expect(texts_to('+33622222222')).toEqual([]);

  // Nobody else can have it meanwhile.
  const free = await citizen.get(`/api/v1/public/sites/${town.site_id}/slots?motives=${town.motive_id}&door=kiosk&from=${day_of(Date.now())}&to=${day_of(Date.now() + 20 * 86_400_000)}`);
  expect(free).toMatchObject({ body: { slots: [] } });

  expect(await citizen.post('/api/v1/public/waiting_entry/refuse', { code: odette.code, stays: true })).toMatchObject({ body: { state: 'waiting' } });
  await until('the text to Lucien', () => texts_to('+33622222222').length === 1, 20_000);
  expect(await state_of(odette.code)).toBe('waiting');
  expect(await citizen.post('/api/v1/public/waiting_entry/accept', { code: odette.code })).toMatchObject({ status: 409, body: { code: 'waiting_step_impossible' } });
  expect(await citizen.post('/api/v1/public/waiting_entry/accept', { code: lucien.code })).toMatchObject({ body: { state: 'accepted' } });
  expect(await citizen.post('/api/v1/public/appointment', { code: lucien.code })).toMatchObject({ body: { state: 'confirmed', starts_at: town.starts_at, first_name: 'Lucien' } });
  await until('the text that it is booked', () => texts_to('+33622222222').length === 2, 20_000);
});

test('a desk of another town sees nobody and takes nobody off the list', async () => {
  const other = await StaffSession.open(server.local_url, demo_accounts.foreign_mediator);
  const { entries } = (await town.mediator.get(`/api/v1/sites/${town.site_id}/waiting_entries`)).body as { entries: { entry_id: string; first_name: string; state: string }[] };
  expect(entries.map((one) => [one.first_name, one.state])).toEqual([
    ['Odette', 'waiting'],
    ['Lucien', 'accepted'],
  ]);
  expect(await other.post(`/api/v1/waiting_entries/${entries[0]?.entry_id}/withdraw`)).toMatchObject({ status: 404, body: { code: 'waiting_unknown' } });
  expect(await town.mediator.post(`/api/v1/waiting_entries/${entries[0]?.entry_id}/withdraw`)).toMatchObject({ body: { state: 'withdrawn' } });
});

test('the log names no code, no number and nobody', () => {
  expect(server.log()).toContain('place_offered');
  expect(server.log()).not.toMatch(/Odette|Lucien|0612345678|33612345678|step=offer|[A-Z0-9]{5}-[A-Z0-9]{5}/);
});
