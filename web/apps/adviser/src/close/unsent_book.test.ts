// SPDX-License-Identifier: EUPL-1.2
import { failure, success, type Result } from '@parvis/api';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OutcomeForm } from './outcome_model.ts';
import { UnsentBook, type Door } from './unsent_book.ts';

const interview = { interview_id: '01J0000000000000000000TALK', site_name: 'Bretenoux', kiosk_name: '' };
const form: OutcomeForm = { outcome: 'solved', subject: 'family', done: ['Dossier complété'], next_steps: [], pages_received: 0, pages_printed: 0 };
const away = failure('unavailable', 'unreachable');

let now: number;
let told: { what: 'outcome' | 'end'; id?: string; waited_ms: number | undefined }[];
let answer: Result<unknown>;
let stored: Map<string, string>;

const door: Door = {
  save_outcome: (_id, { outcome_id, waited_ms }) => {
    told.push({ what: 'outcome', ...(outcome_id ? { id: outcome_id } : {}), waited_ms });
    return Promise.resolve(answer);
  },
  end_interview: (_id, waited_ms) => {
    told.push({ what: 'end', waited_ms });
    return Promise.resolve(answer);
  },
};
const shelf = {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => void stored.set(key, value),
  removeItem: (key: string) => void stored.delete(key),
};
const open = (account = 'camille') => new UnsentBook(account, door, shelf, () => now);

beforeEach(() => {
  now = 1_000_000;
  told = [];
  answer = away;
  stored = new Map();
});

describe('what could not be told', () => {
  it('stays over a reload and is told under the same id, with how long it waited', async () => {
    const before = open();
    before.write_outcome(interview, form);
    await before.send();
    now += 60_000;
    const after = open();
    expect(after.entries()).toMatchObject([{ site_name: 'Bretenoux', kiosk_name: '', outcome: { done: ['Dossier complété'] } }]);
    answer = success({});
    await after.send();
    expect(told.map((one) => one.waited_ms)).toEqual([0, 60_000]);
    expect(told[1]?.id).toBe(told[0]?.id);
  });

  it('leaves nothing behind once the server has taken it', async () => {
    const book = open();
    book.write_outcome(interview, form);
    book.write_end(interview);
    answer = success({});
    await book.send();
    expect(told.map((one) => one.what)).toEqual(['outcome', 'end']);
    expect(book.entries()).toEqual([]);
    expect(stored.size).toBe(0);
    expect(book.is_ended(interview.interview_id)).toBe(true);
  });

  it('is kept when the session has ended, and told after the next sign-in', async () => {
    answer = failure('unauthenticated', 'not_signed_in');
    const book = open();
    book.write_outcome(interview, form);
    await book.send();
    expect(open().entries()).toHaveLength(1);
  });

  it('is shown with the reason when the server refuses it, and not told again', async () => {
    answer = failure('expired', 'outcome_closed');
    const book = open();
    book.write_outcome(interview, form);
    await book.send();
    await book.send();
    expect(told).toHaveLength(1);
    expect(book.entry(interview.interview_id)?.problem?.reason).toBe('outcome_closed');
  });

  it('belongs to the account that wrote it', () => {
    open('camille').write_outcome(interview, form);
    expect(open('hugo').entries()).toEqual([]);
  });

  it('does not lie about for longer than the server would take it', () => {
    open().write_outcome(interview, form);
    now += 9 * 24 * 3_600_000;
    expect(open().entries()).toEqual([]);
  });

  it('is told in its newest words when they were corrected while the first were on their way', async () => {
    let arrive: (result: Result<unknown>) => void = () => {};
    const slow: Door = { ...door, save_outcome: () => new Promise((resolve) => (arrive = resolve)) };
    const book = new UnsentBook('camille', slow, shelf, () => now);
    book.write_outcome(interview, form);
    const sent = book.send();
    await Promise.resolve();
    book.write_outcome(interview, { ...form, done: ['Corrigé'] });
    arrive(success({}));
    await sent;
    expect(book.entry(interview.interview_id)?.outcome?.done).toEqual(['Corrigé']);
  });
});
