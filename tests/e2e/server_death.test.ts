// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begin_conversation, type Conversation } from '../support/conversation.ts';
import { remove_folder, temporary_folder } from '../support/folders.ts';
import type { Installation } from '../support/installation.ts';
import type { Adviser, Citizen } from '../support/people.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';
import { until } from '../support/until.ts';

let conversation: Conversation;
let installation: Installation;
let citizen: Citizen;
let adviser: Adviser;
let folder: string;
let bell_sound: string;
beforeAll(async () => {
  folder = temporary_folder('bell');
  bell_sound = join(folder, 'bell.wav');
  conversation = await begin_conversation({
    kiosk_settings: { bell: { player: ['dd', `of=${bell_sound}`, 'status=none'] } },
  });
  ({ installation, citizen, adviser } = conversation);
});
afterAll(async () => {
  await conversation?.end();
  remove_folder(folder);
});

async function acts(): Promise<string[]> {
  const administrator = await StaffSession.open(installation.server.local_url, demo_accounts.administrator);
  return ((await administrator.get('/api/v1/audit')).body as { entries: { act: string }[] }).entries.map((entry) => entry.act);
}

test('the server dies during a conversation: it goes on, and the adviser scans meanwhile', async () => {
  await installation.server.kill();
  await adviser.reads(/Serveur injoignable/, 30_000);
  await Promise.all([citizen.sees_adviser(), adviser.sees_citizen()]);
  await adviser.scans();
  await citizen.sends_page();
  await adviser.has_pages(1);
});

test('it comes back to the same conversation: scanning goes on, nothing was interrupted', async () => {
  await installation.server.start_again();
  await adviser.page.getByText('Connecté', { exact: true }).waitFor({ timeout: 30_000 });
  await Promise.all([citizen.sees_adviser(), adviser.sees_citizen()]);
  await adviser.scans();
  await citizen.sends_page();
  await adviser.has_pages(2);
  expect(await adviser.page.getByText('La ligne est coupée').count()).toBe(0);
});

test('the adviser ends as usual; what happened without the server is in its trail, once', async () => {
  await adviser.ends();
  await citizen.reads('La borne n’a rien gardé', 30_000);
  await until('the record of the wipe', async () => (await acts()).includes('papers_wiped'));
  const told = await acts();
  expect(told.filter((act) => act === 'page_sent')).toHaveLength(2);
  expect(told.filter((act) => act === 'papers_wiped')).toHaveLength(1);
});

test('without the server the kiosk says so plainly, with the hours and the telephone that it knew last', async () => {
  await citizen.goes();
  await installation.server.halt();
  await citizen.reads('La connexion ne marche pas pour le moment', 30_000);
  for (const words of ['Mairie de Bretenoux', '05 36 49 10 01', 'Heures d’ouverture']) await citizen.reads(words);
});

test('a page that is opened without the server says the same', async () => {
  await citizen.page.reload();
  await citizen.reads('La connexion ne marche pas pour le moment', 30_000);
  await citizen.reads('05 36 49 10 01');
});

test('the bell is then a sound of the kiosk’s own loudspeaker', async () => {
  await citizen.touch('Appeler l’accueil');
  await citizen.reads('Ça sonne à l’accueil');
  await until('the sound', () => existsSync(bell_sound) && readFileSync(bell_sound).length > 10_000);
  expect(readFileSync(bell_sound).subarray(0, 4).toString('latin1')).toBe('RIFF');
});

test('once the server is back the kiosk is as before, by itself', async () => {
  await installation.server.start_again();
  await citizen.is_at_start(40_000);
});
