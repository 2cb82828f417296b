// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leave_something_everywhere, stores_in_use } from '../support/browser_stores.ts';
import { remove_folder, temporary_folder } from '../support/folders.ts';
import { form_pdf, make_form, type Form } from '../support/form.ts';
import { start_installation, type Installation } from '../support/installation.ts';
import { found_in_children, found_in_folder, found_in_process, windows_of, type Window } from '../support/memory.ts';
import { Adviser, Citizen, meet } from '../support/people.ts';
import { place_unmistakable_page } from '../support/unmistakable_page.ts';
import { demo_accounts } from '../support/staff.ts';
import { until } from '../support/until.ts';

// Whatever was done with a paper at the kiosk, its program holds it while people talk and nothing of it afterwards.

let installation: Installation;
let citizen: Citizen;
let adviser: Adviser;
let folder: string;
let refused: Form;
let shown: Form;
/** More than a buffer's worth, and a little: the end of a document goes other ways than its beginning. */
let long_document: string;
/** Every paper that went between the kiosk's page and its daemon since the interview began, byte for byte. */
let papers: Promise<Window[]>[] = [];

beforeAll(async () => {
  folder = temporary_folder('nothing-left');
  installation = await start_installation({ commune: 'Bretenoux' });
  refused = make_form(folder, 'feedfacecafebeef', 'Attestation refusée');
  shown = make_form(folder, 'beefbeefbeefbeef', 'Courrier montré');
  long_document = join(folder, 'long.pdf');
  writeFileSync(long_document, form_pdf('0ddba11c0ffee123', 'Dossier complet', randomBytes(65_536 - 1_000)));
  [adviser, citizen] = await Promise.all([Adviser.at_work(installation.server), Citizen.arrive(installation.kiosk)]);
  citizen.page.on('requestfinished', (request) => {
    if (/\/local\/papers(\/|$)/.test(new URL(request.url()).pathname)) papers.push(windows_of_paper(request));
  });
});
afterAll(async () => {
  await citizen?.leave();
  await adviser?.leave();
  await installation?.stop();
  remove_folder(folder);
});

async function windows_of_paper(request: Request): Promise<Window[]> {
  const number = papers.length;
  if (request.method() === 'POST') return windows_of(`file ${number} from the adviser`, request.postDataBuffer() ?? Buffer.alloc(0));
  const response = await request.response();
  return windows_of(`paper ${number} of the kiosk`, (await response?.body()) ?? Buffer.alloc(0));
}

const seen = async (): Promise<Window[]> => (await Promise.all(papers)).flat();
const daemon = (): number => installation.kiosk.process.pid;

/** A script of the kiosk's page, by its address. */
const own_script = (): Promise<string> => citizen.page.locator('script[src]').first().evaluate((script) => (script as HTMLScriptElement).src);

/** The words for what the program still holds of these; none is what people expect. */
function left_of(windows: Window[]): string[] {
  return [
    ...found_in_process(daemon(), windows),
    ...found_in_children(daemon(), ['scan-worker', 'image-worker'], windows),
    ...found_in_folder(installation.kiosk.data, windows),
    ...installation.printer.spool_files(),
  ];
}

/** The control: the same search finds the papers while the interview runs. */
async function held(): Promise<string[]> {
  const found = found_in_process(daemon(), await seen());
  return [...new Set(found.map((what) => what.replace(/ at byte \d+$/, '')))].sort();
}

/** The question stands on the screen before the page behind it was read. */
const holds = (papers_at_least: number): Promise<true> => until('the papers to be held', async () => (await held()).length >= papers_at_least, 30_000);

test('pages that were kept, sent, turned and put together in black and white: held while people talk', async () => {
  const { strips } = place_unmistakable_page(installation, folder);
  await meet(citizen, adviser);
  await adviser.scans();
  await citizen.keeps_page();
  await adviser.reads('La personne garde cette page');
  await adviser.chooses('Couleur', 'Gris');
  await adviser.scans();
  await citizen.sends_page();
  await adviser.has_pages(1);
  await adviser.pages().first().click();
  await adviser.page.getByRole('dialog').getByRole('button', { name: 'Tourner à droite' }).click();
  await expect
    .poll(() => adviser.pages().first().evaluate((image) => (image as HTMLImageElement).naturalWidth > (image as HTMLImageElement).naturalHeight), { timeout: 30_000 })
    .toBe(true);
  await adviser.page.keyboard.press('Escape');
  await adviser.page.getByText('En noir et blanc').click();
  await adviser.downloads_pdf(folder);
  expect((await held()).length).toBeGreaterThanOrEqual(3);
  papers.push(Promise.resolve(strips));
});

test('documents that were printed twice on both sides, shown, refused, and the receipt: held as long as they are needed', async () => {
  await adviser.chooses_file(long_document);
  await adviser.page.getByLabel('Exemplaires').fill('2');
  await adviser.chooses('Faces', 'Recto verso');
  await adviser.button('Proposer l’impression').click();
  await citizen.agrees_to_print();
  await adviser.reads_print_state('Imprimée');
  const printed = windows_of('the printed document', readFileSync(long_document));
  expect(found_in_process(daemon(), printed)).toHaveLength(printed.length);
  await adviser.chooses_file(shown.pdf);
  await adviser.button('Montrer à la borne, sans imprimer').click();
  await citizen.reads('Le conseiller vous montre un document');
  const before_eyes = windows_of('the shown document', readFileSync(shown.pdf));
  expect(found_in_process(daemon(), before_eyes)).toHaveLength(before_eyes.length);
  await citizen.touch('Fermer');
  await adviser.offers_print(refused.pdf);
  await citizen.reads('Imprimer ?');
  const offered = windows_of('the refused document', readFileSync(refused.pdf));
  expect(found_in_process(daemon(), offered)).toHaveLength(offered.length);
  await citizen.touch('Ne pas imprimer');
  await adviser.reads_print_state('Refusée par la personne');
  await adviser.writes_outcome();
  await adviser.button('Proposer le papier').click();
  await citizen.reads('Voici votre reçu. Voulez-vous l’imprimer ?');
  await citizen.agrees_to_print();
  await adviser.page.getByRole('dialog').getByText('Imprimée').waitFor();
  expect(papers.length).toBeGreaterThanOrEqual(8);
  expect((await held()).filter((what) => what.startsWith('file')).length).toBeGreaterThanOrEqual(2);
});

test('the browser of the kiosk keeps what a page leaves with it, as long as people talk', async () => {
  const script = await own_script();
  await citizen.page.evaluate(leave_something_everywhere, script);
  expect(await citizen.page.evaluate(stores_in_use, script)).toHaveLength(7);
});

test('at the end nothing of any of them is left: program, children, disk, print spool', async () => {
  await adviser.says_goodbye();
  await citizen.goes();
  expect(left_of(await seen())).toEqual([]);
});

test('the browser has emptied every store, its cache as well, and the kiosk is ready for the next person', async () => {
  const script = await own_script();
  await expect.poll(() => citizen.page.evaluate(stores_in_use, script), { timeout: 10_000 }).toEqual([]);
  await citizen.page.reload();
  await citizen.is_at_start();
});

test('a citizen who stops while a page and a document wait for them leaves nothing either', async () => {
  papers = [];
  const { strips } = place_unmistakable_page(installation, folder);
  await meet(citizen, adviser);
  installation.printer.set_mode('paper');
  await adviser.offers_print(installation.form.pdf);
  await citizen.agrees_to_print();
  await adviser.reads_print_state('Plus de papier');
  await adviser.page.getByRole('tab', { name: 'Numériser' }).click();
  await adviser.scans();
  await citizen.reads('Envoyer cette page au conseiller ?');
  await holds(2);
  await citizen.touch('Arrêter');
  await citizen.touch('Oui, arrêter');
  await citizen.goes();
  expect(left_of([...(await seen()), ...strips])).toEqual([]);
});

test('a page that waited for a decision when the kiosk’s browser died is gone after a minute', async () => {
  papers = [];
  const { strips } = place_unmistakable_page(installation, folder);
  await adviser.leave();
  adviser = await Adviser.at_work(installation.server, demo_accounts.second_adviser);
  await meet(citizen, adviser);
  await adviser.scans();
  await citizen.reads('Envoyer cette page au conseiller ?');
  await holds(1);
  const windows = [...(await seen()), ...strips];
  await citizen.window.browser.close();
  await until('everything to be gone', () => left_of(windows).length === 0, 90_000);
});
