// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { after, type Console, type LineView, type TicketView } from '../console_model.ts';
import { appointment_due, next_of, place_words, shown_tickets, waiting_in } from './queue_words.ts';

const ticket = (ticket_id: string, change: Partial<TicketView> = {}): TicketView => ({ ticket_id, state: 'waiting', position: 1, ...change }) as TicketView;
const line = (group_id: string, tickets: TicketView[], waiting = tickets.length): LineView => ({ group_id, acronym: group_id, on_duty: 1, waiting, receivable: waiting, closed_sites: [], tickets });

describe('the queue on the adviser’s page', () => {
  it('takes the place of the line told before, and keeps the others', () => {
    const known: Console = { availability: 'available', rings: [], kiosks: [], interview: null, lines: [line('CAF', [])], held: null, appointment_news: 0 };
    const told = after(after(known, { type: 'queue_line', seq: 1, line: line('CPAM', []) }), { type: 'queue_line', seq: 2, line: line('CAF', [ticket('a')]) });
    expect(told?.lines.map((one) => [one.group_id, one.waiting])).toEqual([['CAF', 1], ['CPAM', 0]]);
    expect(waiting_in(told?.lines ?? [])).toBe(1);
  });

  it('shows who waits before who is with a colleague, and not the own person twice', () => {
    const mine = ticket('mine', { state: 'called' });
    const shown = shown_tickets(line('CAF', [mine, ticket('other', { state: 'in_interview' }), ticket('waits')]), mine);
    expect(shown.map((one) => one.ticket_id)).toEqual(['waits', 'other']);
  });

  it('names the site of whoever is there, and of nobody who joins from home', () => {
    const say = (key: string) => `<${key}>`;
    expect(place_words(ticket('there', { site_name: 'Gourdon', from_home: false }), say)).toBe('Gourdon');
    expect(place_words(ticket('home', { site_name: 'Gourdon', from_home: true }), say)).toBe('<adviser.queue.at_home>');
  });

  it('calls nobody whose kiosk is off or taken, and takes the first of the others', () => {
    const lines = [line('CAF', [ticket('off', { held_up: 'kiosk_offline' }), ticket('next', { position: 2 })])];
    expect(next_of(lines)?.ticket_id).toBe('next');
    expect(next_of([line('CAF', [ticket('off', { held_up: 'kiosk_offline' })])])).toBeNull();
  });

  it('warns of the earliest appointment that is due within five minutes, and of no other', () => {
    const lines = [line('CAF', [ticket('walk-in'), ticket('late', { appointment_at: 1_000_000 }), ticket('later', { appointment_at: 1_000_000 + 600_000 })])];
    expect(appointment_due(lines, 1_000_000 - 301_000)).toBeNull();
    expect(appointment_due(lines, 1_000_000 - 299_000)?.ticket_id).toBe('late');
  });
});
