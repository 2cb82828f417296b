// SPDX-License-Identifier: EUPL-1.2
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { let_pass_over_holds } from '../support/held_places.ts';
import { Visitor } from '../support/people.ts';
import { StartedServer } from '../support/server.ts';

// The secretary of the town hall makes the counter known; Odette has two things to ask, and is slow to type.

let server: StartedServer;
let secretary: Visitor;
let odette: Visitor;
let neighbour: Visitor;
/** The commune's own web site, on another origin. */
let commune: Server;
let lines = '';
beforeAll(async () => {
  server = await StartedServer.start();
  secretary = await Visitor.open_portal(server, { screen: { width: 1440, height: 900 } });
  odette = await Visitor.open_portal(server);
  neighbour = await Visitor.open_portal(server);
  commune = createServer((_, answer) => {
    answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    answer.end(`<!doctype html><html lang="fr"><head><title>Assier</title></head><body><main><h1>Assier</h1>${lines}</main></body></html>`);
  });
  await new Promise<void>((listening) => commune.listen(0, '127.0.0.1', listening));
});
afterAll(async () => {
  await secretary?.leave();
  await odette?.leave();
  await neighbour?.leave();
  commune?.close();
  await server?.stop();
});

async function is_clear(who: Visitor, screen: string): Promise<void> {
  expect.soft(await who.stumbling_blocks(), screen).toEqual([]);
  expect.soft(who.window.complaints, screen).toEqual([]);
}
const hours = (visitor: Visitor) => visitor.page.getByRole('button', { name: /^\S+ \d+\S* \S+ à \d+ h/ });

test('she finds what to print and what to show beside the counter, without an account', async () => {
  await secretary.link('Mairie d’Assier').first().click();
  await secretary.link('Faire connaître ce lieu').click();
  await secretary.is_at('Faire connaître : Mairie d’Assier');
  await secretary.page.frameLocator('iframe').getByRole('heading', { name: 'Mairie d’Assier' }).waitFor();
  await is_clear(secretary, 'share');
});

test('the poster is a file that opens', async () => {
  const address = await secretary.link('Affiche A4 (PDF)').getAttribute('href');
  const answer = await secretary.page.request.get(`${server.url}${address}`);
  expect(answer.status()).toBe(200);
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
});

test('the copied lines show the list of all counters within the commune’s own site, up to date and leading to the portal', async () => {
  await secretary.page.getByText('Tous les lieux du réseau').click();
  lines = await secretary.page.getByLabel('Lignes à copier').inputValue();
  await odette.page.goto(`http://127.0.0.1:${(commune.address() as AddressInfo).port}/`);
  const list = odette.page.frameLocator('iframe');
  expect(await list.getByRole('listitem').count()).toBe(13);
  await list.getByText(/^(Ouvert jusqu’à|Fermé)/).first().waitFor();
  await is_clear(odette, 'list in a frame');
  const opened = odette.page.context().waitForEvent('page');
  await list.getByRole('link', { name: 'Prendre rendez-vous : Mairie d’Assier' }).tap();
  const portal = await opened;
  await portal.getByRole('heading', { name: 'Mairie d’Assier' }).waitFor();
  await portal.close();
});

test('two subjects of one body are one appointment, as long as both; one may be taken back', async () => {
  await odette.page.goto(`${server.url}/portal/`);
  await odette.asks_for('Mairie de Bretenoux', 'Ma santé', 'Refaire ma carte Vitale');
  await odette.reads('Environ 15 minutes');
  await odette.touch('Ajouter un autre sujet');
  await odette.reads(/Dans le même rendez-vous, avec : .*\(CPAM\)/);
  await is_clear(odette, 'another subject?');
  await odette.touch('Payer moins cher mes soins');
  await odette.reads(/^Environ \d+ minutes$/);
  expect(Number(/\d+/.exec(await odette.page.getByText(/^Environ \d+ minutes$/).innerText())?.[0])).toBeGreaterThan(15);
  await odette.is_at('Choisissez votre rendez-vous');
  await is_clear(odette, 'two subjects');
  await odette.touch(/^Retirer Payer moins cher mes soins/);
  await odette.reads('Environ 15 minutes');
  await odette.page.goBack();
  await odette.touch(/^Prendre ce rendez-vous : .*Mairie de Bretenoux/);
  await odette.page.getByLabel('Votre prénom').fill('Odette');
  await odette.touch('Valider mon rendez-vous');
  await odette.is_at('C’est noté, Odette');
  await odette.reads(/Refaire ma carte Vitale, Payer moins cher mes soins/);
});

test('who meets the sign-in page of the staff by mistake is led to the portal', async () => {
  await neighbour.page.goto(`${server.url}/`);
  await neighbour.page.getByLabel('Adresse e-mail').waitFor();
  neighbour.window.complaints.length = 0; // the browser complains of the refusal that leads there
  await is_clear(neighbour, 'sign in');
  await neighbour.link(/^Vous voulez un rendez-vous/).tap();
  await neighbour.is_at('Parler à un conseiller, près de chez vous');
});

async function takes_an_hour(who: Visitor, which: number): Promise<string> {
  await who.page.goto(`${server.url}/portal/`);
  await who.asks_for('Mairie de Bretenoux', 'Ma santé', 'Refaire ma carte Vitale');
  await who.touch(/^Voir d’autres horaires : Mairie de Bretenoux/);
  await who.is_at(/^Tous les horaires/);
  await hours(who).nth(which).waitFor();
  const name = (await hours(who).nth(which).getAttribute('aria-label')) ?? '';
  await hours(who).nth(which).tap();
  await who.reads(/Nous gardons cette place/);
  return name;
}

test('when the five minutes are over and nobody came, she loses nothing by having been slow', async () => {
  await takes_an_hour(odette, 8);
  await odette.page.getByLabel('Votre prénom').fill('Odette');
  let_pass_over_holds(server, 6);
  await odette.touch('Valider mon rendez-vous');
  await odette.is_at('C’est noté, Odette');
  odette.window.complaints.length = 0; // the browser complains of the refusal before the second try
});

test('when somebody else took the place meanwhile, she is told so, and what she wrote is kept', async () => {
  const wanted = await takes_an_hour(odette, 12);
  await odette.page.getByLabel('Votre prénom').fill('Odette');
  let_pass_over_holds(server, 6);
  await neighbour.page.goto(`${server.url}/portal/`);
  await neighbour.asks_for('Mairie de Bretenoux', 'Ma santé', 'Refaire ma carte Vitale');
  await neighbour.touch(/^Voir d’autres horaires : Mairie de Bretenoux/);
  await neighbour.page.getByRole('button', { name: wanted, exact: true }).tap();
  await neighbour.page.getByLabel('Votre prénom').fill('Marcel');
  await neighbour.touch('Valider mon rendez-vous');
  await neighbour.is_at('C’est noté, Marcel');
  await odette.touch('Valider mon rendez-vous');
  await odette.reads(/Quelqu’un vient de prendre cette place\..*Ce que vous avez écrit est gardé\./);
  odette.window.complaints.length = 0;
  await is_clear(odette, 'place lost');
  await odette.button('Choisir un autre horaire').first().tap();
  await odette.is_at('Choisissez votre rendez-vous');
});
