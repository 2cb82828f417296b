// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { LineView, TicketView } from '../console_model.ts';
import { due_next, expected_today, still_to_come, type Appointment } from './today_model.ts';

const minute = 60_000;
const ten = 1_800_000_000_000;

const booked = (appointment_id: string, starts_at: number, change: Partial<Appointment> = {}): Appointment =>
  ({ appointment_id, state: 'confirmed', starts_at, ends_at: starts_at + 20 * minute, group_id: 'caf', site: { site_id: 'gourdon' }, ...change }) as Appointment;
const line = (...tickets: Partial<TicketView>[]): LineView => ({ group_id: 'caf', tickets }) as unknown as LineView;
const words = (list: ReturnType<typeof expected_today>): string[] =>
  list.map((entry) => (entry.kind === 'gap' ? `gap of ${(entry.to - entry.from) / minute}` : `${entry.appointment.appointment_id} late by ${entry.late_minutes}`));

describe('the adviser’s day', () => {
  it('is in order of time, with who is late first and the free time between', () => {
    const day = [booked('eleven', ten + 60 * minute), booked('late', ten - 7 * minute), booked('half past', ten + 30 * minute)];
    expect(words(expected_today(day, [], ten))).toEqual(['late late by 7', 'half past late by 0', 'eleven late by 0']);
    expect(words(expected_today(day.slice(0, 1), [], ten))).toEqual(['gap of 60', 'eleven late by 0']);
  });

  it('shows nobody twice: who has come is in the line, whatever the list of appointments says yet', () => {
    expect(expected_today([booked('odette', ten)], [line({ appointment_id: 'odette' })], ten)).toEqual([]);
  });

  it('leaves out what is over, cancelled or only held', () => {
    const states = ['finished', 'cancelled', 'held', 'no_show', 'arrived'] as const;
    expect(expected_today(states.map((state) => booked(state, ten, { state })), [], ten)).toEqual([]);
  });

  it('warns five minutes before somebody who has not come yet, and not for who is ten minutes late', () => {
    const day = [booked('next', ten)];
    expect(due_next([], day, ten - 6 * minute)).toBeNull();
    expect(due_next([], day, ten - 5 * minute)).toMatchObject({ here: false, at: ten });
    expect(due_next([], day, ten + 10 * minute)).toBeNull();
  });

  it('warns of who is here before who is not', () => {
    const here = line({ appointment_id: 'here', appointment_at: ten + 4 * minute, position: 1 });
    expect(due_next([here], [booked('next', ten)], ten)).toMatchObject({ here: true, at: ten + 4 * minute });
  });

  it('shows who is there to be met in person until it is over, and never counts them among those still to come', () => {
    const there = booked('there', ten, { state: 'arrived', door: 'on_site' });
    expect(expected_today([there], [], ten)).toMatchObject([{ kind: 'expected', appointment: { appointment_id: 'there' } }]);
    expect(still_to_come([there, booked('next', ten)], [], ten, null, 'caf').map((one) => one.appointment_id)).toEqual(['next']);
  });

  it('counts who is still to come at one site, or at all', () => {
    const day = [booked('a', ten), booked('b', ten + 60 * minute, { site: { site_id: 'cajarc' } as Appointment['site'] }), booked('c', ten, { group_id: 'cpam' })];
    expect(still_to_come(day, [], ten, 'gourdon', 'caf').map((one) => one.appointment_id)).toEqual(['a']);
    expect(still_to_come(day, [], ten, null, 'caf').map((one) => one.appointment_id)).toEqual(['a', 'b']);
  });
});
