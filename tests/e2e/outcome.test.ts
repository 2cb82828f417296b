// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begin_conversation, type Conversation } from '../support/conversation.ts';
import { remove_folder, temporary_folder } from '../support/folders.ts';
import type { Adviser, Citizen } from '../support/people.ts';

// What an adviser writes at the end: about what, what came of it, what next; and corrected afterwards, as long as that is allowed.

let conversation: Conversation;
let citizen: Citizen;
let adviser: Adviser;
let folder: string;
beforeAll(async () => {
  folder = temporary_folder('outcome');
  conversation = await begin_conversation();
  ({ citizen, adviser } = conversation);
});
afterAll(async () => {
  await conversation?.end();
  remove_folder(folder);
});

const dialog = () => adviser.page.getByRole('dialog');
const past = () => adviser.page.getByRole('list', { name: 'Mes derniers entretiens' }).getByRole('listitem');
const correct = () => past().getByRole('button', { name: /^Corriger le résultat de Mairie de Bretenoux/ });

async function receipt_text(): Promise<string> {
  const address = await past().getByRole('link', { name: /Ouvrir le récapitulatif/ }).getAttribute('href');
  const answer = await adviser.page.request.get(`${conversation.installation.server.url}${address}`);
  const file = join(folder, 'receipt.pdf');
  writeFileSync(file, await answer.body());
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}

/** As if so many days had gone by since the interview. */
function let_days_pass(days: number): void {
  const database = new DatabaseSync(join(conversation.installation.server.data, 'parvis.db'));
  try {
    database.exec('PRAGMA busy_timeout = 10000');
    const change = 'UPDATE interview SET requested_at = requested_at - :ms, accepted_at = accepted_at - :ms, ended_at = ended_at - :ms';
    database.prepare(change).run({ ms: days * 86_400_000 });
  } finally {
    database.close();
  }
}

test('the talk was of something else, and something is left to do: the adviser says both, and the paper says it', async () => {
  await adviser.button('Terminer').click();
  await dialog().getByRole('button', { name: /Sujet de l’entretien/ }).click();
  await adviser.page.getByRole('option', { name: 'Ma santé' }).click();
  await dialog().locator('label').filter({ hasText: /^En partie$/ }).click();
  await dialog().getByLabel('Ce qui a été fait').fill('Votre carte est commandée.');
  await dialog().getByLabel('Quoi', { exact: true }).fill('Envoyer une photo');
  await dialog().getByLabel('Qui', { exact: true }).fill('Vous');
  expect(await adviser.stumbling_blocks()).toEqual([]);
  await dialog().getByRole('button', { name: 'Enregistrer' }).click();
  await adviser.button('Proposer le papier').click();
  await citizen.agrees_to_print();
  await dialog().getByText('Imprimée').waitFor();
  const [paper] = conversation.installation.printer.papers();
  const printed = execFileSync('pdftotext', ['-layout', paper ?? '', '-'], { encoding: 'utf8' });
  expect(printed).toContain('Ma santé');
  expect(printed).not.toContain('Ma famille');
  expect(printed).toContain('Envoyer une photo');
  await adviser.says_goodbye();
  await citizen.goes();
  await past().getByText('En partie').waitFor();
  await past().getByText('Ma santé').waitFor();
});

test('afterwards the adviser corrects it: the form holds what was written, and the corrected outcome is what is kept', async () => {
  await correct().click();
  await expect.poll(() => dialog().getByLabel('Ce qui a été fait').inputValue()).toBe('Votre carte est commandée.');
  expect(await dialog().getByLabel('Quoi', { exact: true }).inputValue()).toBe('Envoyer une photo');
  await dialog().getByLabel('Ce qui a été fait').fill('Votre carte est arrivée.');
  await dialog().getByLabel('Quoi', { exact: true }).fill('');
  await dialog().getByLabel('Qui', { exact: true }).fill('');
  await dialog().locator('label').filter({ hasText: /^Résolu$/ }).click();
  await dialog().getByRole('button', { name: 'Enregistrer' }).click();
  await past().getByText('Résolu').waitFor();
  expect(await dialog().count()).toBe(0);
  const text = await receipt_text();
  expect(text).toContain('Votre carte est arrivée.');
  expect(text).not.toContain('Envoyer une photo');
  expect(text).toContain('Ma santé');
});

test('when the time for it has run out meanwhile, the server says so; then there is no button any more', async () => {
  await correct().click();
  await dialog().getByLabel('Ce qui a été fait').fill('Trop tard.');
  let_days_pass(3);
  await dialog().getByRole('button', { name: 'Enregistrer' }).click();
  await dialog().getByText(/Le bilan ne peut plus être modifié/).waitFor();
  await adviser.page.keyboard.press('Escape');
  await adviser.page.reload();
  await past().getByText('Résolu').waitFor();
  expect(await correct().count()).toBe(0);
  expect(await receipt_text()).toContain('Votre carte est arrivée.');
});
