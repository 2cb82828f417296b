// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Adviser, Staff } from '../support/people.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, demo_password } from '../support/staff.ts';

// The administrator's page: an account is made, disabled and enabled again; somebody signs out everywhere.

const lea = 'lea@caf.demo.fr';
let server: StartedServer;
let administrator: Staff;
let at_office: Staff;
let at_home: Staff;
beforeAll(async () => {
  server = await StartedServer.start();
  administrator = await Staff.sign_in(server, demo_accounts.administrator, '/network/');
});
afterAll(async () => {
  for (const person of [administrator, at_office, at_home]) await person?.leave();
  await server?.stop();
});

const row = () => administrator.page.getByRole('row').filter({ hasText: lea });

async function is_asked_to_sign_in(person: Staff): Promise<void> {
  await person.page.reload();
  await person.page.getByLabel('Mot de passe', { exact: true }).waitFor();
}

async function tries_to_sign_in(person: Staff): Promise<void> {
  await person.page.getByLabel('Adresse e-mail').fill(lea);
  await person.page.getByLabel('Mot de passe', { exact: true }).fill(demo_password);
  await person.button('Se connecter').click();
}

test('the administrator makes an account, and Léa works with it', async () => {
  await administrator.page.getByRole('tab', { name: 'Comptes' }).click();
  await administrator.button('Ajouter un compte').click();
  const dialog = administrator.page.getByRole('dialog');
  await dialog.getByLabel('Prénom et nom').fill('Léa Bonnet');
  await dialog.getByLabel('Adresse e-mail').fill(lea);
  await dialog.getByLabel('Premier mot de passe').fill(demo_password);
  await dialog.getByRole('button', { name: /Organisme/ }).click();
  await administrator.page.getByRole('option', { name: 'CAF' }).click();
  await dialog.getByRole('button', { name: 'Ajouter un compte' }).click();
  await administrator.reads('Le compte de Léa Bonnet est prêt');
  await row().getByText('Actif').waitFor();
  at_office = await Adviser.at_work(server, lea);
  at_home = await Staff.sign_in(server, lea, '/adviser/');
  await at_home.button('Léa Bonnet').waitFor();
});

test('she signs out everywhere: the other computer is out as well', async () => {
  await at_office.button('Léa Bonnet').click();
  await at_office.page.getByRole('menuitem', { name: 'Se déconnecter partout' }).click();
  await at_office.page.waitForURL(`${server.url}/`);
  await is_asked_to_sign_in(at_home);
});

test('the account is disabled: who works with it is out, and does not come in again', async () => {
  await tries_to_sign_in(at_home);
  await at_home.button('Léa Bonnet').waitFor();
  await row().getByRole('button', { name: 'Désactiver' }).click();
  await row().getByText('Désactivé').waitFor();
  await is_asked_to_sign_in(at_home);
  await tries_to_sign_in(at_home);
  await at_home.reads(/ne convient pas/);
  expect(await at_home.button('Léa Bonnet').count()).toBe(0);
});

test('it is enabled again, and she comes in', async () => {
  await row().getByRole('button', { name: 'Réactiver' }).click();
  await row().getByText('Actif').waitFor();
  await tries_to_sign_in(at_home);
  await at_home.button('Léa Bonnet').waitFor();
});
