// SPDX-License-Identifier: EUPL-1.2
import { failure, success, type Result } from '@parvis/api';
import { beforeEach, describe, expect, test } from 'vitest';
import type { TicketView } from '../wire.ts';
import { Outbox, type Shelf } from './outbox.ts';
import { promised, type Confirmed, type Entry, type Telling } from './outbox_model.ts';

const unreachable = failure('unavailable', 'unreachable');

/** A server that does each ticket once, and can be away. */
class Counter {
  away = false;
  readonly numbers = new Map<string, number>();
  readonly heard: Telling[] = [];
  refuse: Result<never> | null = null;
  lose_next_answer = false;

  tell = async (what: Telling): Promise<Result<Confirmed>> => {
    if (this.away) return unreachable;
    this.heard.push(what);
    if (this.refuse) return this.refuse;
    if (!this.numbers.has(what.path)) this.numbers.set(what.path, this.numbers.size + 1);
    if (this.lose_next_answer) {
      this.lose_next_answer = false;
      return unreachable;
    }
    return success({ number: this.numbers.get(what.path), state: 'waiting' } as TicketView);
  };
}

const kept: Entry[] = [];
const shelf: Shelf = {
  all: async () => [...kept],
  put: async (entry) => {
    const at = kept.findIndex((one) => one.entry_id === entry.entry_id);
    kept.splice(at < 0 ? kept.length : at, at < 0 ? 0 : 1, entry);
  },
  remove: async (ids) => {
    for (const id of ids) kept.splice(kept.findIndex((one) => one.entry_id === id), 1);
  },
};

let server: Counter;
let outbox: Outbox;
beforeEach(async () => {
  kept.length = 0;
  server = new Counter();
  outbox = new Outbox({ shelf, tell: server.tell, alone: (work) => work(), patience_ms: 60_000 });
  await outbox.serve(['bretenoux']);
});

const somebody = (name: string, site_id = 'bretenoux'): Entry => ({
  entry_id: name,
  site_id,
  about: name,
  occurred_at: 1,
  deed: { kind: 'ticket', ticket_id: name, form: { site_id, offer_id: 'caf' } },
  trouble: null,
});
const come = (name: string) => outbox.submit(somebody(name), (entry) => promised(entry, 40, 'K7MF4-PXA9C'));

describe('somebody comes to the desk', () => {
  test('and the server knows of it: nothing stays behind', async () => {
    expect(await come('jeanne')).toMatchObject({ kind: 'told', answer: { number: 1 } });
    expect(outbox.entries()).toEqual([]);
  });

  test('and is refused: it is said there and then, and nothing was done', async () => {
    server.refuse = failure('conflict', 'line_closed');
    expect(await come('jeanne')).toMatchObject({ kind: 'refused', problem: { reason: 'line_closed' } });
    expect(outbox.entries()).toEqual([]);
  });

  test('during a cut: they get a number, and the server hears of all of them later, once and in order', async () => {
    server.away = true;
    expect(await come('jeanne')).toMatchObject({ kind: 'kept', entry: { deed: { form: { number: 40 } } } });
    await come('paul');
    await outbox.tell_all();
    expect(outbox.entries().map((one) => one.about)).toEqual(['jeanne', 'paul']);
    server.away = false;
    await outbox.tell_all();
    await outbox.tell_all();
    expect(server.heard.map((one) => one.path)).toEqual(['/api/v1/queue/tickets/jeanne', '/api/v1/queue/tickets/paul']);
    expect(outbox.entries()).toMatchObject([{ trouble: { said: 40, now: 1 } }, { trouble: { said: 40, now: 2 } }]);
    await outbox.settle('jeanne');
    expect(outbox.entries()).toMatchObject([{ about: 'paul' }]);
  });

  test('and only the answer was lost: one ticket, and the other number is shown', async () => {
    server.lose_next_answer = true;
    expect(await come('jeanne')).toMatchObject({ kind: 'kept' });
    await outbox.tell_all();
    expect(server.numbers.size).toBe(1);
    expect(outbox.entries()).toMatchObject([{ trouble: { kind: 'number_changed', said: 40, now: 1 } }]);
  });

  test('and a refusal that comes later stays until somebody has seen to it', async () => {
    server.away = true;
    await come('jeanne');
    server.away = false;
    server.refuse = failure('not_found', 'offer_unknown');
    await outbox.tell_all();
    expect(outbox.entries()).toMatchObject([{ trouble: { kind: 'refused', problem: { reason: 'offer_unknown' } } }]);
  });
});

test('what was written down at another site waits for its own mediator', async () => {
  await shelf.put(somebody('karim', 'gourdon'));
  await outbox.tell_all();
  expect(server.heard).toEqual([]);
  await outbox.serve(['gourdon']);
  await outbox.tell_all();
  expect(server.heard).toHaveLength(1);
});
