// SPDX-License-Identifier: EUPL-1.2
import { writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BareKiosk } from '../support/bare_kiosk.ts';
import { BareLink, new_ulid } from '../support/link.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';

interface Tile {
  subject: string;
  offers: { offer_id: string; acronym: string }[];
}

const interview_id = new_ulid();
let server: StartedServer;
let adviser: StaffSession;
let kiosk_link: BareLink;
let console_link: BareLink;
let tile: Tile;
beforeAll(async () => {
  server = await StartedServer.start();
  adviser = await StaffSession.open(server.local_url, demo_accounts.adviser);
  const kiosk = await BareKiosk.pair(server, 'Bretenoux');
  kiosk_link = await kiosk.open();
  const { tiles } = (await kiosk_link.next('snapshot')) as unknown as { tiles: Tile[] };
  tile = tiles.find((one) => one.offers.some((offer) => offer.acronym === 'CAF')) as Tile;
  console_link = await BareLink.open(adviser.link({ surface: 'adviser' }));
  await console_link.command('set_availability', { availability: 'available' });
});
afterAll(async () => {
  await server?.stop();
});

const ring = () => kiosk_link.command('ring', { interview_id, offer_id: tile.offers[0]?.offer_id, subject: tile.subject, language: 'fr' });
const form = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  outcome: 'follow_up',
  subject: 'family',
  done: ['Le dossier est complet.'],
  next_steps: [{ what: 'Envoyer le bail', who: 'Vous', by_date: '2099-12-31' }],
  pages_received: 1,
  pages_printed: 0,
  ...change,
});
const outcome_path = `/api/v1/interviews/${interview_id}/outcome`;

test('a ring told twice rings once, and of two advisers who take it exactly one has it', async () => {
  const second = await StaffSession.open(server.local_url, demo_accounts.second_adviser);
  const second_link = await BareLink.open(second.link({ surface: 'adviser' }));
  await second_link.command('set_availability', { availability: 'available' });
  expect(await ring()).toMatchObject({ type: 'done' });
  expect(await ring()).toMatchObject({ type: 'done' });
  const told = await console_link.next('rings', (message) => (message.rings as unknown[]).length > 0);
  expect(told.rings).toMatchObject([{ interview_id }]);
  expect(await console_link.command('accept_ring', { interview_id })).toMatchObject({ type: 'done' });
  const late = await second_link.command('accept_ring', { interview_id });
  expect(late).toMatchObject({ type: 'refused', problem: { code: 'ring_taken', status: 409 } });
  await second_link.close();
});

test.each([
  ['an unknown outcome', { outcome: 'great' }, 'value_unknown', '/outcome'],
  ['no subject', { subject: ' ' }, 'text_missing', '/subject'],
  ['a subject that the network does not have', { subject: 'Aide au logement' }, 'subject_unknown', '/subject'],
  ['an empty line', { done: ['Fait.', ''] }, 'text_missing', '/done/1'],
  ['too many lines', { done: Array.from({ length: 9 }, () => 'Fait.') }, 'too_many_lines', '/done'],
  ['a step that nobody does', { next_steps: [{ what: 'Envoyer le bail', who: '' }] }, 'text_missing', '/next_steps/0/who'],
  ['a day that does not exist', { next_steps: [{ what: 'Venir', who: 'Vous', by_date: '2099-02-30' }] }, 'date_invalid', '/next_steps/0/by_date'],
  ['a day that is over', { next_steps: [{ what: 'Venir', who: 'Vous', by_date: '2020-01-01' }] }, 'date_past', '/next_steps/0/by_date'],
  ['fewer than no pages', { pages_received: -1 }, 'value_out_of_range', '/pages_received'],
  ['a field that nobody knows', { opinion: 'good' }, 'field_unknown', '/opinion'],
])('an outcome with %s is refused, and the field is named', async (_what, change, code, pointer) => {
  const answer = await adviser.put(outcome_path, form(change));
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ code, pointer });
});

test('there is no receipt before there is an outcome', async () => {
  const answer = await adviser.get(`/api/v1/interviews/${interview_id}/receipt.pdf`);
  expect(answer.body).toMatchObject({ status: 409, code: 'outcome_missing' });
});

test('the outcome is saved, may be corrected, and the receipt says in French what was done, what follows, and the code', async () => {
  expect((await adviser.put(outcome_path, form({ done: ['Une erreur.'] }))).status).toBe(200);
  const saved = await adviser.put(outcome_path, form());
  expect(saved.status).toBe(200);
  const { code } = saved.body as { code: string };
  const receipt = await fetch(`${server.local_url}/api/v1/interviews/${interview_id}/receipt.pdf`, { headers: { Cookie: adviser.cookie } });
  expect(receipt.headers.get('Content-Type')).toBe('application/pdf');
  expect(receipt.headers.get('Cache-Control')).toBe('no-store');
  const file = join(server.data, 'receipt.pdf');
  writeFileSync(file, Buffer.from(await receipt.arrayBuffer()));
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  for (const words of [code, 'Le dossier est complet.', 'Envoyer le bail', 'Vous', 'Camille']) expect(text).toContain(words);
  expect(text).not.toContain('Une erreur.');
});

test('an outcome that a page tells again, because it got no answer, is one outcome', async () => {
  const told = form({ outcome_id: new_ulid() });
  const first = (await adviser.put(outcome_path, told)).body as { recorded_at: number };
  const again = await adviser.put(outcome_path, { ...told, waited_ms: 5_000 });
  expect(again.status).toBe(200);
  expect((again.body as { recorded_at: number }).recorded_at).toBe(first.recorded_at);
  const administrator = await StaffSession.open(server.local_url, demo_accounts.administrator);
  const { entries } = (await administrator.get('/api/v1/audit')).body as { entries: { act: string }[] };
  expect(entries.filter((entry) => entry.act === 'outcome_saved')).toHaveLength(3);
});

test('an outcome that was written before the one that stands does not push it aside', async () => {
  const late = await adviser.put(outcome_path, form({ outcome_id: new_ulid(), done: ['Plus ancien.'], waited_ms: 60_000 }));
  expect(late.status).toBe(200);
  expect((late.body as { form: { done: string[] } }).form.done).toEqual(['Le dossier est complet.']);
});

test.each([demo_accounts.second_adviser, demo_accounts.foreign_adviser, demo_accounts.mediator])(
  'the interview of an adviser has no outcome and no receipt for %s',
  async (email) => {
    const other = await StaffSession.open(server.local_url, email);
    expect((await other.put(outcome_path, form())).body).toMatchObject({ status: 404, code: 'interview_unknown' });
    expect((await other.get(`/api/v1/interviews/${interview_id}/receipt.pdf`)).body).toMatchObject({ status: 404 });
  },
);

test('a kiosk that is revoked during an interview is cut off at once, and its adviser is told', async () => {
  const technician = await StaffSession.open(server.local_url, demo_accounts.technician);
  const { kiosk } = kiosk_link.messages.find((message) => message.type === 'snapshot') as unknown as { kiosk: { kiosk_id: string } };
  expect((await technician.post(`/api/v1/kiosks/${kiosk.kiosk_id}/revoke`)).status).toBeLessThan(300);
  await expect.poll(() => kiosk_link.closed?.code).toBe(4003);
  await console_link.next('interview', (message) => (message.interview as { end_reason?: string }).end_reason === 'revoked');
});

test('an interview that the kiosk ended meanwhile still takes the outcome and the late end, and stays as it ended', async () => {
  const before = (await adviser.get(`/api/v1/interviews/${interview_id}`)).body as { interview: { ended_at: number; end_reason: string } };
  const saved = await adviser.put(outcome_path, form({ outcome_id: new_ulid(), done: ['Après la coupure.'] }));
  expect(saved.status).toBe(200);
  expect(await console_link.command('end_interview', { interview_id, waited_ms: 1_000 })).toMatchObject({ type: 'done' });
  const after = (await adviser.get(`/api/v1/interviews/${interview_id}`)).body as { interview: object; outcome: object };
  expect(after.interview).toMatchObject({ ended_at: before.interview.ended_at, end_reason: 'revoked', has_outcome: true });
  expect(after.outcome).toMatchObject({ form: { done: ['Après la coupure.'] } });
});

test('the adviser finds the interview and its receipt again after the end, and nobody else does', async () => {
  const mine = (await adviser.get('/api/v1/interviews')).body as { interviews: { interview: { interview_id: string }; allowed_actions: string[] }[] };
  expect(mine.interviews.map((one) => one.interview.interview_id)).toEqual([interview_id]);
  expect(mine.interviews[0]?.allowed_actions).toContain('read_receipt');
  expect((await adviser.get(`/api/v1/interviews/${interview_id}/receipt.pdf`)).status).toBe(200);
  const second = await StaffSession.open(server.local_url, demo_accounts.second_adviser);
  expect((await second.get('/api/v1/interviews')).body).toEqual({ interviews: [] });
  expect((await second.get(`/api/v1/interviews/${interview_id}/receipt.pdf`)).status).toBe(404);
});
