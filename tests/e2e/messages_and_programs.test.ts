// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BookingTown } from '../support/booking.ts';
import { HttpSink } from '../support/http_sink.ts';
import { Mediator } from '../support/mediator.ts';
import { Staff } from '../support/people.ts';
import { SmtpSink } from '../support/smtp_sink.ts';
import { demo_accounts } from '../support/staff.ts';
import { until } from '../support/until.ts';

// What people could not be told is seen by those who can do something about it; other programs and calendars are kept by hand.

let smtp: SmtpSink;
let sink: HttpSink;
let town: BookingTown;
let coordinator: Staff;
let mediator: Mediator;
beforeAll(async () => {
  smtp = await SmtpSink.start();
  sink = await HttpSink.start();
  town = await BookingTown.open({
    settings: { mail: { host: '127.0.0.1', port: smtp.port, encryption: 'none', from: 'rdv@exemple.fr' }, webhooks: { allow_private: true } },
  });
  smtp.refused.add('odette@exemple.fr');
  await town.booked({ visitor: { first_name: 'Odette', email: 'odette@exemple.fr' } });
  const failing = async () => ((await town.mediator.get(`/api/v1/sites/${town.site_id}/messages`)).body as { failing: unknown[] }).failing;
  await until('the failure', async () => (await failing()).length === 1, 30_000);
  coordinator = await Staff.sign_in(town.server, demo_accounts.coordinator, '/network/');
  mediator = await Mediator.at_desk(town.server);
});
afterAll(async () => {
  await coordinator?.leave();
  await mediator?.leave();
  await town?.server.stop();
  await smtp?.stop();
  await sink?.stop();
});

const dialog = () => coordinator.page.getByRole('dialog');
const is_clear = async (who: Staff, screen: string): Promise<void> => {
  expect.soft(await who.stumbling_blocks(), screen).toEqual([]);
};
const chooses = async (who: Staff, menu: string | RegExp, entry: string): Promise<void> => {
  await who.button(menu).first().focus();
  await who.page.keyboard.press('Enter');
  await who.page.getByRole('menuitem', { name: entry, exact: true }).click();
};

test('a coordinator sees what did not arrive, to whom in masked form, and why', async () => {
  await coordinator.page.getByRole('tab', { name: 'Messages' }).click();
  const row = coordinator.page.getByRole('row').filter({ hasText: 'o•••@exemple.fr' });
  await row.waitFor();
  const words = await row.innerText();
  expect(words).toContain('Rendez-vous pris');
  expect(words).toContain('Mairie de Bretenoux');
  expect(words).toContain('550');
  expect(words).toContain('Abandonné, 1 essai');
  expect(words).not.toContain('Odette');
  await is_clear(coordinator, 'messages');
});

test('the mediator of the site sees it at the desk, has called her, and it is settled', async () => {
  const panel = mediator.page.getByRole('region', { name: 'Messages non arrivés' });
  await panel.getByText('o•••@exemple.fr').waitFor();
  await is_clear(mediator, 'messages at the desk');
  await chooses(mediator, /^Actions : Rendez-vous pris, o•••@exemple.fr/, 'Prévenu par téléphone');
  await panel.waitFor({ state: 'detached' });
  await coordinator.page.reload();
  await coordinator.page.getByRole('tab', { name: 'Messages' }).click();
  await coordinator.reads(/Tout est arrivé/);
});

test('a program is added by keyboard, and its secret is shown once', async () => {
  await coordinator.page.getByRole('tab', { name: 'Autres logiciels' }).click();
  await coordinator.reads('Aucun autre logiciel n’est prévenu des rendez-vous.');
  await coordinator.button('Ajouter un logiciel').focus();
  await coordinator.page.keyboard.press('Enter');
  await is_clear(coordinator, 'new program');
  await dialog().getByLabel('Adresse').fill('mailto:moi@exemple.fr');
  await dialog().getByRole('button', { name: 'Ajouter un logiciel' }).click();
  await dialog().getByText(/adresse/i).first().waitFor();
  await dialog().getByLabel('Adresse').fill(sink.url);
  await dialog().getByRole('button', { name: 'Ajouter un logiciel' }).focus();
  await coordinator.page.keyboard.press('Enter');
  await dialog().getByText('il n’est montré qu’une fois').waitFor();
  await is_clear(coordinator, 'secret');
  await dialog().getByRole('button', { name: 'Je l’ai copié' }).click();
  await coordinator.page.getByRole('row').filter({ hasText: sink.url }).getByText('Tout est reçu').waitFor();
});

test('its deliveries are seen; it is paused, resumed and removed', async () => {
  await town.booked();
  await until('the delivery', () => sink.asked.length === 1, 30_000);
  await coordinator.button(`Derniers envois : ${sink.url}`).click();
  // The answer is noted a moment after it was given.
  await until('the delivery in the list', async () => {
    await dialog().getByRole('button', { name: 'Actualiser' }).click();
    return (await dialog().getByText('Reçu', { exact: true }).count()) === 1;
  });
  await dialog().getByText('Rendez-vous pris').waitFor();
  await is_clear(coordinator, 'deliveries');
  await coordinator.page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await chooses(coordinator, `Actions : ${sink.url}`, 'Mettre en pause');
  await coordinator.reads(/En pause, rien n’attend/);
  await is_clear(coordinator, 'paused');
  await chooses(coordinator, `Actions : ${sink.url}`, 'Reprendre');
  await coordinator.page.getByRole('row').filter({ hasText: sink.url }).getByText('Tout est reçu').waitFor();
  await chooses(coordinator, `Actions : ${sink.url}`, 'Retirer');
  await coordinator.page.getByRole('alertdialog').getByRole('button', { name: 'Retirer' }).click();
  await coordinator.reads('Aucun autre logiciel n’est prévenu des rendez-vous.');
});

test('a mediator makes the address of a calendar, copies it, and revokes it', async () => {
  await chooses(mediator, /Sylvie/, 'Agendas');
  const calendars = mediator.page.getByRole('dialog');
  await calendars.getByText('Aucune adresse n’est en service.').waitFor();
  await calendars.getByLabel('Pour quel agenda').fill('Mon téléphone');
  await is_clear(mediator, 'calendars');
  await calendars.getByRole('button', { name: 'Créer l’adresse' }).focus();
  await mediator.page.keyboard.press('Enter');
  const address = await calendars.getByText(/\/api\/v1\/calendars\//).innerText();
  await is_clear(mediator, 'new address');
  const reads_calendar = async () => (await fetch(address)).status;
  expect(await reads_calendar()).toBe(200);
  await calendars.getByRole('button', { name: 'Révoquer : Mon téléphone' }).click();
  await calendars.getByText('Aucune adresse n’est en service.').waitFor();
  expect(await reads_calendar()).toBe(404);
});
