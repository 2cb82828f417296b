// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HttpSink } from '../support/http_sink.ts';
import { free_port } from '../support/network.ts';
import { asked_at_any_hour, one_place, type OnePlace } from '../support/one_place.ts';
import { Mediator } from '../support/mediator.ts';
import { Visitor } from '../support/people.ts';
import { StartedServer } from '../support/server.ts';
import { until } from '../support/until.ts';

// Nothing is free. Odette asks on her telephone to be told, Lucien at the desk after her; then Rose cancels.

const motive = 'Refaire ma carte Vitale';
const hers = '+33612345678';
const his = '+33622222222';

let gateway: HttpSink;
let server: StartedServer;
let town: OnePlace;
let odette: Visitor;
let mediator: Mediator;
let code: string;
beforeAll(async () => {
  gateway = await HttpSink.start();
  const port = await free_port();
  server = await StartedServer.start({
    port,
    settings: { portal_url: `http://127.0.0.1:${port}`, text_messages: { url: gateway.url, sender: 'PARVIS' }, waiting_list: asked_at_any_hour },
  });
  town = await one_place(server, motive);
  odette = await Visitor.open_portal(server);
  mediator = await Mediator.at_desk(server);
});
afterAll(async () => {
  await odette?.leave();
  await mediator?.leave();
  await server?.stop();
  await gateway?.stop();
});

const texts_to = (number: string): string[] => gateway.asked.filter(({ body }) => body['to'] === number).map(({ body }) => String(body['text']));
const link_in = (text: string): string => /https?:\/\/\S+step=offer#\S+?(?= |$)/.exec(text)?.[0] ?? '';
const list = () => mediator.page.getByRole('region', { name: 'Attendent un rendez-vous' });

async function is_clear(screen: string): Promise<void> {
  expect.soft(await odette.stumbling_blocks(), screen).toEqual([]);
  expect.soft(odette.window.complaints, screen).toEqual([]);
  const width = await odette.page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, `${screen} is wider than the telephone`).toBeLessThanOrEqual(390);
}

test('who finds nothing asks to be told, with a first name and a number', async () => {
  await odette.asks_for('Mairie de Bretenoux', 'Ma santé', motive);
  await odette.is_at('Pas de place ici pour le moment');
  await odette.touch('Me prévenir si une place se libère');
  await odette.touch('Prévenez-moi');
  await odette.reads(/Donnez un numéro ou un e-mail/);
  await is_clear('be told, without a number');
  await odette.page.getByLabel('Votre prénom').fill('Odette');
  await odette.page.getByLabel('Votre numéro de portable').fill('06 12 34 56 78');
  await odette.touch('Prévenez-moi');
  await odette.reads(/Si une place se libère avant le .* vous recevez un message/);
  code = await odette.page.getByText(/^[A-Z0-9]{5}-[A-Z0-9]{5}$/).innerText();
  await is_clear('on the list');
});

test('at the desk the same is a fourth way, by keyboard, and the list stands in order', async () => {
  await mediator.button('Prendre rendez-vous').click();
  const dialog = mediator.page.getByRole('dialog');
  await dialog.getByRole('button', { name: motive }).click();
  await dialog.getByRole('button', { name: 'Prévenir si une place se libère' }).focus();
  await mediator.page.keyboard.press('Enter');
  await dialog.getByLabel(/Prénom/).fill('Lucien');
  await dialog.getByLabel(/Téléphone/).fill('06 22 22 22 22');
  expect.soft(await mediator.stumbling_blocks(), 'fourth way').toEqual([]);
  await dialog.getByRole('button', { name: 'Mettre sur la liste' }).focus();
  await mediator.page.keyboard.press('Enter');
  await mediator.reads('Lucien attend un rendez-vous');
  await list().getByText('Lucien').waitFor();
  expect(await list().getByRole('listitem').allInnerTexts()).toEqual([expect.stringContaining('Odette'), expect.stringContaining('Lucien')]);
  expect.soft(await mediator.stumbling_blocks(), 'waiting list').toEqual([]);
});

test('Rose cancels: Odette is asked by text message, Lucien is not', async () => {
  await town.rose_cancels();
  await until('the text to Odette', () => texts_to(hers).length === 1, 30_000);
  expect(texts_to(hers)[0]).toContain('Une place s\'est libérée');
  expect(texts_to(his)).toEqual([]);
});

test('the link shows the place, keeps the code out of the address, and one touch takes it', async () => {
  await odette.page.goto('about:blank');
  await odette.page.goto(link_in(texts_to(hers)[0] ?? ''));
  await odette.is_at('Une place s’est libérée');
  await odette.reads(/Nous gardons cette place pour vous. Répondez avant/);
  await odette.reads('Mairie de Bretenoux');
  expect(odette.page.url()).toBe(`${server.url}/portal/?step=offer`);
  await is_clear('offer');
  const yes = odette.button('Oui, je prends cette place');
  await yes.focus();
  await odette.page.keyboard.press('Enter');
  await odette.is_at('C’est noté, la place est à vous');
  await is_clear('accepted');
  await odette.touch('Voir mon rendez-vous');
  await odette.is_at('C’est noté, Odette');
  expect(await odette.page.getByText(/^[A-Z0-9]{5}-[A-Z0-9]{5}$/).innerText()).toBe(code);
});

test('Lucien goes on waiting, and has heard nothing', async () => {
  await mediator.page.reload();
  await list().getByText('Lucien').waitFor();
  expect(await list().getByRole('listitem').count()).toBe(1);
  expect(texts_to(his)).toEqual([]);
  expect(server.log()).not.toContain(code);
});
