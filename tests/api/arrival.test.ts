// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BookingTown, type Booked, type Slot } from '../support/booking.ts';
import { BareKiosk } from '../support/bare_kiosk.ts';
import { BareLink, new_ulid } from '../support/link.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';

let town: BookingTown;
let nadia: StaffSession;
let now: Slot;
beforeAll(async () => {
  town = await BookingTown.open();
  nadia = await StaffSession.open(town.server.local_url, demo_accounts.foreign_adviser);
  now = await town.slot_of_now();
  await (await BareKiosk.pair(town.server, 'Bretenoux')).open();
});
afterAll(async () => {
  await town?.server.stop();
});

const two_days = 48 * 3_600_000;
/** Promised the day before yesterday by a desk without network, for now. */
const expected = async (starts_at: number): Promise<string> => {
  const id = new_ulid();
  const form = town.form({ ...now, starts_at }, { occurred_at: Date.now() - two_days });
  const answer = await town.book(id, form);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return id;
};
const arrive = (id: string, form: Record<string, unknown>) => town.mediator.post(`/api/v1/appointments/${id}/arrive`, form);
const act = (ticket_id: string, form: Record<string, unknown>) => nadia.put(`/api/v1/queue/tickets/${ticket_id}/acts/${new_ulid()}`, form);

test('one touch marks who came, gives a place in the line, and the appointment follows it to its end', async () => {
  const id = await expected(now.starts_at);
  const ticket_id = new_ulid();
  const arrived = await arrive(id, { ticket_id });
  expect(arrived).toMatchObject({
    status: 200,
    body: {
      appointment: { state: 'arrived', visitor: { first_name: 'Odette' } },
      ticket: { ticket_id, number: 1, state: 'waiting', appointment_id: id, appointment_at: now.starts_at, acronym: 'CPAM', position: 1 },
    },
  });
  const called = await nadia.post('/api/v1/queue/next', { call_id: new_ulid() });
  expect(called.body).toMatchObject({ ticket: { ticket_id } });
  expect(await town.state_of(id)).toBe('called');
  expect(await arrive(id, { ticket_id }), 'the answer was lost').toMatchObject({ status: 200, body: { appointment: { state: 'called' } } });
  await act(ticket_id, { act: 'met' });
  expect(await town.state_of(id)).toBe('in_interview');
  await act(ticket_id, { act: 'finish' });
  expect(await town.state_of(id)).toBe('finished');
});

test('who was here and is cancelled waits no longer, and who leaves gives the place back', async () => {
  const first = await expected(now.starts_at + 20 * 60_000);
  const ticket_id = new_ulid();
  const console_link = await BareLink.open(nadia.link({ surface: 'adviser' }));
  const waiting = (count: number) => (message: Record<string, unknown>): boolean => (message['line'] as { waiting: number }).waiting === count;
  await console_link.next('queue_line', waiting(0));
  await arrive(first, { ticket_id });
  await console_link.next('queue_line', waiting(1));
  console_link.messages.length = 0;
  const answer = await town.mediator.post(`/api/v1/appointments/${first}/cancel`, { reason: 'citizen_prevented' });
  expect(answer.body).toMatchObject({ state: 'cancelled' });
  // Lines are read again every twenty seconds in any case.
  await console_link.next('queue_line', waiting(0), 8_000);
  await console_link.next('appointments_changed');
  await console_link.close();
  const lines = (await nadia.get('/api/v1/queue')).body as { lines: { tickets: unknown[] }[] };
  expect(lines.lines.flatMap((line) => line.tickets)).toEqual([]);

  const second = await expected(now.starts_at + 20 * 60_000);
  const other_ticket = new_ulid();
  await arrive(second, { ticket_id: other_ticket });
  await act(other_ticket, { act: 'leave', leave_reason: 'gave_up' });
  expect((await town.mediator.get(`/api/v1/appointments/${second}`)).body).toMatchObject({ state: 'cancelled', cancel_reason: 'citizen_prevented' });
});

test('an arrival days too early is refused, and nobody waits', async () => {
  const { appointment_id } = (await town.booked()) satisfies Booked;
  const answer = await arrive(appointment_id, { ticket_id: new_ulid() });
  expect(answer).toMatchObject({ status: 409, body: { code: 'arrival_too_early', arguments: { hours: '4' } } });
  expect(await town.state_of(appointment_id)).toBe('confirmed');
});

test.each([
  ['a number that no ticket has', { number: 0 }, 400, 'value_out_of_range', '/number'],
  ['a kiosk that is elsewhere', { kiosk_id: new_ulid() }, 404, 'kiosk_unknown', '/kiosk_id'],
])('refused, with the field named, and the appointment is not touched: %s', async (_what, change, status, code, pointer) => {
  const id = await expected(now.starts_at + 20 * 60_000);
  expect(await arrive(id, { ticket_id: new_ulid(), ...change })).toMatchObject({ status, body: { code, pointer } });
  expect(await town.state_of(id)).toBe('confirmed');
  await town.mediator.post(`/api/v1/appointments/${id}/cancel`, { reason: 'mistake' });
});
