// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { remove_folder, temporary_folder } from '../support/folders.ts';
import { make_form } from '../support/form.ts';
import { HomeVisitor } from '../support/home_visitor.ts';
import { Adviser } from '../support/people.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';
import { open_supply, type OpenSupply } from '../support/supply.ts';
import { until } from '../support/until.ts';

// Odette has an appointment from home: her own telephone, the code of her appointment, and nothing to install.

let server: StartedServer;
let desk: StaffSession;
let supply: OpenSupply;
let odette: HomeVisitor;
let nadia: Adviser;
let code: string;
let folder: string;
let letter: string;
let photo: string;
beforeAll(async () => {
  folder = temporary_folder('from-home');
  const forms = ['1111222233334444', '5555666677778888'].map((number, index) => make_form(folder, number, `Courrier, page ${index + 1}`).pdf);
  letter = join(folder, 'courrier.pdf');
  execFileSync('pdfunite', [...forms, letter]);
  photo = join(folder, 'photo.jpg');
  execFileSync('pdftoppm', ['-r', '100', '-singlefile', '-jpeg', letter, photo.replace(/\.jpg$/, '')]);
  server = await StartedServer.start({ settings: { interview: { call_seconds: 60 } } });
  supply = await open_supply(server, 'Refaire ma carte Vitale');
  desk = await StaffSession.open(server.local_url, demo_accounts.mediator);
  ({ code } = await supply.book(desk, 'Odette', 0, 'home'));
  [odette, nadia] = await Promise.all([HomeVisitor.join(server, code), Adviser.at_work(server, demo_accounts.foreign_adviser)]);
});
afterAll(async () => {
  await odette?.leave();
  await nadia?.leave();
  await server?.stop();
  remove_folder(folder);
});

test('she opens her link: when it is, with whom, and whether she is seen and heard', async () => {
  await odette.is_at('C’est bientôt à vous');
  await odette.reads('Assurance maladie');
  await odette.is_clear('ready');
  await odette.touch('Essayer ma caméra et mon micro');
  await odette.page.getByLabel('Vous, tel que le conseiller vous verra').waitFor();
  await odette.reads(/Dites quelques mots|On vous entend bien/);
  await odette.is_clear('seen and heard');
});

test('“I am there” gives her a place in the same line, with an honest wait', async () => {
  await odette.touch('Je suis là');
  await odette.is_at('Vous êtes dans la file');
  await odette.reads('Vous êtes le prochain');
  await odette.is_clear('waiting');
  await nadia.reads('La suivante est le n° 1, de chez soi');
});

test('the adviser calls with the same button; she answers, and both see each other', async () => {
  await nadia.page.keyboard.press('n');
  await odette.is_at('On vous appelle');
  await nadia.reads('La personne est appelée, chez elle');
  await odette.is_clear('called');
  await odette.touch('Répondre');
  await Promise.all([odette.sees_adviser(), nadia.sees_citizen()]);
  await odette.is_clear('interview');
  expect(await nadia.stumbling_blocks()).toEqual([]);
  await nadia.reads('De chez soi');
  expect(await nadia.button('Numériser').count()).toBe(0);
});

test('she mutes herself, and the adviser writes to her meanwhile', async () => {
  await odette.touch('Couper mon micro');
  await odette.button('Remettre mon micro').waitFor();
  await nadia.page.getByRole('tab', { name: 'Écrire' }).click();
  await nadia.page.getByRole('textbox').fill('Je cherche votre dossier.');
  await odette.reads('Je cherche votre dossier.');
  await odette.touch('Remettre mon micro');
});

const papers_question = 'Envoyer cette page au conseiller ?';
const picks = (file: string) => odette.page.locator('input[type=file]').setInputFiles(file);
const acts = async (): Promise<string[]> => {
  const administrator = await StaffSession.open(server.local_url, demo_accounts.administrator);
  return ((await administrator.get('/api/v1/audit')).body as { entries: { act: string }[] }).entries.map((entry) => entry.act);
};

test('the adviser asks for a paper: she chooses a photo that she has, sees it, and sends it; nothing leaves before', async () => {
  await nadia.page.getByRole('tab', { name: 'Demander un papier' }).click();
  await nadia.button('Demander un papier').click();
  await odette.reads('Le conseiller vous demande un papier');
  await odette.is_clear('asked');
  await picks(photo);
  await odette.reads(papers_question);
  await odette.is_clear('page');
  await nadia.reads('La personne regarde la page et décide');
  expect(await nadia.pages().count()).toBe(0);
  await odette.touch(/^Envoyer$/);
  await nadia.has_pages(1);
  await odette.reads('Le conseiller a reçu une page');
});

test('of a file she sends one page and keeps the other', async () => {
  await picks(letter);
  await odette.reads(papers_question);
  await odette.touch('Ne pas envoyer');
  await nadia.reads('La personne garde cette page');
  await odette.page.getByRole('img', { name: 'Page 3' }).waitFor();
  await odette.touch(/^Envoyer$/);
  await nadia.has_pages(2);
});

test('the adviser turns a page and downloads all of them as one PDF', async () => {
  await nadia.pages().first().click();
  await nadia.button('Tourner à droite').click();
  const lies = () => nadia.pages().first().evaluate((picture) => (picture as HTMLImageElement).naturalWidth > (picture as HTMLImageElement).naturalHeight);
  await until('the page to lie', async () => (await nadia.pages().count()) === 2 && (await lies()));
  const pdf = await nadia.downloads_pdf(folder, 'reçu.pdf');
  expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(/Pages:\s+2/);
});

test('the adviser shows a document: both have the same page before them', async () => {
  await nadia.page.getByRole('tab', { name: 'Montrer ou donner' }).click();
  await nadia.page.locator('input[type=file]').setInputFiles(letter);
  await nadia.button('Montrer à l’écran de la personne').click();
  await odette.reads('Le conseiller vous montre');
  await nadia.reads('La personne a la page 1 sur 2 devant elle.');
  await odette.is_clear('shown');
  await odette.touch('Page suivante');
  await nadia.reads('La personne a la page 2 sur 2 devant elle.');
  await odette.touch('Fermer');
});

test('the adviser gives it: she saves it on her own device', async () => {
  await nadia.button('Donner ce document').click();
  await odette.reads('Le conseiller vous donne ce document');
  await odette.is_clear('given');
  const saving = odette.page.waitForEvent('download');
  await odette.touch('Enregistrer sur mon appareil');
  const saved = join(folder, 'chez-odette.pdf');
  await (await saving).saveAs(saved);
  expect(readFileSync(saved)).toEqual(readFileSync(letter));
  await nadia.reads('Enregistré par la personne');
  await odette.touch('Fermer');
});

test('her page is loaded again: she is back in the conversation without a word', async () => {
  await odette.page.reload();
  await Promise.all([odette.sees_adviser(), nadia.sees_citizen()]);
  await odette.is_clear('back');
});

test('the server dies and comes back: they go on talking', async () => {
  await server.kill();
  await nadia.reads(/Serveur injoignable/);
  await Promise.all([odette.sees_adviser(), nadia.sees_citizen()]);
  await server.start_again();
  await nadia.page.getByText('Connecté', { exact: true }).waitFor();
  await Promise.all([odette.sees_adviser(), nadia.sees_citizen()]);
  odette.window.complaints.length = 0; // the browser complains of the server that was away
});

test('another device with her code takes over, her telephone says so, and she takes it back', async () => {
  const other = await HomeVisitor.join(server, code);
  try {
    await other.sees_adviser();
    await odette.is_at('Ouvert sur un autre appareil');
    await odette.is_clear('replaced');
    await odette.touch('Continuer ici');
    await other.is_at('Ouvert sur un autre appareil');
    await Promise.all([odette.sees_adviser(), nadia.sees_citizen()]);
  } finally {
    await other.leave();
  }
});

test('the end: the receipt on her screen, the number of the interview, and nothing is left', async () => {
  await nadia.writes_outcome();
  await nadia.button('Proposer le papier').click();
  await odette.reads('Ce que nous avons fait, par écrit');
  await odette.is_clear('receipt');
  const saving = odette.page.waitForEvent('download');
  await odette.touch('Enregistrer sur mon appareil');
  await saving;
  await nadia.says_goodbye();
  await odette.is_at('C’est terminé, merci');
  await odette.reads('Cet appareil n’a rien gardé.');
  await odette.is_clear('farewell');
  await nadia.page.getByRole('link', { name: /^Ouvrir le récapitulatif de l’entretien de chez soi/ }).waitFor();
  expect(new URL(odette.page.url()).hash).toBe('');
  expect(await odette.page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
  await until('the record of the wipe', async () => (await acts()).includes('papers_wiped'));
  const told = await acts();
  expect(told.filter((act) => act === 'page_sent')).toHaveLength(2);
  expect(told.filter((act) => act === 'page_kept')).toHaveLength(1);
});
