// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BookingTown, day_of, type Booked, type Slot } from '../support/booking.ts';
import { new_ulid } from '../support/link.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';
import { until } from '../support/until.ts';

let town: BookingTown;
beforeAll(async () => {
  town = await BookingTown.open();
});
afterAll(async () => {
  await town?.server.stop();
});

const hour = 3_600_000;
const post = (id: string, step: string, body: unknown = {}, who = town.mediator) => who.post(`/api/v1/appointments/${id}/${step}`, body);

describe('a mediator books in three touches', () => {
  test('subject, slot, ticket: here, within 30 km, or without going anywhere', async () => {
    const wish = { unmet_id: new_ulid(), motives: [town.card] };
    const offered = await town.mediator.post(`/api/v1/sites/${town.site_id}/proposals`, wish);
    const { proposals } = offered.body as { proposals: (Slot & { kind: string; doors: string[] })[] };
    expect(proposals.map((each) => each.kind)).toEqual(['here', 'nearby', 'remote']);
    expect(proposals.map((each) => each.doors)).toEqual([['kiosk'], ['kiosk'], ['telephone', 'home']]);
    const slot = await town.fresh();
    const id = new_ulid();
    const booked = await town.book(id, town.form(slot, { visitor: { first_name: 'Odette', telephone: '06 12 34 56 78', companions: 1 } }));
    expect(booked).toMatchObject({
      status: 200,
      body: {
        state: 'confirmed',
        body: { acronym: 'CPAM' },
        motives: [{ label: { fr: 'Refaire ma carte Vitale' } }],
        site: { commune: 'Bretenoux' },
        visitor: { first_name: 'Odette', telephone: '06 12 34 56 78', companions: 1 },
      },
    });
    expect((booked.body as Booked).allowed_actions).toEqual(['move', 'cancel']);
    const ticket = await town.mediator.get(`/api/v1/appointments/${id}/ticket`);
    expect(ticket.body).toMatchObject({
      code: (booked.body as Booked).code,
      day: day_of(slot.starts_at),
      by_screen: true,
      place: { commune: 'Bretenoux', room: expect.any(String) as string, telephone: expect.stringMatching(/\d/) as string },
    });
    expect((ticket.body as { papers: { fr: string }[] }).papers.map((paper) => paper.fr)).toEqual(['Une pièce d’identité', 'Une photo d’identité']);
  });

  test('a body whose advisers take whoever comes tells its next windows instead of slots', async () => {
    const rent = town.motives.get('Demander une aide pour mon loyer');
    const answer = await town.mediator.post(`/api/v1/sites/${town.site_id}/proposals`, { unmet_id: new_ulid(), motives: [rent] });
    expect((answer.body as { windows: unknown[] }).windows).toHaveLength(3);
    expect(answer.body).not.toHaveProperty('unmet');
  });

  test('what cannot be met here is counted, with its reason', async () => {
    const register = town.motives.get('M’inscrire parce que j’ai perdu mon travail');
    const { body } = await town.administrator.get('/api/v1/network');
    const sites = (body as { networks: { sites: { site_id: string; commune: string }[] }[] }).networks[0]?.sites;
    const catus = sites?.find((site) => site.commune === 'Catus')?.site_id ?? '';
    const wish = { unmet_id: new_ulid(), motives: [register] };
    const answer = await town.citizen.post(`/api/v1/public/sites/${catus}/proposals`, wish);
    expect(answer.body).toMatchObject({ unmet: 'nothing_offered' });
    expect(await town.mediator.put(`/api/v1/unmet_requests/${new_ulid()}`, { site_id: town.site_id, motives: [town.card] })).toMatchObject({ status: 204 });
  });
});

describe('nobody is double-booked', () => {
  test('of twenty that want the same place at the only kiosk exactly one gets it', async () => {
    const slot = await town.fresh();
    const answers = await Promise.all(Array.from({ length: 20 }, () => town.book(new_ulid(), town.form(slot))));
    const refused = answers.filter((answer) => answer.status !== 200);
    expect(answers.length - refused.length).toBe(1);
    for (const answer of refused) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'slot_taken', pointer: '/starts_at' } });
    }
    expect((await town.slots()).map((each) => each.starts_at)).not.toContain(slot.starts_at);
  });

  test('a booking that is sent again is one booking, and its id means nothing else', async () => {
    const slot = await town.fresh();
    const id = new_ulid();
    const first = await town.book(id, town.form(slot));
    expect((await town.book(id, town.form(slot))).body).toEqual(first.body);
    const other = await town.fresh();
    expect(await town.book(id, town.form(other))).toMatchObject({ status: 409, body: { code: 'appointment_id_taken', pointer: '/appointment_id' } });
    expect((await town.slots()).map((each) => each.starts_at)).toContain(other.starts_at);
  });

  test('a place is held for five minutes, then goes to the next who wants it', async () => {
    const slot = await town.fresh();
    const { visitor: _, ...hold } = town.form(slot);
    const id = new_ulid();
    const held = await town.book(id, { ...hold, occurred_at: Date.now() - 5 * 60_000 });
    expect(held.body).toMatchObject({ state: 'held' });
    expect(held.body).not.toHaveProperty('code');
    const late = await post(id, 'confirm', { visitor: { first_name: 'Odette' } });
    expect(late).toMatchObject({ status: 410, body: { code: 'hold_expired' } });
    expect(await town.book(new_ulid(), hold)).toMatchObject({ status: 200, body: { state: 'held' } });
    expect(await town.state_of(id)).toBe('cancelled');
  });

  test('a place that was held too long is given back by the server itself', async () => {
    const { visitor: _, ...hold } = town.form(await town.fresh());
    const id = new_ulid();
    await town.book(id, { ...hold, occurred_at: Date.now() - hour });
    expect(await town.state_of(id)).toBe('held');
    await town.server.kill();
    await town.server.start_again();
    await until('the job of each minute has run', async () => (await town.state_of(id)) === 'cancelled');
  });

  test('what a desk promised without network is kept for a person to settle when its place is gone', async () => {
    const slot = await town.fresh();
    await town.book(new_ulid(), town.form(slot));
    const id = new_ulid();
    const promise = town.form(slot, { if_taken: 'keep_as_request', occurred_at: Date.now() - hour, code: 'K7MF4 PXA9C', visitor: { first_name: 'Éloi' } });
    const kept = await town.book(id, promise);
    expect(kept.body).toMatchObject({ state: 'requested', code: 'K7MF4-PXA9C' });
    expect((await town.book(id, promise)).body).toEqual(kept.body);
    const requests = await town.mediator.get(`/api/v1/sites/${town.site_id}/appointments/requests`);
    expect((requests.body as { appointments: Booked[] }).appointments.map((each) => each.appointment_id)).toEqual([id]);
    const other = await town.fresh();
    const settled = await post(id, 'move', { ...other, ends_at: undefined, appointment_id: new_ulid(), door: 'kiosk', site_id: town.site_id });
    expect(settled.body).toMatchObject({ state: 'confirmed', code: 'K7MF4-PXA9C', visitor: { first_name: 'Éloi' } });
  });
});

describe('an appointment', () => {
  test('moves with everything it has, and frees what it had', async () => {
    const before = await town.booked({ visitor: { first_name: 'Marie-Élise', note: 'Ma voisine conduit.' } });
    const other = await town.fresh();
    const unreachable = { appointment_id: new_ulid(), supply_id: other.supply_id, starts_at: other.starts_at, door: 'telephone', site_id: town.site_id };
    expect(await post(before.appointment_id, 'move', unreachable)).toMatchObject({ status: 400, body: { code: 'telephone_needed', pointer: '/telephone' } });
    const wish = { ...unreachable, telephone: '06 12 34 56 78' };
    const after = await post(before.appointment_id, 'move', wish);
    const visitor = { first_name: 'Marie-Élise', note: 'Ma voisine conduit.', telephone: '06 12 34 56 78' };
    expect(after.body).toMatchObject({ door: 'telephone', code: before.code, visitor });
    expect((await post(before.appointment_id, 'move', wish)).body).toEqual(after.body);
    expect((await town.slots()).map((each) => each.starts_at)).toContain(before.starts_at);
    expect(await post(before.appointment_id, 'cancel', { reason: 'mistake' })).toMatchObject({
      status: 409,
      body: { code: 'appointment_step_impossible' },
    });
  });

  test('is found by the beginning of a first name without its accents, by code, and in its day', async () => {
    const { code, starts_at, appointment_id } = await town.booked({ visitor: { first_name: 'Zoé-Anaïs' } });
    const ids = async (path: string): Promise<string[]> =>
      ((await town.mediator.get(`/api/v1/sites/${town.site_id}/appointments${path}`)).body as { appointments: Booked[] }).appointments.map(
        (each) => each.appointment_id,
      );
    expect(await ids('/search?q=anais')).toEqual([appointment_id]);
    expect(await ids(`/search?q=${code?.toLowerCase().replace('-', '')}`)).toEqual([appointment_id]);
    expect(await ids('/search?q=nais')).toEqual([]);
    expect(await ids(`?from=${day_of(starts_at)}&to=${day_of(starts_at)}`)).toContain(appointment_id);
  });

  test('is cancelled with a reason, and its place is free', async () => {
    const { appointment_id, starts_at } = await town.booked();
    expect(await post(appointment_id, 'cancel', { reason: 'citizen_prevented' })).toMatchObject({
      body: { state: 'cancelled', cancelled_by: 'mediator', cancel_reason: 'citizen_prevented', allowed_actions: [] },
    });
    expect((await town.slots()).map((each) => each.starts_at)).toContain(starts_at);
  });

  test('keeps a confidential note from the mediator', async () => {
    const { appointment_id } = await town.booked({ visitor: { note: 'Séparation en cours', note_is_confidential: true } });
    const seen = async (who: StaffSession): Promise<unknown> => (await who.get(`/api/v1/appointments/${appointment_id}`)).body;
    expect(await seen(town.mediator)).toMatchObject({ visitor: { note: '', note_is_confidential: true } });
    const nadia = await StaffSession.open(town.server.local_url, demo_accounts.foreign_adviser);
    expect(await seen(nadia)).toMatchObject({ visitor: { note: 'Séparation en cours' } });
  });
});

describe('what others have', () => {
  test('does not exist for a mediator of another site or an adviser of another body', async () => {
    const { appointment_id, slot } = await town.booked();
    for (const email of [demo_accounts.foreign_mediator, demo_accounts.adviser]) {
      const stranger = await StaffSession.open(town.server.local_url, email);
      const steps = [
        stranger.get(`/api/v1/appointments/${appointment_id}`),
        stranger.get(`/api/v1/appointments/${appointment_id}/ticket`),
        post(appointment_id, 'cancel', { reason: 'mistake' }, stranger),
        post(appointment_id, 'arrive', { ticket_id: new_ulid() }, stranger),
      ];
      for (const answer of await Promise.all(steps)) {
        expect(answer).toMatchObject({ status: 404, body: { code: 'appointment_unknown' } });
      }
    }
    const foreign_body = await StaffSession.open(town.server.local_url, demo_accounts.adviser);
    expect(await town.book(new_ulid(), town.form(slot), foreign_body)).toMatchObject({ status: 403, body: { code: 'not_your_booking' } });
    const gourdon = await StaffSession.open(town.server.local_url, demo_accounts.foreign_mediator);
    // Desks propose each other's counters, so they may book there; what is taken is taken for them as well.
    expect(await town.book(new_ulid(), town.form(slot), gourdon)).toMatchObject({ status: 409, body: { code: 'slot_taken' } });
    const day = `from=${day_of(slot.starts_at)}&to=${day_of(slot.starts_at)}`;
    expect(await gourdon.get(`/api/v1/sites/${town.site_id}/appointments?${day}`)).toMatchObject({ status: 403, body: { code: 'not_your_site' } });
    expect(await town.state_of(appointment_id)).toBe('confirmed');
    expect((await town.citizen.get(`/api/v1/appointments/${appointment_id}`)).status).toBe(401);
  });
});

describe('refused, with the field named, and nothing is changed:', () => {
  test.each([
    ['a slot in the past', { starts_at: Date.now() - 24 * hour }, 'slot_in_past', '/starts_at'],
    ['a slot in two years', { starts_at: Date.now() + 730 * 24 * hour }, 'slot_too_far', '/starts_at'],
    ['a moment between two slots', { starts_at: Math.ceil(Date.now() / hour) * hour + 48 * hour + 7 * 60_000 }, 'slot_not_offered', '/starts_at'],
    ['a supply that does not exist', { supply_id: new_ulid() }, 'slot_not_offered', '/starts_at'],
    ['no subject', { motives: [] }, 'motives_missing', '/motives'],
    ['an unknown subject', { motives: [new_ulid()] }, 'motive_unknown', '/motives/0'],
    ['six subjects', { motives: Array.from({ length: 6 }, new_ulid) }, 'motives_too_many', '/motives'],
    ['no site for a kiosk', { site_id: undefined }, 'site_missing', '/site_id'],
    ['a door that does not exist', { door: 'window' }, 'value_unknown', '/door'],
    ['a telephone number of letters', { visitor: { telephone: 'zéro six' } }, 'telephone_invalid', '/visitor/telephone'],
    ['nobody to call', { door: 'telephone', visitor: { first_name: 'Odette' } }, 'telephone_needed', '/visitor/telephone'],
    ['nine companions', { visitor: { companions: 9 } }, 'companions_invalid', '/visitor/companions'],
    ['a code of another shape', { code: 'ABC' }, 'code_malformed', '/code'],
  ])('%s', async (_what, change, code, pointer) => {
    const slot = (await town.slots())[0];
    if (slot === undefined) throw new Error('no slot is left');
    const id = new_ulid();
    expect(await town.book(id, town.form(slot, change))).toMatchObject({ status: 400, body: { code, pointer } });
    expect((await town.mediator.get(`/api/v1/appointments/${id}`)).status).toBe(404);
    expect((await town.slots())[0]).toEqual(slot);
  });

  test.each([
    ['no days', 'from=2035-01-01', 'date_invalid', '/to'],
    ['a whole year', 'from=2035-01-01&to=2035-12-31', 'plan_span_wrong', '/to'],
    ['days back to front', 'from=2035-01-02&to=2035-01-01', 'plan_span_wrong', '/to'],
  ])('%s', async (_what, query, code, pointer) => {
    const answer = await town.mediator.get(`/api/v1/sites/${town.site_id}/appointments?${query}`);
    expect(answer).toMatchObject({ status: 400, body: { code, pointer } });
  });
});

test('what a desk promised without network is kept for a person to settle when its supply was ended meanwhile', async () => {
  const slot = await town.fresh();
  const { revision, group_id } = await town.supply_of(slot);
  const id = new_ulid();
  const promise = town.form(slot, { if_taken: 'keep_as_request', occurred_at: Date.now() - hour, visitor: { first_name: 'Noé' } });
  const ended = await town.administrator.post(`/api/v1/supplies/${slot.supply_id}/end`, { last_day: day_of(Date.now() - 24 * hour), revision });
  expect(ended.status).toBe(204);
  expect(await town.book(new_ulid(), town.form(slot))).toMatchObject({ status: 400, body: { code: 'slot_not_offered' } });
  expect(await town.book(id, promise)).toMatchObject({ status: 200, body: { state: 'requested', group_id } });
  const nobody_knows = { ...promise, supply_id: new_ulid() };
  expect(await town.book(new_ulid(), nobody_knows)).toMatchObject({ status: 400, body: { code: 'slot_not_offered' } });
});
