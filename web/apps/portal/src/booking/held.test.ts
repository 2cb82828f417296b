// SPDX-License-Identifier: EUPL-1.2
import { failure, success } from '@parvis/api';
import { afterEach, expect, test, vi } from 'vitest';
import type { BookingForm, PublicAppointment } from '../wire.ts';
import * as wire from '../wire.ts';
import { book, hold, type Held } from './held.ts';

vi.mock('../wire.ts', () => ({ hold: vi.fn(), confirm: vi.fn() }));
const server = vi.mocked(wire);
afterEach(() => vi.resetAllMocks());

const form: BookingForm = { supply_id: 'S', starts_at: 1, door: 'kiosk', site_id: 'A', motives: ['M'] };
const odette = { first_name: 'Odette' };

function appointment(appointment_id: string, state: PublicAppointment['state']): PublicAppointment {
  const body = { partner_id: 'P', acronym: 'CPAM', name: { fr: '', en: '' } };
  return { appointment_id, state, door: 'kiosk', by_screen: true, day: '2026-11-24', starts_at: 1, ends_at: 2, time_zone: 'Europe/Paris', first_name: '', body, motives: [], papers: [], allowed_actions: [] };
}
const held = (id: string): Held => ({ form, appointment: appointment(id, 'held'), since: 0 });

test('the place that is kept is booked', async () => {
  server.confirm.mockResolvedValueOnce(success(appointment('1', 'confirmed')));
  expect(await book(held('1'), odette)).toMatchObject({ ok: true, value: { state: 'confirmed' } });
  expect(server.hold).not.toHaveBeenCalled();
});

test('whoever was slow to type has the place all the same while nobody took it, under a new id', async () => {
  server.confirm.mockResolvedValueOnce(failure('expired', 'hold_expired')).mockResolvedValueOnce(success(appointment('2', 'confirmed')));
  server.hold.mockResolvedValueOnce(success(appointment('2', 'held')));
  expect(await book(held('1'), odette)).toMatchObject({ ok: true, value: { appointment_id: '2' } });
  expect(server.hold.mock.calls[0]?.[0]).not.toBe('1');
  expect(server.hold.mock.calls[0]?.[1]).toEqual(form);
  expect(server.confirm.mock.calls[1]).toEqual(['2', odette]);
});

test('a place that somebody took meanwhile is told as taken', async () => {
  server.confirm.mockResolvedValueOnce(failure('expired', 'hold_expired'));
  server.hold.mockResolvedValueOnce(failure('conflict', 'slot_taken', '', '/starts_at'));
  expect(await book(held('1'), odette)).toMatchObject({ ok: false, error: { reason: 'slot_taken' } });
});

test('what was wrong in the form is told, and the place stays kept', async () => {
  server.confirm.mockResolvedValueOnce(failure('invalid_input', 'telephone_invalid', '', '/visitor/telephone'));
  expect(await book(held('1'), odette)).toMatchObject({ ok: false, error: { pointer: '/visitor/telephone' } });
  expect(server.hold).not.toHaveBeenCalled();
});

test('two places that are held have two ids', async () => {
  server.hold.mockResolvedValue(success(appointment('1', 'held')));
  await hold(form);
  await hold(form);
  const ids = server.hold.mock.calls.map(([id]) => id);
  expect(new Set(ids).size).toBe(2);
});
