// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BookingTown, type Booked, type Slot } from '../support/booking.ts';
import { new_ulid } from '../support/link.ts';

let town: BookingTown;
beforeAll(async () => {
  town = await BookingTown.open();
});
afterAll(async () => {
  await town?.server.stop();
});

const publicly = '/api/v1/public';
const wish_for = ({ supply_id, starts_at }: Slot): Record<string, unknown> => ({
  supply_id,
  starts_at,
  door: 'kiosk',
  site_id: town.site_id,
  motives: [town.card],
});
const hold = (id: string, slot: Slot) => town.citizen.put(`${publicly}/appointments/${id}`, wish_for(slot));
const confirm = (id: string, visitor: Record<string, unknown> = { first_name: 'Odette' }) =>
  town.citizen.post(`${publicly}/appointments/${id}/confirm`, { visitor });
const by_code = (step: string, form: Record<string, unknown>) => town.citizen.post(`${publicly}/appointment${step}`, form);
const booked = async (): Promise<Booked & { code: string; slot: Slot }> => {
  const slot = await town.fresh();
  const id = new_ulid();
  await hold(id, slot);
  return { ...((await confirm(id)).body as Booked & { code: string }), slot };
};

describe('a citizen without an account', () => {
  test('finds the network in plain words: subjects, bodies, motives with their papers, and sites', async () => {
    const { networks } = (await town.citizen.get(`${publicly}/networks`)).body as { networks: { network_id: string }[] };
    const answer = await town.citizen.get(`${publicly}/networks/${networks[0]?.network_id}`);
    const network = answer.body as { sites: { commune: string }[]; motives: { subject: string }[]; subjects: { subject: string }[]; bodies: unknown[] };
    expect(network.sites.find((site) => site.commune === 'Bretenoux')).toMatchObject({
      telephone: expect.stringMatching(/\d/) as string,
      latitude_microdegrees: 44_914_700,
    });
    const subjects = network.subjects.map((each) => each.subject);
    expect(network.motives.filter((motive) => !subjects.includes(motive.subject))).toEqual([]);
    expect(network.bodies.length).toBeGreaterThan(3);
    expect(await town.citizen.get(`${publicly}/networks/${new_ulid()}`)).toMatchObject({ status: 404, body: { code: 'network_unknown' } });
  });

  test('holds a real slot, says a first name, and gets the code; the desk sees who comes', async () => {
    const slot = await town.fresh();
    const id = new_ulid();
    const held = await hold(id, slot);
    expect(held).toMatchObject({ status: 200, body: { state: 'held', papers: [{ fr: 'Une pièce d’identité' }, { fr: 'Une photo d’identité' }] } });
    expect(held.body).not.toHaveProperty('code');
    const confirmed = await confirm(id, { first_name: 'Odette', telephone: '0612345678' });
    expect(confirmed).toMatchObject({
      status: 200,
      body: { state: 'confirmed', first_name: 'Odette', by_screen: true, place: { commune: 'Bretenoux' }, allowed_actions: ['move', 'cancel'] },
    });
    expect(confirmed.body).toHaveProperty('code', expect.stringMatching(/^[A-Z0-9]{5}-[A-Z0-9]{5}$/));
    const seen = await town.mediator.get(`/api/v1/appointments/${id}`);
    expect(seen.body).toMatchObject({ visitor: { first_name: 'Odette', telephone: '0612345678' } });
  });

  test('whose answers were lost asks again and is answered the same', async () => {
    const slot = await town.fresh();
    const id = new_ulid();
    const held = await hold(id, slot);
    expect((await hold(id, slot)).body).toEqual(held.body);
    const confirmed = await confirm(id);
    expect((await confirm(id)).body).toEqual(confirmed.body);
  });

  test('moves and cancels by code, however it is typed', async () => {
    const { code, slot } = await booked();
    const typed = ` ${code.toLowerCase().replace('-', ' ')} `;
    const other = await town.fresh();
    const wish = { code: typed, ...wish_for(other), motives: undefined, appointment_id: new_ulid() };
    const moved = await by_code('/move', wish);
    expect(moved).toMatchObject({ status: 200, body: { code, starts_at: other.starts_at } });
    expect((await by_code('/move', wish)).body).toEqual(moved.body);
    expect((await town.slots()).map((each) => each.starts_at)).toContain(slot.starts_at);
    expect(await by_code('/cancel', { code })).toMatchObject({ status: 200, body: { state: 'cancelled', allowed_actions: [] } });
    expect((await by_code('', { code })).body).toMatchObject({ state: 'cancelled' });
    expect((await town.slots()).map((each) => each.starts_at)).toContain(other.starts_at);
  });

  test('gives a held place back, and others see it free at once', async () => {
    const slot = await town.fresh();
    const id = new_ulid();
    await hold(id, slot);
    expect((await town.citizen.post(`${publicly}/appointments/${id}/give_up`)).status).toBe(204);
    expect((await town.citizen.post(`${publicly}/appointments/${id}/give_up`)).status).toBe(204);
    expect((await town.slots()).map((each) => each.starts_at)).toContain(slot.starts_at);
    expect((await confirm(id)).status).toBe(409);
  });
});

describe('nobody else’s appointment', () => {
  test('is reached by knowing its id, once it is booked', async () => {
    const { appointment_id, slot, code } = await booked();
    expect(await confirm(appointment_id, { first_name: 'Pirate' })).toMatchObject({ status: 404, body: { code: 'appointment_unknown' } });
    expect(await town.citizen.post(`${publicly}/appointments/${appointment_id}/give_up`)).toMatchObject({ status: 404 });
    const again = await hold(appointment_id, slot);
    expect(again).toMatchObject({ status: 409, body: { code: 'appointment_id_taken', pointer: '/appointment_id' } });
    expect(JSON.stringify(again.body)).not.toContain(code);
    expect(await town.state_of(appointment_id)).toBe('confirmed');
  });

  test('is changed by a page of another site: the header that pages send is missing', async () => {
    const { code } = await booked();
    const forged = await fetch(`${town.server.local_url}${publicly}/appointment/cancel`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    expect(forged.status).toBe(403);
    expect((await by_code('', { code })).body).toMatchObject({ state: 'confirmed' });
  });

  test('is taken by booking the same place twice', async () => {
    const { slot } = await booked();
    const id = new_ulid();
    expect(await hold(id, slot)).toMatchObject({ status: 409, body: { code: 'slot_taken', pointer: '/starts_at' } });
    expect((await town.mediator.get(`/api/v1/appointments/${id}`)).status).toBe(404);
  });

  test('is found by trying codes: wrong ones make one wait, the right one too', async () => {
    const { code } = await booked();
    const wrong = (at: number): string => `AAAAA-AAA${'ACDEFHJKMP'[Math.floor(at / 10)] ?? 'A'}${'ACDEFHJKMP'[at % 10] ?? 'A'}`;
    for (let tried = 0; tried < 30; tried += 1) {
      expect(await by_code('', { code: wrong(tried) })).toMatchObject({ status: 404, body: { code: 'appointment_unknown', pointer: '/code' } });
    }
    const refused = await by_code('', { code });
    expect(refused).toMatchObject({ status: 429, body: { code: 'code_delayed', pointer: '/code' } });
    expect(refused.headers.get('retry-after')).toBe('1');
  });
});

test('one address does not empty a day: twenty places at once, the next later', async () => {
  const slots = await town.slots('telephone');
  const held = await Promise.all(slots.slice(0, 25).map((slot) => town.citizen.put(`${publicly}/appointments/${new_ulid()}`, { ...wish_for(slot), door: 'telephone' })));
  expect(held.filter((answer) => answer.status === 200).length).toBeLessThanOrEqual(20);
  expect(held.filter((answer) => answer.status === 429)[0]).toMatchObject({ body: { code: 'too_many_holds' } });
});
