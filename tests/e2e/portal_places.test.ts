// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day_of } from '../support/booking.ts';
import { Visitor } from '../support/people.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';

// Marcel, 81, knows the name of his village and no other address. His granddaughter lets her telephone say where it is.

const cajarc = { latitude: 44.4853, longitude: 1.8433 };

let server: StartedServer;
let marcel: Visitor;
let granddaughter: Visitor;
beforeAll(async () => {
  server = await StartedServer.start();
  marcel = await Visitor.open_portal(server);
  granddaughter = await Visitor.open_portal(server, { position: cajarc });
});
afterAll(async () => {
  await marcel?.leave();
  await granddaughter?.leave();
  await server?.stop();
});

async function is_clear(who: Visitor, screen: string): Promise<void> {
  expect.soft(await who.stumbling_blocks(), screen).toEqual([]);
  expect.soft(who.window.complaints, screen).toEqual([]);
  const width = await who.page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, `${screen} is wider than the telephone`).toBeLessThanOrEqual(390);
}

async function writes(who: Visitor, village: string): Promise<void> {
  await who.page.getByLabel('Votre village').fill(village);
}

test('from a village without a counter he is led to the nearest one, with its distance', async () => {
  await writes(marcel, 'cajarc');
  await marcel.is_at('Les lieux les plus proches de Cajarc');
  await marcel.reads(/^Assier · à 21 km$/);
  expect((await marcel.counters()).length).toBe(5);
  await is_clear(marcel, 'found');
});

test('a postcode will do as well, and "St" is "Saint"', async () => {
  await writes(marcel, '46160');
  await marcel.is_at('Les lieux les plus proches de Cajarc');
  await writes(marcel, 'st cirq lapopie');
  await marcel.is_at('Les lieux les plus proches de Saint-Cirq-Lapopie');
});

test('where the table knows a village only roughly, the distance is "about"', async () => {
  await writes(marcel, 'carlucet');
  await marcel.is_at('Les lieux les plus proches de Carlucet');
  await marcel.reads(/à environ \d*[05] km$/);
});

test('an old commune is found under the name that he still says', async () => {
  await writes(marcel, 'bagat en quercy');
  await marcel.is_at('Les lieux les plus proches de Bagat-en-Quercy');
  await marcel.reads('Bagat-en-Quercy fait maintenant partie de Barguelonne-en-Quercy.');
});

test('of two villages with one name the one with a counter comes first, and the other is a touch away', async () => {
  await writes(marcel, 'l’isle jourdain');
  await marcel.is_at('Les lieux les plus proches de L’Isle-Jourdain');
  await marcel.button('L’Isle-Jourdain (32)').waitFor();
  await is_clear(marcel, 'namesakes');
  expect((await marcel.counters())[0]).toMatch(/L’Isle-Jourdain/);
  await marcel.touch('L’Isle-Jourdain (32)');
  await marcel.reads(/le plus proche est à \d+ km/);
});

test('from far away he is told how far it is, instead of being sent there without a word', async () => {
  await writes(marcel, 'Marseille');
  await marcel.is_at('Les lieux les plus proches de Marseille');
  await marcel.reads(/le plus proche est à \d{3} km/);
});

test('the map shows the counters around the village; a touch or a key opens one', async () => {
  await writes(marcel, 'cajarc');
  await marcel.is_at('Les lieux les plus proches de Cajarc');
  await marcel.touch('Voir la carte');
  const map = marcel.page.getByRole('navigation', { name: 'Carte des lieux d’accueil' });
  await map.getByRole('link', { name: /Assier/ }).waitFor();
  expect(await map.getByRole('link').count()).toBe(13);
  await is_clear(marcel, 'map');
  await map.getByRole('link', { name: /Assier/ }).focus();
  await marcel.page.keyboard.press('Enter');
  await marcel.is_at(/Assier/);
  await marcel.page.goBack();
  await marcel.is_at('Les lieux les plus proches de Cajarc');
});

test('a telephone that says where it is has the nearest counters first', async () => {
  await granddaughter.touch('Autour de moi');
  await granddaughter.is_at('Les lieux les plus proches de vous');
  await granddaughter.reads(/^Assier · à 21 km$/);
  await is_clear(granddaughter, 'around me');
});

test('a telephone that does not say it leaves him where he was, with a way on', async () => {
  await marcel.page.goto(`${server.url}/portal/`);
  await marcel.touch('Autour de moi');
  await marcel.reads(/Votre téléphone n’a pas donné votre position/);
  expect(await marcel.counters()).toHaveLength(13);
  await is_clear(marcel, 'no position');
});

test('a counter that is closed today says why, in the list and on its page', async () => {
  const administrator = await StaffSession.open(server.local_url, demo_accounts.administrator);
  const networks = ((await administrator.get('/api/v1/network')).body as { networks: { sites: { site_id: string; commune: string }[] }[] }).networks;
  const site = networks.flatMap(({ sites }) => sites).find(({ commune }) => commune === 'Assier')?.site_id ?? '';
  const closed = await administrator.put(`/api/v1/sites/${site}/exceptions/${day_of(Date.now())}`, { reason: 'Foire aux oies', hours: [] });
  expect(closed.status).toBe(200);
  await marcel.page.goto(`${server.url}/portal/`);
  await writes(marcel, 'assier');
  await marcel.reads(/^Fermé aujourd’hui : Foire aux oies\. Ouvre/);
  await marcel.touch(/Assier/);
  await marcel.is_at('Venir ou téléphoner');
  await marcel.reads(/^Aujourd’hui, /);
  await marcel.reads('Foire aux oies');
  await is_clear(marcel, 'closed today');
});
