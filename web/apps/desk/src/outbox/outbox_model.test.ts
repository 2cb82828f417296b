// SPDX-License-Identifier: EUPL-1.2
import { failure, success, type Problem } from '@parvis/api';
import { describe, expect, test } from 'vitest';
import type { AppointmentView, TicketView } from '../wire.ts';
import { answered, new_code, next_number, next_to_tell, promised, settled, telling, type Deed, type Entry } from './outbox_model.ts';

let count = 0;
const entry = (deed: Deed): Entry => ({
  entry_id: `entry-${(count += 1)}`,
  site_id: 'site',
  about: 'CAF',
  occurred_at: 1_000,
  deed,
  trouble: null,
});
const ticket = (ticket_id: string, number?: number): Entry =>
  entry({ kind: 'ticket', ticket_id, form: { site_id: 'site', offer_id: 'offer', ...(number === undefined ? {} : { number }) } });
const leave = (ticket_id: string): Entry => entry({ kind: 'act', ticket_id, act_id: 'act', form: { act: 'leave', leave_reason: 'gave_up' } });
const booking = (appointment_id: string, code?: string): Entry =>
  entry({
    kind: 'booking',
    appointment_id,
    form: { supply_id: 'supply', starts_at: 5_000, door: 'kiosk', site_id: 'site', motives: ['m'], visitor: {}, ...(code === undefined ? {} : { code }) },
  });
const told = (number: number, state: TicketView['state'] = 'waiting'): TicketView => ({ number, state, message: 'La file est fermée.' }) as TicketView;
const booked = (state: AppointmentView['state'], code: string): AppointmentView => ({ state, code }) as AppointmentView;

describe('what was done is told', () => {
  test('in the order in which it happened, with its hour', () => {
    const entries = [ticket('one'), ticket('two')];
    expect(next_to_tell(entries)).toBe(entries[0]);
    expect(telling(entries[0] as Entry)).toMatchObject({ method: 'PUT', path: '/api/v1/queue/tickets/one', body: { occurred_at: 1_000 } });
  });

  test('a visit that needed no ticket, with its hour, and nothing else waits for it', () => {
    const visit = entry({ kind: 'walk_in', walk_in_id: 'visit', form: { site_id: 'site', guidance: 'solved_here' } });
    expect(telling(visit)).toEqual({ method: 'PUT', path: '/api/v1/walk_ins/visit', body: { site_id: 'site', guidance: 'solved_here', occurred_at: 1_000 } });
    const refused: Entry = { ...visit, trouble: { kind: 'refused', problem: {} as Problem } };
    const after = ticket('one');
    expect(next_to_tell([refused, after])).toBe(after);
  });

  test('until the server has answered: an answer that never came changes nothing', () => {
    const entries = [ticket('one')];
    const [first] = entries as [Entry];
    expect(answered(entries, first.entry_id, failure('unavailable', 'unreachable'))).toBe(entries);
    expect(answered(entries, first.entry_id, failure('timeout', 'no_answer'))).toBe(entries);
    expect(answered(entries, first.entry_id, failure('unauthenticated', 'session_missing'))).toBe(entries);
    expect(answered(entries, first.entry_id, success(told(1)))).toEqual([]);
  });
});

describe('what came out otherwise than promised stays for a person', () => {
  test('another number than the one on the paper', () => {
    const entries = [ticket('one', 7)];
    const [first] = entries as [Entry];
    expect(answered(entries, first.entry_id, success(told(7)))).toEqual([]);
    expect(answered(entries, first.entry_id, success(told(9)))).toMatchObject([{ trouble: { kind: 'number_changed', said: 7, now: 9 } }]);
  });

  test('a line that was closed meanwhile', () => {
    const entries = [ticket('one', 7)];
    const [first] = entries as [Entry];
    expect(answered(entries, first.entry_id, success(told(7, 'closed')))).toMatchObject([{ trouble: { kind: 'line_closed' } }]);
  });

  test('another code than the printed one; a wish without a place is kept by the server itself', () => {
    const entries = [booking('one', 'K7MF4-PXA9C')];
    const [first] = entries as [Entry];
    expect(answered(entries, first.entry_id, success(booked('confirmed', 'K7MF4-PXA9C')))).toEqual([]);
    expect(answered(entries, first.entry_id, success(booked('requested', 'K7MF4-PXA9C')))).toEqual([]);
    expect(answered(entries, first.entry_id, success(booked('confirmed', 'AAAAA-CCCCC')))).toMatchObject([{ trouble: { kind: 'code_changed' } }]);
  });

  test('a refusal; what follows from it waits, the rest goes on', () => {
    const refused = ticket('one', 3);
    const entries = answered([refused, leave('one'), ticket('two')], refused.entry_id, failure('forbidden', 'not_your_site'));
    expect(entries).toHaveLength(3);
    expect(next_to_tell(entries)).toBe(entries[2]);
    const { kept, dropped } = settled(entries, refused.entry_id);
    expect(kept).toEqual([entries[2]]);
    expect(dropped).toHaveLength(2);
  });

  test('a refused act leaves the ticket and what else was done with it alone', () => {
    const act = leave('one');
    const entries = answered([act, ticket('two')], act.entry_id, failure('conflict', 'ticket_over'));
    expect(settled(entries, act.entry_id).kept).toEqual([entries[1]]);
  });

  test('a difference in the number holds nothing up', () => {
    const first = ticket('one', 7);
    const entries = answered([first, leave('one')], first.entry_id, success(told(9)));
    expect(next_to_tell(entries)).toBe(entries[1]);
    expect(settled(entries, first.entry_id).kept).toEqual([entries[1]]);
  });
});

test('numbers given out without a network go on above all that were seen', () => {
  expect(next_number([], 0)).toBe(1);
  expect(next_number([ticket('one', 12), ticket('two')], 9)).toBe(13);
  expect(promised(ticket('two'), 14, 'K7MF4-PXA9C').deed).toMatchObject({ form: { number: 14 } });
});

test('a booking that was promised without a network may not be refused: a person settles it', () => {
  expect(promised(booking('one'), 14, 'K7MF4-PXA9C').deed).toMatchObject({ form: { if_taken: 'keep_as_request', code: 'K7MF4-PXA9C' } });
});

test('codes are written with letters that nobody confuses', () => {
  const codes = Array.from({ length: 200 }, new_code);
  expect(codes.filter((code) => !/^[ACDEFHJKMPRTWXY3479]{5}-[ACDEFHJKMPRTWXY3479]{5}$/.test(code))).toEqual([]);
  expect(new Set(codes).size).toBe(codes.length);
});
