// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BareKiosk } from '../support/bare_kiosk.ts';
import type { BareLink } from '../support/link.ts';
import { Mediator } from '../support/people.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';
import { open_supply, type OpenSupply } from '../support/supply.ts';

// Appointments at the front desk: booked in three touches, found again, moved, cancelled, and people who arrive.

const motive = 'Être aidé dans un moment difficile';
let server: StartedServer;
let mediator: Mediator;
let session: StaffSession;
let supply: OpenSupply;
let kiosk: BareLink;
beforeAll(async () => {
  server = await StartedServer.start();
  kiosk = await (await BareKiosk.pair(server, 'Bretenoux')).open();
  supply = await open_supply(server, motive);
  session = await StaffSession.open(server.local_url, demo_accounts.mediator);
  await supply.book(session, 'Odette', 5);
  mediator = await Mediator.at_desk(server);
  mediator.page.setDefaultTimeout(10_000);
  await mediator.page.addInitScript(() => {
    Object.assign(window, { print: () => {} });
  });
  await mediator.page.reload();
});
afterAll(async () => {
  kiosk?.close();
  await mediator?.leave();
  await server?.stop();
});

const dialog = () => mediator.page.getByRole('dialog');
const panel = (name: RegExp) => mediator.page.getByRole('region', { name });
const row_of = (name: string) => mediator.page.getByRole('listitem').filter({ has: mediator.page.getByText(name, { exact: true }) }).first();
const is_clear = async (screen: string): Promise<void> => {
  expect.soft(await mediator.stumbling_blocks(), screen).toEqual([]);
};
const booked = async (first_name: string): Promise<{ state: string; starts_at: number; code: string; visitor: { telephone: string } }[]> => {
  const { body } = await session.get(`/api/v1/sites/${supply.site_id}/appointments/search?q=${first_name}`);
  return (body as { appointments: [] }).appointments;
};
const acts_on = async (name: string, act: string): Promise<void> => {
  await mediator.button(`Actions : ${name}`).first().click();
  await mediator.page.getByRole('menuitem', { name: act, exact: true }).click();
};
/** Keys that stand for something rest while a dialog is open. */
const dialog_is_gone = () => dialog().waitFor({ state: 'detached' });
const searches = async (words: string): Promise<void> => {
  await dialog_is_gone();
  await mediator.page.keyboard.press('/');
  await mediator.page.keyboard.type(words);
};
const forgets_search = () => mediator.page.getByLabel('Chercher').fill('');

test('three touches book: subject, slot, done; always three ways are offered, and the ticket says all in big type', async () => {
  await mediator.button('Prendre rendez-vous').click();
  await dialog().getByRole('button', { name: motive }).click();
  const proposals = dialog().locator('ul').first().getByRole('listitem');
  await proposals.nth(2).waitFor();
  expect(await proposals.count()).toBe(3);
  await is_clear('three proposals');
  await proposals.first().getByRole('button').first().click();
  await is_clear('visitor');
  await dialog().getByRole('button', { name: 'Prendre ce rendez-vous' }).click();
  await dialog().getByText('Rendez-vous pris').waitFor();
  await is_clear('booked');
  await dialog().getByRole('button', { name: 'Imprimer' }).click();
  await mediator.page.emulateMedia({ media: 'print' });
  for (const words of ['Votre rendez-vous', 'Par écran, à la borne', 'Mairie de Bretenoux', 'À apporter', 'Votre dernier avis d’impôt', '05 36 49 10 01']) {
    await mediator.page.locator('body > section').getByText(words).first().waitFor();
  }
  await mediator.page.emulateMedia({ media: 'screen' });
  await dialog().getByRole('button', { name: 'Terminé' }).click();
});

test('by keyboard, with a first name and a telephone number', async () => {
  await dialog_is_gone();
  await mediator.page.keyboard.press('r');
  await dialog().getByRole('button', { name: motive }).focus();
  await mediator.page.keyboard.press('Enter');
  await dialog().locator('ul').first().getByRole('button').first().focus();
  await mediator.page.keyboard.press('Enter');
  await dialog().getByLabel(/Prénom/).waitFor();
  await expect.poll(() => dialog().getByLabel(/Prénom/).evaluate((field) => field === document.activeElement)).toBe(true);
  await mediator.page.keyboard.type('Jeanne');
  await mediator.page.keyboard.press('Tab');
  await mediator.page.keyboard.type('06 12 34 56 78');
  await mediator.page.keyboard.press('Enter');
  await dialog().getByText('Rendez-vous pris').waitFor();
  await mediator.page.keyboard.press('Enter');
  await dialog_is_gone();
  expect(await booked('jeanne')).toMatchObject([{ state: 'confirmed' }]);
});

test('in the nearest other town when that suits better: booked there, and the paper says where that is', async () => {
  await mediator.button('Prendre rendez-vous').click();
  await dialog().getByRole('button', { name: 'Refaire ma carte Vitale' }).click();
  await dialog().getByRole('listitem').filter({ hasText: / km/ }).getByRole('button').first().click();
  await dialog().getByRole('button', { name: 'Prendre ce rendez-vous' }).click();
  await dialog().getByText('Rendez-vous pris').waitFor();
  await dialog().getByRole('button', { name: 'Imprimer' }).click();
  await mediator.page.emulateMedia({ media: 'print' });
  await mediator.page.locator('body > section').getByText('Cyber-base de Latronquière, Avenue de la Gare, Latronquière').waitFor();
  await mediator.page.emulateMedia({ media: 'screen' });
  await dialog().getByRole('button', { name: 'Terminé' }).click();
  await dialog_is_gone();
});

test('a telephone number that is none is named before anything is booked', async () => {
  await mediator.button('Prendre rendez-vous').click();
  await dialog().getByRole('button', { name: motive }).click();
  await dialog().locator('ul').first().getByRole('button').first().click();
  await dialog().getByLabel(/Prénom/).fill('Barnabé');
  await dialog().getByLabel(/Téléphone/).fill('douze');
  await dialog().getByRole('button', { name: 'Prendre ce rendez-vous' }).click();
  await mediator.reads(/téléphone/i);
  await dialog().getByLabel(/Téléphone/).waitFor();
  expect(await booked('barnabe')).toEqual([]);
  await mediator.page.keyboard.press('Escape');
  await mediator.page.getByRole('button', { name: 'Fermer' }).first().click();
});

test('found by first name without accents, moved to another moment by keyboard, with the same code', async () => {
  const [before] = await booked('jeanne');
  await searches('jean');
  await row_of('Jeanne').waitFor();
  await is_clear('search');
  await acts_on('Jeanne', 'Déplacer');
  const slots = dialog().getByRole('region').getByRole('button');
  await slots.nth(6).waitFor();
  await is_clear('move');
  await slots.nth(6).focus();
  await mediator.page.keyboard.press('Enter');
  await mediator.reads(/Rendez-vous de Jeanne déplacé/);
  const [after] = await booked('jeanne');
  expect(after?.code).toBe(before?.code);
  expect(after?.starts_at).toBeGreaterThan(before?.starts_at ?? 0);
  await forgets_search();
});

test('found by its code and cancelled with a reason', async () => {
  const [before] = await booked('jeanne');
  await searches(before?.code.slice(0, 5).toLowerCase() ?? '');
  await acts_on('Jeanne', 'Annuler le rendez-vous');
  await is_clear('why cancel');
  await dialog().getByRole('button', { name: 'La personne est empêchée' }).click();
  await dialog_is_gone();
  await expect.poll(() => booked('jeanne')).toMatchObject([{ state: 'cancelled', cancel_reason: 'citizen_prevented' }]);
  await forgets_search();
});

test('who is expected arrives: one touch, a number, and a place in the line with the hour of the appointment', async () => {
  await panel(/^Qui vient/).getByText('Odette').waitFor();
  await row_of('Odette').getByRole('button', { name: 'Est là' }).click();
  await dialog().getByText('Ticket donné').waitFor();
  await dialog().getByRole('button', { name: 'Terminé' }).click();
  await panel(/^Qui attend/).getByText(/Odette · rendez-vous/).waitFor();
  await panel(/^Qui vient/).getByText('Est là').first().waitFor();
  await is_clear('arrived');
});
