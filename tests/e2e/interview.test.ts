// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seconds_left } from '../support/countdown.ts';
import { remove_folder, temporary_folder } from '../support/folders.ts';
import { start_installation, type Installation } from '../support/installation.ts';
import { Adviser, Citizen, meet } from '../support/people.ts';
import { likeness, picture_of_pdf, read_marker, read_picture } from '../support/picture.ts';
import { run_parvis } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';
import { until } from '../support/until.ts';

let installation: Installation;
let citizen: Citizen;
let adviser: Adviser;
let folder: string;
beforeAll(async () => {
  folder = temporary_folder('story');
  installation = await start_installation({ commune: 'Bretenoux' });
  [adviser, citizen] = await Promise.all([Adviser.at_work(installation.server), Citizen.arrive(installation.kiosk)]);
});
afterAll(async () => {
  await citizen?.leave();
  await adviser?.leave();
  await installation?.stop();
  remove_folder(folder);
});

interface AuditEntry {
  act: string;
  detail: string;
}

async function audit(): Promise<AuditEntry[]> {
  const administrator = await StaffSession.open(installation.server.local_url, demo_accounts.administrator);
  return ((await administrator.get('/api/v1/audit')).body as { entries: AuditEntry[] }).entries;
}

test('a citizen touches a subject, rehearses, and is received: both see each other', async () => {
  await meet(citizen, adviser);
});

test('the adviser scans; the citizen sees the page first and sends it; what arrives is the paper on the glass', async () => {
  await adviser.scans();
  await adviser.reads('La personne regarde la page et décide');
  expect(await adviser.pages().count()).toBe(0);
  await citizen.sends_page();
  await adviser.has_pages(1);
  const pdf = await adviser.downloads_pdf(folder);
  const received = picture_of_pdf(pdf);
  expect(read_marker(received)).toBe(installation.form.code);
  expect(likeness(received, read_picture(installation.form.picture))).toBeGreaterThan(0.97);
  await citizen.reads('Envoyée');
});

test('the adviser proposes a PDF; the citizen agrees; the printer gets it byte for byte', async () => {
  await adviser.offers_print(installation.form.pdf);
  await adviser.reads_print_state('La personne décide');
  expect(installation.printer.papers()).toEqual([]);
  await citizen.agrees_to_print();
  await adviser.reads_print_state('Imprimée');
  expect(installation.printer.papers()).toHaveLength(1);
  expect(readFileSync(installation.printer.papers()[0] ?? '')).toEqual(readFileSync(installation.form.pdf));
});

test('the adviser writes what came of it; the receipt is printed with the citizen’s agreement', async () => {
  await adviser.writes_outcome();
  await adviser.button('Proposer le papier').click();
  await citizen.reads('Voici votre reçu. Voulez-vous l’imprimer ?');
  await citizen.agrees_to_print();
  await adviser.page.getByRole('dialog').getByText('Imprimée').waitFor();
  const [, receipt] = installation.printer.papers();
  const text = execFileSync('pdftotext', ['-layout', receipt ?? '', '-'], { encoding: 'utf8' });
  expect(text).toContain('Votre dossier est complet.');
});

test('goodbye: the citizen reads what was erased and the number of the receipt that was printed, and sees the seconds until the start go by', async () => {
  await adviser.says_goodbye();
  await citizen.reads('La borne n’a rien gardé');
  await citizen.reads(/La borne a effacé \d+ papiers?/);
  const [, receipt] = installation.printer.papers();
  const code = await citizen.page.locator('text=Le code de votre reçu').locator('xpath=following-sibling::p[1]').innerText();
  await citizen.page.getByRole('timer').getByText('Retour à l’accueil').waitFor();
  const seconds = await seconds_left(citizen.page);
  expect(seconds).toBeLessThanOrEqual(20);
  await until('the countdown to go on', async () => (await seconds_left(citizen.page)) < seconds);
  expect(execFileSync('pdftotext', [receipt ?? '', '-'], { encoding: 'utf8' })).toContain(code.trim());
  expect(installation.printer.spool_files()).toEqual([]);
});

test('the trail tells the wipe with its counts, and holds', async () => {
  const wiped = await until('the record of the wipe', async () => (await audit()).find((entry) => entry.act === 'papers_wiped'));
  expect(wiped.detail).toMatch(/reason=ended daemon_papers=[1-9]/);
  const acts = (await audit()).map((entry) => entry.act);
  for (const act of ['page_sent', 'print_agreed', 'outcome_saved']) expect(acts).toContain(act);
  expect(run_parvis(['audit', 'verify', '--config', installation.server.config_file])).toMatchObject({ status: 0 });
});

test('the kiosk goes back to its start by itself, and nobody sees anything of the one before', async () => {
  await citizen.is_at_start();
  const stored = await citizen.page.evaluate(() => ({ local: { ...localStorage }, session: { ...sessionStorage }, cookies: document.cookie }));
  expect(Object.keys(stored.local).concat(Object.keys(stored.session), stored.cookies === '' ? [] : [stored.cookies])).toEqual([]);
});

test('neither page complained of anything meanwhile, and nothing was missing: the voice had all its sentences', () => {
  expect([...citizen.window.complaints, ...adviser.window.complaints]).toEqual([]);
});
