// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begin_conversation, type Conversation } from '../support/conversation.ts';
import type { Installation } from '../support/installation.ts';
import type { Adviser, Citizen } from '../support/people.ts';
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

const wipes = async (): Promise<string[]> => {
  const administrator = await StaffSession.open(installation.server.local_url, demo_accounts.administrator);
  const { entries } = (await administrator.get('/api/v1/audit')).body as { entries: { act: string; detail: string }[] };
  return entries.filter((entry) => entry.act === 'papers_wiped').map((entry) => entry.detail);
};

test('the adviser’s page is loaded again during a conversation: it comes back, and the page that was sent too, unasked', async () => {
  await adviser.scans();
  await citizen.sends_page();
  await adviser.has_pages(1);
  await adviser.page.reload();
  await Promise.all([citizen.sees_adviser(40_000), adviser.sees_citizen(40_000)]);
  await adviser.has_pages(1);
  expect(await citizen.page.getByText('Envoyer cette page au conseiller ?').count()).toBe(0);
});

test('the kiosk’s program dies during a conversation, while a print waits for paper: people go on talking, and read that the kiosk starts again', async () => {
  installation.printer.set_mode('paper');
  await adviser.offers_print(installation.form.pdf);
  await citizen.agrees_to_print();
  await adviser.reads_print_state('Plus de papier');
  await installation.kiosk.kill();
  await citizen.reads('La borne redémarre. Vous pouvez continuer à parler.');
  await Promise.all([citizen.sees_adviser(), adviser.sees_citizen()]);
});

test('it is back: the page finds it again by itself, and the scanner works', async () => {
  await installation.kiosk.start_again();
  await until('the words to go', async () => (await citizen.page.getByText('La borne redémarre').count()) === 0, 30_000);
  await adviser.page.getByRole('tab', { name: 'Numériser' }).click();
  await adviser.scans();
  await citizen.sends_page();
  await adviser.has_pages(2);
  await Promise.all([citizen.sees_adviser(), adviser.sees_citizen()]);
});

test('the print that waited was taken back at the new start, and the adviser does not read that it was printed', async () => {
  await until('the wipe at the start in the trail', async () => (await wipes()).some((detail) => /^reason=startup.*spool_jobs=1/.test(detail)), 20_000);
  installation.printer.set_mode('ok');
  expect(installation.printer.spool_files()).toEqual([]);
  await adviser.page.getByRole('tab', { name: 'Montrer ou imprimer' }).click();
  const list = adviser.page.getByRole('list', { name: 'Impressions' });
  await expect.poll(() => list.innerText()).toMatch(/Résultat inconnu|Échec|Annulée/);
  expect(installation.printer.papers()).toEqual([]);
});

test('the end erases as always', async () => {
  await adviser.ends();
  await citizen.reads('La borne n’a rien gardé', 30_000);
  await until('the wipe of the end in the trail', async () => (await wipes()).some((detail) => detail.startsWith('reason=ended')), 20_000);
});
