// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begin_conversation, type Conversation } from '../support/conversation.ts';
import type { Installation } from '../support/installation.ts';
import { Adviser, Citizen, meet } from '../support/people.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';
import { until } from '../support/until.ts';

let conversation: Conversation;
let installation: Installation;
let citizen: Citizen;
let adviser: Adviser;
beforeAll(async () => {
  conversation = await begin_conversation();
  ({ installation, citizen, adviser } = conversation);
});
afterAll(() => conversation?.end());

interface Reading {
  interview: { interview_id: string; state: string; end_reason: string; ended_at: number };
  outcome?: { form: { done: string[] }; occurred_at: number; recorded_at: number };
}

const not_saved = 'Mairie de Bretenoux : le résultat n’est pas encore enregistré';
const session = (email: string): Promise<StaffSession> => StaffSession.open(installation.server.local_url, email);
async function held(): Promise<Reading[]> {
  return ((await (await session(demo_accounts.adviser)).get('/api/v1/interviews')).body as { interviews: Reading[] }).interviews;
}
async function times(act: string): Promise<number> {
  const { entries } = (await (await session(demo_accounts.administrator)).get('/api/v1/audit')).body as { entries: { act: string }[] };
  return entries.filter((entry) => entry.act === act).length;
}
const nothing_unsent = () => adviser.page.getByText(not_saved).first().waitFor({ state: 'detached', timeout: 40_000 });

let back_at: number;

test('the server is dead: the adviser writes the outcome all the same, and reads that it is not saved yet', async () => {
  await installation.server.kill();
  await adviser.reads(/Serveur injoignable/);
  await adviser.writes_outcome();
  await adviser.reads(not_saved);
  expect(await adviser.button('Proposer le papier').isDisabled()).toBe(true);
});

test('they say goodbye: without any server the citizen’s end screen comes and the kiosk is wiped', async () => {
  await adviser.says_goodbye();
  await citizen.reads('La borne n’a rien gardé');
  await adviser.reads(not_saved);
  await adviser.button('Terminer').waitFor({ state: 'detached' });
});

test('the server comes back: the outcome is there once, with the time of its writing, and the page forgets it', async () => {
  back_at = Date.now();
  await installation.server.start_again();
  await nothing_unsent();
  const [reading] = await until('the end of the interview', async () => {
    const found = await held();
    return found.length > 0 ? found : undefined;
  });
  expect(reading?.interview).toMatchObject({ state: 'ended', end_reason: 'finished' });
  expect(reading?.interview.ended_at).toBeLessThan(back_at);
  expect(reading?.outcome?.form.done).toEqual(['Votre dossier est complet.']);
  expect(reading?.outcome?.occurred_at).toBeLessThan(back_at);
  expect(reading?.outcome?.recorded_at).toBeGreaterThan(back_at);
  await until('the record of the wipe', async () => (await times('papers_wiped')) > 0);
  for (const act of ['outcome_saved', 'interview_ended', 'papers_wiped']) expect(await times(act), act).toBe(1);
  expect(await adviser.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('parvis.unsent')))).toEqual([]);
});

test('the adviser finds the receipt that could not be printed among the last interviews', async () => {
  const link = adviser.page.getByRole('link', { name: /Ouvrir le récapitulatif de Mairie de Bretenoux/ });
  const [receipt] = await Promise.all([adviser.page.waitForEvent('popup'), link.click()]);
  await receipt.close();
  const address = await link.getAttribute('href');
  const answer = await adviser.page.request.get(new URL(address ?? '', adviser.page.url()).href);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  expect((await answer.body()).subarray(0, 5).toString('latin1')).toBe('%PDF-');
});

test('kiosk and adviser are free again; an outcome that cannot be sent outlives a reload of the page', async () => {
  await citizen.goes();
  await meet(citizen, adviser);
  adviser.page.on('dialog', (dialog) => void dialog.accept());
  await adviser.page.route('**/outcome', (route) => route.abort());
  await adviser.ends();
  await citizen.reads('La borne n’a rien gardé');
  await adviser.reads(not_saved);
  await adviser.page.reload();
  await adviser.reads(not_saved);
  await adviser.page.unroute('**/outcome');
  await nothing_unsent();
  expect(await times('outcome_saved')).toBe(2);
});

test('the citizen stops while the server is away: the adviser reads it and writes the outcome', async () => {
  await citizen.goes();
  await meet(citizen, adviser);
  await installation.server.kill();
  await citizen.touch('Arrêter');
  await citizen.touch(/^Oui, arrêter$/);
  await citizen.reads('La borne n’a rien gardé');
  await adviser.reads('La personne a arrêté l’entretien');
  await adviser.ends();
  await adviser.reads(not_saved);
  await installation.server.start_again();
  await nothing_unsent();
  await until('the third outcome', async () => (await times('outcome_saved')) === 3);
  expect((await held())[0]?.interview.end_reason).toMatch(/^(citizen_left|finished)$/);
});
