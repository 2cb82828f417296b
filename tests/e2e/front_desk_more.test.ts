// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day_of } from '../support/booking.ts';
import { Mediator } from '../support/mediator.ts';
import { Adviser } from '../support/people.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';
import { open_supply, type OpenSupply } from '../support/supply.ts';

// What a booking at the front desk may carry beside its three touches, and the other doors of an appointment.

const motive = 'Demander une aide pour mon loyer';
let server: StartedServer;
let session: StaffSession;
let supply: OpenSupply;
let mediator: Mediator;
beforeAll(async () => {
  server = await StartedServer.start();
  supply = await open_supply(server, motive);
  session = await StaffSession.open(server.local_url, demo_accounts.mediator);
  mediator = await Mediator.at_desk(server);
});
afterAll(async () => {
  await mediator?.leave();
  await server?.stop();
});

interface Found {
  door: string;
  starts_at: number;
  code: string;
  visitor: { telephone: string; companions: number; note: string };
}
const found = async (name: string): Promise<Found | undefined> =>
  ((await session.get(`/api/v1/sites/${supply.site_id}/appointments/search?q=${name}`)).body as { appointments: Found[] }).appointments[0];
const is_clear = async (screen: string): Promise<void> => {
  expect.soft(await mediator.stumbling_blocks(), screen).toEqual([]);
};
async function starts_booking(): Promise<void> {
  await mediator.page.reload();
  await mediator.button('Prendre rendez-vous').click();
  await mediator.dialog().getByRole('button', { name: motive }).click();
  await mediator.dialog().locator('ul').first().getByRole('listitem').first().waitFor();
}
const books = () => mediator.dialog().getByRole('button', { name: 'Prendre ce rendez-vous' }).click();

test('a second subject, a companion and a confidential word are behind "more", and the adviser reads them', async () => {
  await starts_booking();
  await mediator.dialog().getByRole('button', { name: 'Ajouter un sujet' }).click();
  const others = mediator.dialog().getByRole('region', { name: 'Ajouter un sujet' }).getByRole('button');
  const second = await others.first().innerText();
  await others.first().click();
  await mediator.dialog().getByRole('button', { name: `Retirer : ${second}` }).waitFor();
  await is_clear('two subjects');
  await mediator.dialog().getByRole('button', { name: `Retirer : ${second}` }).click();
  await mediator.dialog().locator('ul').first().getByRole('button').first().click();
  expect(await mediator.dialog().getByLabel(/Mot pour le conseiller/).count()).toBe(0);
  await mediator.dialog().getByLabel(/Prénom/).fill('Noémie');
  await mediator.dialog().getByRole('button', { name: /^Plus/ }).click();
  await mediator.dialog().getByRole('button', { name: /accompagne/ }).click();
  await mediator.page.getByRole('option', { name: 'Oui, 2 personnes' }).click();
  await mediator.dialog().getByLabel(/Mot pour le conseiller/).fill('Elle a peur de son frère.');
  await mediator.dialog().getByText('Confidentiel : seul le conseiller').click();
  await is_clear('more');
  await books();
  await mediator.dialog().getByText('Rendez-vous pris').waitFor();
  const booked = await found('noemie');
  expect(booked?.visitor).toMatchObject({ companions: 2, note: '' });
  const adviser = await Adviser.at_work(server);
  try {
    // Late in the evening the next free hour is tomorrow, which is not on the adviser's page of today.
    if (day_of(booked?.starts_at ?? 0) === day_of(Date.now())) {
      const row = adviser.page.getByRole('list', { name: 'Attendues aujourd’hui' }).getByRole('listitem').filter({ hasText: 'Noémie, avec 2 personnes' });
      await adviser.button(/Papiers et précisions : Noémie/).click();
      await row.getByText('Motif (caché à l’accueil)').waitFor();
      await row.getByText('Elle a peur de son frère.').waitFor();
    }
  } finally {
    await adviser.leave();
  }
});

test('who is to be called needs a number: said at the field, and nothing is booked without', async () => {
  await starts_booking();
  await mediator.dialog().getByRole('listitem').filter({ hasText: 'Par téléphone' }).getByRole('button').first().click();
  await mediator.dialog().getByLabel(/Prénom/).fill('Marcelle');
  await books();
  await mediator.dialog().getByText('Écrivez le numéro : le conseiller appelle la personne.').waitFor();
  await is_clear('number missing');
  expect(await found('marcelle')).toBeUndefined();
  await mediator.dialog().getByLabel(/Téléphone/).fill('05 65 11 22 33');
  await books();
  await mediator.dialog().getByText('Rendez-vous pris').waitFor();
  expect(await found('marcelle')).toMatchObject({ door: 'telephone', visitor: { telephone: '05 65 11 22 33' } });
});

/** Opens the form that moves somebody's appointment at the kiosk. */
async function starts_moving(name: string, typed: string): Promise<void> {
  await mediator.page.reload();
  await mediator.page.getByRole('region', { name: /^Qui vient/ }).waitFor();
  await mediator.page.keyboard.press('/');
  await mediator.page.keyboard.type(typed);
  await mediator.button(`Actions : ${name}`).first().click();
  await mediator.page.getByRole('menuitem', { name: 'Déplacer', exact: true }).click();
}

test('another door for the same appointment: from the kiosk to a screen at home, all else is kept', async () => {
  const before = await supply.book(session, 'Léonie', 36 * 60);
  await starts_moving('Léonie', 'leon');
  expect(await found('leonie')).toMatchObject({ door: 'kiosk' });
  await mediator.dialog().getByText('En visio, de chez soi').click();
  await mediator.dialog().getByRole('region').getByRole('button').last().click();
  await mediator.reads(/Rendez-vous de Léonie déplacé/);
  expect(await found('leonie')).toMatchObject({ door: 'home', code: before.code });
});

test('and to the telephone, with the number that this needs', async () => {
  const before = await found('leonie');
  await starts_moving('Léonie', 'leon');
  await mediator.dialog().getByText('Par téléphone').click();
  const slots = mediator.dialog().getByRole('region').getByRole('button');
  await slots.last().click();
  await mediator.dialog().getByText('Écrivez le numéro : le conseiller appelle la personne.').waitFor();
  await is_clear('other door');
  expect(await found('leonie')).toMatchObject({ door: 'home', starts_at: before?.starts_at });
  await mediator.dialog().getByLabel(/Téléphone/).fill('06 12 34 56 78');
  await slots.last().click();
  await mediator.reads(/Rendez-vous de Léonie déplacé/);
  await expect.poll(() => found('leonie')).toMatchObject({ door: 'telephone', code: before?.code, visitor: { telephone: '06 12 34 56 78' } });
});
