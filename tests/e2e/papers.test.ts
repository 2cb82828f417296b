// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begin_conversation, type Conversation } from '../support/conversation.ts';
import { remove_folder, temporary_folder } from '../support/folders.ts';
import { make_form, type Form } from '../support/form.ts';
import type { Installation } from '../support/installation.ts';
import type { Adviser, Citizen } from '../support/people.ts';
import { picture_of_pdf, read_marker } from '../support/picture.ts';

let conversation: Conversation;
let installation: Installation;
let citizen: Citizen;
let adviser: Adviser;
let folder: string;
let second: Form;
beforeAll(async () => {
  folder = temporary_folder('papers');
  second = make_form(folder, '0123456789abcdef', 'Attestation de loyer');
  conversation = await begin_conversation();
  ({ installation, citizen, adviser } = conversation);
});
afterAll(async () => {
  await conversation?.end();
  remove_folder(folder);
});

const pages_of = (pdf: string): number => Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))?.[1]);

/** Pages that the kiosk showed to the adviser small, before they were whole. */
const small_pictures = (): Promise<number> => adviser.page.locator('img[src^="data:image/jpeg"]').count();

test('a page that the citizen keeps never reaches the adviser', async () => {
  await adviser.scans();
  await citizen.keeps_page();
  await adviser.reads('La personne garde cette page');
  await citizen.reads('Pas envoyée');
  expect(await adviser.pages().count()).toBe(0);
  expect(await small_pictures()).toBe(0);
  expect(await adviser.button(/Télécharger.*PDF/).count()).toBe(0);
});

test('the page is scanned again, and now the citizen sends it', async () => {
  await adviser.scans();
  await citizen.sends_page();
  await adviser.has_pages(1);
  expect(await small_pictures()).toBe(1);
});

test('another paper on the glass follows: both come as one PDF, in their order', async () => {
  installation.scanner.place(second.picture);
  await adviser.chooses('Couleur', 'Gris');
  await adviser.scans();
  await citizen.sends_page();
  await adviser.has_pages(2);
  const pdf = await adviser.downloads_pdf(folder);
  expect(pages_of(pdf)).toBe(2);
  expect([1, 2].map((page) => read_marker(picture_of_pdf(pdf, page)))).toEqual([installation.form.code, second.code]);
});

test('the adviser changes the order, and the PDF follows', async () => {
  await adviser.button(/^Reculer la page/).first().click();
  const pdf = await adviser.downloads_pdf(folder);
  expect([1, 2].map((page) => read_marker(picture_of_pdf(pdf, page)))).toEqual([second.code, installation.form.code]);
});

test('a page that the adviser turns is turned by the kiosk and comes again, without a new question to the citizen', async () => {
  await adviser.pages().first().click();
  const dialog = adviser.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Tourner à droite' }).click();
  await expect
    .poll(() => adviser.pages().first().evaluate((image) => (image as HTMLImageElement).naturalWidth > (image as HTMLImageElement).naturalHeight), { timeout: 20_000 })
    .toBe(true);
  await citizen.reads('Vos papiers');
  expect(await citizen.page.getByText('Envoyer cette page').count()).toBe(0);
});

test('a document that the citizen refuses is not printed', async () => {
  await adviser.offers_print(installation.form.pdf);
  await citizen.reads('Imprimer ?');
  await citizen.touch('Ne pas imprimer');
  await adviser.reads_print_state('Refusée par la personne');
  expect(installation.printer.papers()).toEqual([]);
});

test('a file that only calls itself a PDF is refused in words before it goes anywhere', async () => {
  const text = join(folder, 'lettre.pdf');
  writeFileSync(text, 'Bonjour');
  await adviser.chooses_file(text);
  await adviser.reads(/« lettre.pdf » n’est ni un PDF, ni une image PNG ou JPEG. Rien n’est parti./);
});

test('at the end everything that was scanned is erased, what was kept too', async () => {
  await adviser.ends();
  await citizen.reads('La borne n’a rien gardé');
  expect(installation.printer.spool_files()).toEqual([]);
});
