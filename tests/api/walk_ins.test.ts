// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BookingTown, day_of } from '../support/booking.ts';
import { new_ulid } from '../support/link.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';

// People who came unbooked and needed neither a ticket nor an appointment.

let town: BookingTown;
let coordinator: StaffSession;
let network_id: string;
beforeAll(async () => {
  town = await BookingTown.open();
  coordinator = await StaffSession.open(town.server.local_url, demo_accounts.coordinator);
  network_id = ((await coordinator.get('/api/v1/network')).body as { networks: { network_id: string }[] }).networks[0]?.network_id ?? '';
});
afterAll(() => town?.server.stop());

const today = () => day_of(Date.now());
const counts = async (who: StaffSession, from = today(), to = today()) => who.get(`/api/v1/networks/${network_id}/walk_ins?from=${from}&to=${to}`);

test('are counted once each by day and site, however often they are told', async () => {
  const id = new_ulid();
  const visit = { site_id: town.site_id, guidance: 'solved_here' };
  expect(await town.mediator.put(`/api/v1/walk_ins/${id}`, visit)).toMatchObject({ status: 200, body: { walk_in_id: id, guidance: 'solved_here' } });
  expect(await town.mediator.put(`/api/v1/walk_ins/${id}`, visit)).toMatchObject({ status: 200 });
  expect(await town.mediator.put(`/api/v1/walk_ins/${new_ulid()}`, { ...visit, guidance: 'in_person' })).toMatchObject({ status: 200 });
  expect(await counts(coordinator)).toMatchObject({ status: 200, body: { time_zone: 'Europe/Paris', counts: [{ day: today(), site_id: town.site_id, solved_here: 1, in_person: 1 }] } });
});

test('are told by mediators of the site and read by coordinators', async () => {
  const visit = { site_id: town.site_id, guidance: 'solved_here' };
  expect(await coordinator.put(`/api/v1/walk_ins/${new_ulid()}`, visit)).toMatchObject({ status: 403, body: { code: 'not_your_site' } });
  expect(await town.citizen.put(`/api/v1/walk_ins/${new_ulid()}`, visit)).toMatchObject({ status: 401 });
  expect(await counts(town.mediator)).toMatchObject({ status: 403, body: { code: 'role_missing' } });
});

test('bad input names its field and changes nothing', async () => {
  const before = (await counts(coordinator)).body;
  const visit = { site_id: town.site_id, guidance: 'solved_here' };
  expect(await town.mediator.put(`/api/v1/walk_ins/${new_ulid()}`, { ...visit, guidance: 'sent_away' })).toMatchObject({ status: 400, body: { pointer: '/guidance' } });
  expect(await town.mediator.put(`/api/v1/walk_ins/${new_ulid()}`, { ...visit, partner_id: new_ulid() })).toMatchObject({ status: 404, body: { code: 'partner_unknown', pointer: '/partner_id' } });
  expect(await town.mediator.put(`/api/v1/walk_ins/${new_ulid()}`, { ...visit, motive_id: town.card })).toMatchObject({ status: 400, body: { code: 'motive_unknown', pointer: '/motive_id' } });
  expect(await counts(coordinator, '2026-13-01')).toMatchObject({ status: 400, body: { code: 'date_invalid', pointer: '/from' } });
  expect((await counts(coordinator)).body).toEqual(before);
});
