// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { planned_slots } from '../booking/slots_model.ts';
import { heard, still_known, unknown_day, with_lines, with_queue, type KnownDay } from '../offline/known_day.ts';
import type { Deed, Entry } from '../outbox/outbox_model.ts';
import type { AppointmentView, KioskView, LineView, Motive, Plan, TicketView } from '../wire.ts';
import { expected_here, finds, subjects_here, tickets_here, windows_of } from './day_model.ts';

const hour = 3_600_000;
const morning = Date.UTC(2026, 10, 23, 8); // Monday, 9 o'clock in Paris
const motive = {
  motive_id: 'rent',
  partner_id: 'caf',
  label: { fr: 'Demander une aide', en: 'Ask for help' },
  duration_minutes: 20,
  notice_least_minutes: 60,
  modalities: ['time_window', 'appointment'],
  papers: [],
} as unknown as Motive;
const supply = { supply_id: 'monday', partner_id: 'caf', modality: 'appointment', motives: [], on_site: false };
const opening = { supply_id: 'monday', day: '2026-11-23', from: morning, to: morning + 3 * hour, sites: ['bretenoux'], slot_minutes: 20 };

function day(change: Partial<KnownDay> = {}): KnownDay {
  const kiosks = [{ offers: [{ offer_id: 'offer', partner_id: 'caf', acronym: 'CAF', partner_name: { fr: 'Allocations', en: 'Benefits' }, state: 'open' }] }] as unknown as KioskView[];
  return {
    ...unknown_day('bretenoux'),
    heard_at: morning,
    desk: { site: { site_id: 'bretenoux', name: 'Mairie', commune: 'Bretenoux' } as never, kiosks },
    plan: { supplies: [{ supply }], openings: [opening] } as unknown as Plan,
    motives: [motive],
    network: { partners: [{ partner_id: 'caf', acronym: 'CAF', name: { fr: '', en: '' } }] } as never,
    ...change,
  };
}
const ticket = (number: number, state: TicketView['state'], position?: number): TicketView =>
  ({ ticket_id: `t${number}`, number, state, allowed_actions: [], ...(position === undefined ? {} : { position }) }) as unknown as TicketView;
const line = (group_id: string, ...tickets: TicketView[]) => ({ group_id, acronym: group_id, tickets }) as unknown as LineView;
const queue = (...tickets: TicketView[]) => ({ lines: [line('caf', ...tickets)] });
const entry = (deed: Deed): Entry => ({ entry_id: 'e', site_id: 'bretenoux', about: '', occurred_at: morning, deed, trouble: null });
const odette = { appointment_id: 'odette', state: 'confirmed', starts_at: morning + hour, ends_at: morning + 1.5 * hour, door: 'kiosk', site: { site_id: 'bretenoux' }, motives: [], body: { partner_id: 'caf', acronym: 'CAF' }, visitor: { first_name: 'Odette' }, allowed_actions: ['arrive'] } as unknown as AppointmentView;

test('two bodies of the same name keep their own motives', () => {
  const offer = (partner_id: string) => ({ offer_id: `at ${partner_id}`, partner_id, acronym: 'CAF', partner_name: { fr: '', en: '' }, state: 'open' });
  const kiosks = [{ offers: [offer('caf'), offer('caf-corse')] }] as unknown as KioskView[];
  const subjects = subjects_here(day({ desk: { site: {} as never, kiosks } }));
  expect(subjects.map((one) => one.motives.length)).toEqual([1, 0]);
});

describe('who waits', () => {
  test('is shown with who is called first, then the line, then who is away; who is gone is not', () => {
    const tickets = tickets_here(day({ queue: queue(ticket(1, 'away'), ticket(2, 'waiting', 2), ticket(3, 'waiting', 1), ticket(4, 'called'), ticket(5, 'finished')) }), []);
    expect(tickets.map((one) => one.number)).toEqual([4, 3, 2, 1]);
  });

  test('includes who came while nobody could be told, without a position that nobody knows', () => {
    const come = entry({ kind: 'ticket', ticket_id: 'new', form: { site_id: 'bretenoux', offer_id: 'offer', motive_id: 'rent', number: 6 } });
    const [first] = tickets_here(day(), [come]);
    expect(first).toMatchObject({ number: 6, acronym: 'CAF', motive_label: { fr: 'Demander une aide' }, unsent: true });
    expect(first?.position).toBeUndefined();
  });

  test('follows what was done here and not told yet', () => {
    const away = entry({ kind: 'act', ticket_id: 't1', act_id: 'a', form: { act: 'away', back_at: morning } });
    const gone = entry({ kind: 'act', ticket_id: 't2', act_id: 'b', form: { act: 'leave' } });
    const tickets = tickets_here(day({ queue: queue(ticket(1, 'waiting', 1), ticket(2, 'waiting', 2)) }), [away, gone]);
    expect(tickets).toMatchObject([{ number: 1, state: 'away', unsent: true }]);
    expect(tickets[0]?.position).toBeUndefined();
  });
});

test('who arrived without a network is in the line, and not expected any more', () => {
  const arrival = entry({ kind: 'arrival', appointment_id: 'odette', form: { ticket_id: 'new', number: 3 } });
  const known = day({ appointments: [odette] });
  expect(expected_here(known, [arrival], morning)).toMatchObject([{ state: 'arrived', allowed_actions: [] }]);
  expect(tickets_here(known, [arrival])).toMatchObject([{ number: 3, first_name: 'Odette' }]);
});

test('a day that was kept is forgotten: its people after midnight, all of it after twenty hours', () => {
  const kept = day({ appointments: [odette], queue: queue(ticket(9, 'waiting', 1)), highest_number: 9 });
  expect(still_known(kept, 'bretenoux', morning + hour).appointments).toHaveLength(1);
  const next_morning = still_known(kept, 'bretenoux', morning + 16 * hour);
  expect(next_morning).toMatchObject({ appointments: [], queue: null, highest_number: 0 });
  expect(next_morning.motives).toHaveLength(1);
  expect(still_known(kept, 'bretenoux', morning + 21 * hour).motives).toEqual([]);
  expect(with_queue(kept, queue(ticket(2, 'waiting')), () => false, morning + 16 * hour).highest_number).toBe(2);
});

describe('a line that is told', () => {
  test('takes the place of what was known of it, and of no other', () => {
    const before = day({ queue: { lines: [line('caf', ticket(1, 'waiting', 1)), line('msa', ticket(2, 'waiting', 1))] } });
    const after = with_lines(before, [line('caf', ticket(3, 'waiting', 1))], morning);
    expect(tickets_here(after, []).map((one) => one.number)).toEqual([2, 3]);
    expect(after.highest_number).toBe(3);
  });

  test('while the whole queue is asked for is newer than the answer; what is in neither is gone', () => {
    const before = day({ queue: { lines: [line('caf', ticket(1, 'called')), line('msa', ticket(2, 'waiting', 1)), line('gone', ticket(4, 'waiting', 1))] } });
    const answer = { lines: [line('caf', ticket(1, 'waiting', 1)), line('msa', ticket(2, 'away'))] };
    const after = with_queue(before, answer, (group_id) => group_id === 'caf', morning);
    expect(tickets_here(after, []).map(({ number, state }) => [number, state])).toEqual([[1, 'called'], [2, 'away']]);
  });

  test('after midnight begins to count numbers anew', () => {
    expect(heard(day({ highest_number: 9 }), morning + hour).highest_number).toBe(9);
    expect(heard(day({ highest_number: 9 }), morning + 16 * hour).highest_number).toBe(0);
  });
});

describe('slots without a network', () => {
  test('are those that are planned here, after the notice, and not taken as far as the desk knows', () => {
    const slots = planned_slots(day({ appointments: [odette] }), [], motive, morning);
    expect(slots[0]?.starts_at).toBe(morning + 1.5 * hour + 10 * 60_000);
    expect(slots.at(-1)?.ends_at).toBe(morning + 3 * hour);
  });

  test('are not promised twice at this desk', () => {
    const promised = entry({ kind: 'booking', appointment_id: 'b', form: { supply_id: 'monday', starts_at: morning + hour, door: 'kiosk', motives: ['rent'], visitor: {} } });
    expect(planned_slots(day(), [promised], motive, morning)[0]?.starts_at).toBe(morning + hour + 20 * 60_000);
  });

  test('are not offered for another body or another way of working', () => {
    expect(planned_slots(day(), [], { ...motive, partner_id: 'cpam' }, morning)).toEqual([]);
    expect(planned_slots(day(), [], { ...motive, modalities: ['half_day_session'] }, morning)).toEqual([]);
  });

  test('are not promised where whoever comes is received in turn: nothing of it can be booked', () => {
    const plan = { supplies: [{ supply: { ...supply, modality: 'time_window' } }], openings: [opening] } as unknown as Plan;
    expect(planned_slots(day({ plan }), [], motive, morning)).toEqual([]);
  });
});

test('windows are those of the day and of this site', () => {
  expect(windows_of(day(), '2026-11-23')).toMatchObject([{ acronym: 'CAF', modality: 'appointment', on_site: false }]);
  expect(windows_of(day(), '2026-11-24')).toEqual([]);
});

test.each([
  ['jer', 'Jérôme', '', null, true],
  ['marie', 'Anne-Marie', '', null, true],
  ['om', 'Jérôme', '', null, false],
  ['12', 'Jérôme', '', 12, true],
  ['1', 'Jérôme', '', 12, false],
  ['k7mf4p', '', 'K7MF4-PXA9C', null, true],
  ['', 'Jérôme', '', null, false],
])('searching “%s” among %s %s %s: %s', (words, name, code, number, found) => {
  expect(finds(words, name, code, number)).toBe(found);
});
