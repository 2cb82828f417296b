// SPDX-License-Identifier: EUPL-1.2
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BookingTown } from '../support/booking.ts';
import { HttpSink } from '../support/http_sink.ts';
import { new_ulid } from '../support/link.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';
import { until } from '../support/until.ts';

let sink: HttpSink;
let town: BookingTown;
let mediator: StaffSession;
let administrator: StaffSession;
let site_id: string;
let network_path: string;

beforeAll(async () => {
  sink = await HttpSink.start();
  town = await BookingTown.open({ settings: { webhooks: { allow_private: true } } });
  network_path = `/api/v1/networks/${town.network_id}`;
  ({ mediator, administrator, site_id } = town);
});
afterAll(async () => {
  await town?.server.stop();
  await sink?.stop();
});

const calendar = (path: string): Promise<Response> => fetch(`${town.server.local_url}${path}`);

test('a mediator gives a calendar the appointments of their site, without a name, until the address is revoked', async () => {
  const { appointment_id: id } = await town.booked({ visitor: { first_name: 'Odette', email: 'odette@exemple.fr' } });
  const feed_id = new_ulid();
  const made = await mediator.put(`${network_path}/calendar_feeds/${feed_id}`, { site_id, name: 'Agenda de l’accueil', language: 'fr' });
  expect(made.status).toBe(200);
  const { path } = made.body as { path: string };

  const answer = await calendar(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const text = await answer.text();
  expect(text).toContain(`UID:${id}@parvis`);
  expect(text).toContain('METHOD:PUBLISH');
  expect(text).not.toMatch(/Odette|odette/);

  expect(await mediator.get(`${network_path}/calendar_feeds`)).toMatchObject({ body: { feeds: [{ feed_id, site_id }] } });
  expect((await mediator.delete(`/api/v1/calendar_feeds/${feed_id}`)).status).toBe(204);
  expect((await calendar(path)).status).toBe(404);
  expect(town.server.log()).not.toContain(path.split('/').at(-1));
});

test('another program hears of appointments and can tell that it was us', async () => {
  const webhook_id = new_ulid();
  const made = await administrator.put(`${network_path}/webhooks/${webhook_id}`, { url: sink.url });
  expect(made.status).toBe(200);
  const { secret } = made.body as { secret: string };
  const { appointment_id: id } = await town.booked({ visitor: { first_name: 'Odette', telephone: '06 12 34 56 78' } });
  const heard = () => sink.asked.filter(({ body }) => (body['appointment'] as { appointment_id: string }).appointment_id === id);
  await until('the booking', () => heard().length === 1, 20_000);
  await town.cancel(id);
  await until('the cancellation', () => heard().length === 2, 20_000);
  expect(heard().map(({ body }) => body['event'])).toEqual(['appointment.confirmed', 'appointment.cancelled']);
  expect(heard()[1]?.body).toMatchObject({ appointment: { appointment_id: id, root_id: id, sequence: 1, site_id, door: 'kiosk' } });
  for (const { headers, text } of heard()) {
    const [, time, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['parvis-signature'])) ?? [];
    expect(signature).toBe(createHmac('sha256', secret).update(`${time}.${text}`).digest('hex'));
    expect(text).not.toMatch(/Odette|12 34/);
  }
  // The answer is noted a moment after it was given.
  const kept = async () => ((await administrator.get(`${network_path}/webhooks`)).body as { webhooks: { waiting: number }[] }).webhooks;
  await until('everything noted as delivered', async () => (await kept())[0]?.waiting === 0);
  expect(await kept()).toMatchObject([{ webhook_id, given_up: 0 }]);
});

test('a program that is paused hears nothing until it is resumed, and what it was told can be looked at', async () => {
  const webhook_id = new_ulid();
  const coordinator = await StaffSession.open(town.server.local_url, demo_accounts.coordinator);
  expect((await coordinator.put(`${network_path}/webhooks/${webhook_id}`, { url: sink.url })).status).toBe(200);
  const path = `/api/v1/webhooks/${webhook_id}`;
  expect((await coordinator.post(`${path}/pause`, { paused: true })).status).toBe(204);
  const { appointment_id: id } = await town.booked();
  const deliveries = async () => ((await coordinator.get(`${path}/deliveries`)).body as { deliveries: { state: string; event: string; appointment_id: string }[] }).deliveries;
  await until('what waits', async () => (await deliveries()).length === 1, 20_000);
  expect(await deliveries()).toMatchObject([{ appointment_id: id, event: 'confirmed', state: 'waiting', attempts: 0 }]);
  expect((await coordinator.get(`${network_path}/webhooks`)).body).toMatchObject({ webhooks: expect.arrayContaining([expect.objectContaining({ webhook_id, paused: true, waiting: 1 })]) as unknown });
  const told = () => sink.asked.filter(({ headers }) => String(headers['parvis-delivery']).startsWith(webhook_id));
  expect(told()).toEqual([]);
  expect(await mediator.post(`${path}/pause`, { paused: false })).toMatchObject({ status: 404, body: { code: 'webhook_unknown' } });
  expect((await coordinator.post(`${path}/pause`, { paused: false })).status).toBe(204);
  expect((await coordinator.post(`${path}/try`)).status).toBe(204);
  await until('the delivery', async () => (await deliveries())[0]?.state === 'delivered', 20_000);
  expect(told()).toHaveLength(1);
});

test.each([
  ['a feed of nothing', 'calendar_feeds', { name: 'Agenda', language: 'fr' }, 'feed_subject_wrong', 400],
  ['a feed without a name', 'calendar_feeds', { site_id: 'SITE', name: '', language: 'fr' }, 'feed_name_missing', 400],
  ['a webhook to a file', 'webhooks', { url: 'file:///etc/passwd' }, 'webhook_url_unfit', 400],
])('refused, with a reason: %s', async (_, what, form, code, status) => {
  const wish = 'site_id' in form ? { ...form, site_id } : form;
  expect(await administrator.put(`${network_path}/${what}/${new_ulid()}`, wish)).toMatchObject({ status, body: { code } });
});

test('a mediator makes no webhook, and no feed of another site', async () => {
  expect(await mediator.put(`${network_path}/webhooks/${new_ulid()}`, { url: sink.url })).toMatchObject({ status: 403 });
  const stranger = await StaffSession.open(town.server.local_url, demo_accounts.foreign_mediator);
  expect(await stranger.put(`${network_path}/calendar_feeds/${new_ulid()}`, { site_id, name: 'Agenda', language: 'fr' })).toMatchObject({
    status: 403,
    body: { code: 'role_missing' },
  });
});
