// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begin_conversation, type Conversation } from '../support/conversation.ts';
import { remove_folder, temporary_folder } from '../support/folders.ts';
import { make_form, type Form } from '../support/form.ts';
import type { Installation } from '../support/installation.ts';
import type { Adviser, Citizen } from '../support/people.ts';
import { crooked, likeness, picture_of_pdf, read_marker, read_picture } from '../support/picture.ts';
import { until } from '../support/until.ts';

// Each thing that an adviser can do with one page, done by the real kiosk with its real scanner.

let conversation: Conversation;
let installation: Installation;
let citizen: Citizen;
let adviser: Adviser;
let folder: string;
let second: Form;
let better: Form;
beforeAll(async () => {
  folder = temporary_folder('retouched');
  second = make_form(folder, '0123456789abcdef', 'Attestation de loyer');
  better = make_form(folder, 'fedcba9876543210', 'Demande bien posée');
  conversation = await begin_conversation();
  ({ installation, citizen, adviser } = conversation);
});
afterAll(async () => {
  await conversation?.end();
  remove_folder(folder);
});

const dialog = () => adviser.page.getByRole('dialog');

/** Opens a page large, and gives its picture. */
async function opened(index: number): Promise<Locator> {
  await adviser.pages().nth(index).click();
  const picture = dialog().locator('img');
  await picture.waitFor();
  return picture;
}

async function size_of(picture: Locator): Promise<{ width: number; height: number }> {
  await until('a picture', () => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth > 0));
  return picture.evaluate((image) => ({ width: (image as HTMLImageElement).naturalWidth, height: (image as HTMLImageElement).naturalHeight }));
}

/** A page that the kiosk has worked on comes whole, without a small picture before it. */
async function is_retouched(index: number): Promise<Locator> {
  const picture = adviser.pages().nth(index);
  await until('the page from the kiosk', async () => ((await picture.getAttribute('src')) ?? '').startsWith('blob:'), 60_000);
  return picture;
}

const press = (name: string) => dialog().getByRole('button', { name, exact: true }).click();

/** The page that is open; it is closed again. */
async function downloaded_alone(): Promise<string> {
  const coming = adviser.page.waitForEvent('download');
  await press('Télécharger');
  const download = await coming;
  const file = join(folder, download.suggestedFilename());
  await download.saveAs(file);
  await adviser.page.keyboard.press('Escape');
  return file;
}

async function scans_and_sends(picture: string, count: number): Promise<void> {
  installation.scanner.place(picture);
  await adviser.scans();
  await citizen.sends_page();
  await adviser.has_pages(count, 90_000);
}

const markers = async (count: number): Promise<string[]> => {
  const pdf = await adviser.downloads_pdf(folder);
  return Array.from({ length: count }, (_, index) => read_marker(picture_of_pdf(pdf, index + 1)));
};

test('a page is scanned again as before; while the citizen keeps the new one, the old one stays', async () => {
  await scans_and_sends(installation.form.picture, 1);
  await scans_and_sends(second.picture, 2);
  installation.scanner.place(better.picture);
  await opened(0);
  await press('Numériser à nouveau');
  await citizen.keeps_page();
  await adviser.reads('La personne garde cette page');
  await adviser.has_pages(2);
  expect(await markers(2)).toEqual([installation.form.code, second.code]);
});

test('it is scanned again, and the one that the citizen sends takes the place of the old one', async () => {
  await opened(0);
  await press('Numériser à nouveau');
  const papers = adviser.page.locator('ol[aria-live] > li'); // both pages, and the one that was kept
  await until('the new page beside the old one', async () => (await papers.count()) === 4, 30_000);
  await citizen.sends_page();
  await until('the new page in place of the old one', async () => (await papers.count()) === 3, 90_000);
  await adviser.has_pages(2);
  expect(await markers(2)).toEqual([better.code, second.code]);
});

test('one page is downloaded alone, as it was scanned', async () => {
  await opened(1);
  const file = await downloaded_alone();
  expect(file).toMatch(/Page \d+\.jpg$/);
  expect([...readFileSync(file).subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
});

test('half of a page is kept: what comes is half as wide', async () => {
  const before = await size_of(await opened(1));
  await press('Recadrer');
  const edge = dialog().getByRole('slider', { name: 'Bord droit' });
  await edge.focus();
  for (let step = 0; step < 50; step += 1) await edge.press('ArrowLeft');
  expect(await edge.getAttribute('aria-valuenow')).toBe('50');
  await press('Garder cette partie');
  const after = await size_of(await is_retouched(1));
  expect(after.width / before.width).toBeCloseTo(0.5, 2);
  expect(after.height).toBe(before.height);
});

test('a page that is not wanted is dropped: it is in no document', async () => {
  await opened(1);
  await press('Retirer');
  await adviser.has_pages(1);
  expect(await markers(1)).toEqual([better.code]);
});

test('a crooked page is set upright', async () => {
  const upright = read_picture(better.picture);
  const slanted = join(folder, 'crooked.pgm');
  writeFileSync(slanted, crooked(upright, 3));
  await scans_and_sends(slanted, 2);
  const page_like_form = async () => likeness(picture_of_pdf(await adviser.downloads_pdf(folder), 2), upright);
  expect(await page_like_form()).toBeLessThan(0.7);
  await opened(1);
  await press('Redresser');
  await is_retouched(1);
  expect(await page_like_form()).toBeGreaterThan(0.85);
});

test('a page becomes black and white: a PNG of two tones', async () => {
  await opened(0);
  await press('Noir et blanc');
  await is_retouched(0);
  await opened(0);
  const file = await downloaded_alone();
  expect(file).toMatch(/\.png$/);
  expect(readFileSync(file)[24]).toBe(1); // in a PNG's head, after width and height: bits a dot
});

test('only the second page of a document is printed, in colour and not in grey as usual: so the printer is told', async () => {
  const two = join(folder, 'two.pdf');
  execFileSync('pdfunite', [installation.form.pdf, second.pdf, two]);
  await adviser.chooses_file(two);
  await adviser.page.getByLabel('Pages').fill('2');
  await adviser.chooses('Couleur', 'Couleur');
  await adviser.button('Proposer l’impression').click();
  await citizen.agrees_to_print();
  await adviser.reads_print_state('Imprimée');
  const [options] = installation.printer.told();
  expect(options).toMatch(/(^| )page-ranges=2( |$)/);
  expect(options).toMatch(/(^| )print-color-mode=color( |$)/);
  expect(installation.printer.papers()).toHaveLength(1);
});
