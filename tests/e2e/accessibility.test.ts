// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { start_installation, type Installation } from '../support/installation.ts';
import { pair_kiosk } from '../support/pairing.ts';
import { Mediator } from '../support/mediator.ts';
import { Adviser, Citizen, Staff } from '../support/people.ts';
import { demo_accounts } from '../support/staff.ts';

let installation: Installation;
let citizen: Citizen;
let adviser: Adviser;
let mediator: Mediator;
let administrator: Staff;
beforeAll(async () => {
  installation = await start_installation();
  citizen = await Citizen.arrive(installation.kiosk);
  administrator = await Staff.sign_in(installation.server, demo_accounts.administrator, '/network/');
});
afterAll(async () => {
  for (const person of [citizen, adviser, mediator, administrator]) await person?.leave();
  await installation?.stop();
});

const portrait = { width: 1080, height: 1920 };
const landscape = { width: 1920, height: 1080 };

/** Looks at the kiosk's screen upright and lying, and back to upright. */
async function kiosk_is_clear(screen: string): Promise<void> {
  for (const [way, size] of [['landscape', landscape], ['portrait', portrait]] as const) {
    await citizen.page.setViewportSize(size);
    expect.soft(await citizen.stumbling_blocks(), `${screen}, ${way}`).toEqual([]);
  }
}

async function is_clear(person: Staff, screen: string): Promise<void> {
  expect.soft(await person.stumbling_blocks(), screen).toEqual([]);
}

test('signing in', async () => {
  const somebody = await Staff.sign_in(installation.server, demo_accounts.technician, '/network/', 'technician');
  await somebody.page.context().clearCookies();
  await somebody.page.goto(installation.server.url);
  await somebody.page.getByRole('heading', { name: 'Connexion' }).waitFor();
  await is_clear(somebody, 'sign-in');
  await somebody.button('Se connecter').click();
  await somebody.reads('Écrivez votre adresse e-mail.');
  await is_clear(somebody, 'sign-in with mistakes');
  await somebody.leave();
});

test('the network: kiosks, accounts, a new account, the trail', async () => {
  await administrator.page.getByRole('row').filter({ hasText: 'Borne de Gourdon' }).waitFor();
  await is_clear(administrator, 'kiosks');
  await administrator.page.getByRole('tab', { name: 'Comptes' }).click();
  await administrator.reads(demo_accounts.adviser);
  await is_clear(administrator, 'accounts');
  await administrator.button('Ajouter un compte').click();
  await administrator.page.getByRole('dialog').waitFor();
  await is_clear(administrator, 'new account');
  await administrator.button('Annuler').click();
  await administrator.page.getByRole('tab', { name: 'Journal de sécurité' }).click();
  await administrator.reads(/Le journal est intact/);
  await is_clear(administrator, 'trail');
});

test('the kiosk before somebody comes: its code, its tiles, the other ways, a body where nobody is', async () => {
  await citizen.page.getByRole('heading', { name: 'Code de cette borne' }).waitFor();
  await kiosk_is_clear('pairing');
  await pair_kiosk(installation.server, installation.kiosk, 'Bretenoux');
  await citizen.is_at_start();
  await kiosk_is_clear('start');
  await citizen.touch('Voir une personne');
  await citizen.page.getByRole('dialog').waitFor();
  await kiosk_is_clear('other ways');
  await citizen.touch('Revenir');
  await citizen.touch(/Ma santé/);
  await citizen.reads('Vous pouvez aussi :');
  await kiosk_is_clear('nobody there');
  await citizen.touch('Retour');
});

test('the kiosk until somebody answers: rehearsal, ringing, the question before stopping; the adviser who is rung', async () => {
  adviser = await Adviser.at_work(installation.server);
  await is_clear(adviser, 'lobby');
  await citizen.button(/Ma famille, mes aides.*Ouvert maintenant/s).tap();
  await citizen.page.getByRole('heading', { name: 'M’entendez-vous ?' }).waitFor();
  await kiosk_is_clear('rehearsal');
  await citizen.touch('Oui, j’entends');
  await citizen.reads(/Nous appelons/);
  await kiosk_is_clear('ringing');
  await citizen.touch('Arrêter');
  await citizen.page.getByRole('alertdialog').waitFor();
  await kiosk_is_clear('stop?');
  await citizen.touch('Non, continuer');
  await adviser.button('Recevoir').waitFor();
  await is_clear(adviser, 'lobby with a ring');
});

test('the front desk: kiosks, connecting, the bell', async () => {
  mediator = await Mediator.at_desk(installation.server);
  await mediator.reads('Appelle CAF');
  await is_clear(mediator, 'desk');
  await citizen.touch('Annuler l’appel');
  await mediator.button('Mettre en relation').click();
  await mediator.page.getByRole('dialog').waitFor();
  await is_clear(mediator, 'connect');
  await mediator.button('Annuler').click();
  await citizen.is_at_start();
  await citizen.touch('Appeler l’accueil');
  await mediator.button('J’arrive').waitFor();
  await is_clear(mediator, 'bell');
  await mediator.button('J’arrive').click();
});

test('the conversation on both sides: call, page, document, outcome, receipt', async () => {
  await adviser.button('Appeler la borne : Mairie de Bretenoux').click();
  await citizen.reads(/vous appelle/);
  await kiosk_is_clear('called');
  await is_clear(adviser, 'calling');
  await citizen.touch('Répondre');
  await Promise.all([citizen.sees_adviser(30_000), adviser.sees_citizen(30_000)]);
  await kiosk_is_clear('conversation');
  await is_clear(adviser, 'conversation');
  await adviser.scans();
  await citizen.reads('Envoyer cette page au conseiller ?', 30_000);
  await kiosk_is_clear('page');
  await citizen.touch(/^Envoyer$/);
  await adviser.has_pages(1);
  await is_clear(adviser, 'tray');
  await adviser.pages().first().click();
  await adviser.page.getByRole('dialog').waitFor();
  await is_clear(adviser, 'page');
  await adviser.page.keyboard.press('Escape');
  await adviser.offers_print(installation.form.pdf);
  await citizen.reads('Imprimer ?');
  await kiosk_is_clear('document');
  await citizen.touch('Ne pas imprimer');
  await is_clear(adviser, 'prints');
  await adviser.page.getByRole('tab', { name: 'Écrire' }).click();
  await adviser.page.getByLabel(/Texte affiché à la borne/).fill('05 36 49 10 01');
  await citizen.reads('05 36 49 10 01');
  await kiosk_is_clear('note');
  await adviser.button('Terminer').click();
  await is_clear(adviser, 'outcome');
  await adviser.page.keyboard.press('Escape');
  await adviser.ends();
  await citizen.reads('La borne n’a rien gardé', 30_000);
  await kiosk_is_clear('farewell');
});

test('the kiosk without a server, in English as well', async () => {
  await citizen.is_at_start();
  await citizen.touch('English');
  await citizen.page.getByRole('heading', { name: 'Welcome' }).waitFor();
  await kiosk_is_clear('start in English');
  await installation.server.halt();
  await citizen.reads('The connection does not work at the moment');
  await kiosk_is_clear('no network');
});

test('the kiosk whose own program does not answer any more', async () => {
  await installation.kiosk.halt();
  await citizen.page.getByRole('heading', { name: 'The kiosk does not work at the moment' }).waitFor();
  await kiosk_is_clear('out of order');
});
