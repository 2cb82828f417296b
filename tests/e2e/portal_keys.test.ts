// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BookingTown, type Booked } from '../support/booking.ts';
import { HttpSink } from '../support/http_sink.ts';
import { presses, tabs_to, writes } from '../support/keys.ts';
import { free_port } from '../support/network.ts';
import { asked_at_any_hour, one_place } from '../support/one_place.ts';
import { Visitor } from '../support/people.ts';

// Odette's hands shake: she has a keyboard with large keys and touches nothing.

let gateway: HttpSink;
let town: BookingTown;
let odette: Visitor;
let booked: Booked;
beforeAll(async () => {
  gateway = await HttpSink.start();
  const port = await free_port();
  town = await BookingTown.open({
    port,
    settings: { portal_url: `http://127.0.0.1:${port}`, text_messages: { url: gateway.url, sender: 'PARVIS' }, waiting_list: asked_at_any_hour },
  });
  booked = await town.booked();
  odette = await Visitor.open_portal(town.server);
});
afterAll(async () => {
  await odette?.leave();
  await town?.server.stop();
  await gateway?.stop();
});

async function is_clear(screen: string): Promise<void> {
  expect.soft(await odette.stumbling_blocks(), screen).toEqual([]);
  expect.soft(odette.window.complaints, screen).toEqual([]);
}
const goes = (name: string | RegExp) => presses(odette.page, odette.button(name).or(odette.link(name)).first());
const code = () => odette.page.getByText(/^[A-Z0-9]{5}-[A-Z0-9]{5}$/);

test('she finds her appointment by its code and moves it', async () => {
  const { page } = odette;
  await goes('Mon rendez-vous');
  await writes(page, page.getByLabel('Le code de votre rendez-vous'), booked.code ?? '');
  await page.keyboard.press('Enter');
  await odette.is_at('C’est noté, Odette');
  await is_clear('mine');
  await goes('Changer l’horaire');
  const hours = page.getByRole('button', { name: /^\S+ \d+\S* \S+ à \d+ h/ });
  await hours.nth(5).waitFor();
  await is_clear('other hours');
  const is_hers = await page.getByText(`Votre rendez-vous : ${await hours.nth(4).getAttribute('aria-label')}`).count();
  const wanted = hours.nth(is_hers === 0 ? 4 : 5);
  const words = (await wanted.getAttribute('aria-label')) ?? '';
  await presses(page, wanted);
  await page.getByRole('alertdialog').getByText(words, { exact: true }).waitFor();
  await is_clear('this hour?');
  await goes('Oui, changer');
  await odette.is_at('C’est noté, Odette');
  expect(await code().innerText()).toBe(booked.code);
  await odette.reads(words.split(' à ').at(-1) ?? '?');
  expect(await town.state_of(booked.appointment_id)).toBe('moved');
});

test('she cancels it, and is asked once', async () => {
  await goes('Annuler le rendez-vous');
  await odette.page.getByRole('alertdialog').waitFor();
  await is_clear('cancel?');
  await goes('Oui, annuler');
  await odette.is_at('Votre rendez-vous est annulé');
  await is_clear('cancelled');
});

test('she makes the counter of her village known: the lines for all counters, copied', async () => {
  const { page } = odette;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${town.server.url}/portal/`);
  await goes('Mairie d’Assier');
  await goes('Faire connaître ce lieu');
  await odette.is_at('Faire connaître : Mairie d’Assier');
  await tabs_to(page, odette.link('Affiche A4 (PDF)'));
  const one = await page.getByLabel('Lignes à copier').inputValue();
  await tabs_to(page, page.getByRole('radio', { name: 'Ce lieu' }));
  await page.keyboard.press('ArrowDown');
  const all = page.getByRole('radio', { name: 'Tous les lieux du réseau' });
  await expect.poll(() => all.isChecked()).toBe(true);
  const lines = await page.getByLabel('Lignes à copier').inputValue();
  expect(lines).not.toBe(one);
  await goes('Copier les lignes');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(lines);
  await is_clear('share');
});

test('where nothing is free she asks to be told', async () => {
  const { page } = odette;
  await one_place(town.server, 'Refaire ma carte Vitale');
  await page.goto(`${town.server.url}/portal/`);
  await goes('Mairie de Bretenoux');
  await goes('Ma santé');
  await goes('Refaire ma carte Vitale');
  await odette.is_at('Pas de place ici pour le moment');
  await goes('Me prévenir si une place se libère');
  await writes(page, page.getByLabel('Votre prénom'), 'Odette');
  await writes(page, page.getByLabel('Votre numéro de portable'), '06 12 34 56 78');
  await is_clear('be told');
  await goes('Prévenez-moi');
  await odette.reads(/Si une place se libère avant le .* vous recevez un message/);
  await code().waitFor();
  await is_clear('on the list');
});
