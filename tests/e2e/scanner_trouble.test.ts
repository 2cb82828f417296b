// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begin_conversation, type Conversation } from '../support/conversation.ts';
import { remove_folder, temporary_folder } from '../support/folders.ts';
import type { Installation } from '../support/installation.ts';
import type { Adviser, Citizen } from '../support/people.ts';

// SANE's test driver stands for a feeder with ten sheets, and for every failure by its name. Its settings are read when
// the kiosk's program starts, so it is started again between the scenes: the conversation goes on meanwhile.
const feeder = (...options: string[]) => ({ scanner: { device: 'test:0', options: ['test-picture=Grid', ...options] } });

let conversation: Conversation;
let installation: Installation;
let citizen: Citizen;
let adviser: Adviser;
let folder: string;
beforeAll(async () => {
  folder = temporary_folder('scanner');
  conversation = await begin_conversation({ kiosk_settings: feeder() });
  ({ installation, citizen, adviser } = conversation);
});
afterAll(async () => {
  await conversation?.end();
  remove_folder(folder);
});

test('a stack in the feeder comes page by page, each with the citizen’s word, and leaves as one PDF', async () => {
  await adviser.chooses('Papier', 'Chargeur');
  await adviser.chooses('Points par pouce', '150');
  await adviser.chooses('Couleur', 'Gris');
  await adviser.scans();
  for (let sheet = 1; sheet <= 10; sheet += 1) {
    await citizen.page.getByRole('img', { name: `Votre papier, page ${sheet}`, exact: true }).waitFor({ timeout: 30_000 });
    await citizen.sends_page();
  }
  await adviser.has_pages(10);
  const pdf = await adviser.downloads_pdf(folder);
  expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(/Pages:\s+10\n/);
});

test.each([
  ['jammed', 'SANE_STATUS_JAMMED', 'Le papier est coincé dans le chargeur du scanner.', 'Une feuille est coincée dans le scanner. Appelez l’accueil.'],
  ['empty', 'SANE_STATUS_NO_DOCS', 'Le chargeur du scanner est vide.', /Il n’y a pas de feuille dans le scanner/],
  ['open', 'SANE_STATUS_COVER_OPEN', 'Le capot du scanner est ouvert.', /Le capot du scanner est ouvert. Fermez-le/],
])('a scanner that is %s says so in its own words, to the adviser and to the citizen', async (_what, status, to_adviser, to_citizen) => {
  await installation.kiosk.halt();
  await installation.kiosk.start_again(feeder(`read-return-value=${status}`));
  await adviser.scans();
  await adviser.reads(to_adviser, 30_000);
  await citizen.reads(to_citizen);
  await citizen.touch('J’ai compris');
});

test('once it is mended the next scan works', async () => {
  await installation.kiosk.halt();
  await installation.kiosk.start_again(feeder());
  await adviser.chooses('Papier', 'Vitre');
  await adviser.scans();
  await citizen.sends_page();
  await adviser.has_pages(11);
  await Promise.all([citizen.sees_adviser(), adviser.sees_citizen()]);
});
