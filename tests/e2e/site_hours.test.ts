// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { presses, writes } from '../support/keys.ts';
import { Staff } from '../support/people.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';

// The coordinator keeps the hours of Bretenoux: each week, a day that is unlike others, a kiosk that is away.

interface Calendar {
  week: { weekday: number; from_minute: number; to_minute: number }[];
  region: string;
  exceptions: { day: string }[];
  seasons: { season: { name: string; hours: { weekday: number }[] } }[];
}

let server: StartedServer;
let coordinator: Staff;
let mediator: Staff | undefined;
let asking: StaffSession;
let site_id: string;

const day_of = (at: number): string => new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' });
const next_week = day_of(Date.now() + 7 * 86_400_000);
const is_clear = async (screen: string, person = coordinator) => expect.soft(await person.stumbling_blocks(), screen).toEqual([]);
const dialog = () => coordinator.page.getByRole('dialog').last();
const in_dialog = (name: string | RegExp) => dialog().getByRole('button', { name });
const calendar = async (): Promise<Calendar> => (await asking.get(`/api/v1/sites/${site_id}/calendar?from=${day_of(Date.now())}&to=${next_week}`)).body as Calendar;

beforeAll(async () => {
  server = await StartedServer.start();
  asking = await StaffSession.open(server.local_url, demo_accounts.coordinator);
  const overview = (await asking.get('/api/v1/network')).body as { networks: { sites: { site_id: string; commune: string }[] }[] };
  site_id = overview.networks[0]?.sites.find(({ commune }) => commune === 'Bretenoux')?.site_id ?? '';
});
afterAll(async () => {
  await coordinator?.leave();
  await mediator?.leave();
  await server?.stop();
});

test('a coordinator sees the week of a place, the coming four weeks, and what the label asks', async () => {
  coordinator = await Staff.sign_in(server, demo_accounts.coordinator, '/network/');
  await coordinator.page.getByRole('tab', { name: 'Horaires' }).focus();
  await coordinator.page.keyboard.press('Enter');
  await coordinator.page.getByRole('button', { name: /Lieu d’accueil/ }).click();
  await coordinator.page.getByRole('option', { name: /Bretenoux/ }).click();
  await coordinator.reads('Les quatre prochaines semaines');
  await coordinator.reads(/label/);
  await is_clear('hours');
});

test('hours that overlap are refused at their field, and nothing changes', async () => {
  const before = await calendar();
  await coordinator.page.getByRole('button', { name: 'Ajouter une plage : dimanche' }).focus();
  await coordinator.page.keyboard.press('Enter');
  await coordinator.page.getByRole('button', { name: 'Ajouter une plage : dimanche' }).click();
  await coordinator.page.getByLabel('dimanche, de (2)').fill('10:00');
  await coordinator.page.getByLabel('dimanche, à (2)').fill('11:00');
  await coordinator.button('Enregistrer').click();
  await coordinator.page.getByLabel('dimanche, de (2)').and(coordinator.page.locator('[aria-invalid=true]')).waitFor();
  await is_clear('refused');
  expect((await calendar()).week).toEqual(before.week);
});

test('put right, the week is saved with the public holidays of the region', async () => {
  await coordinator.page.getByRole('button', { name: 'Retirer : dimanche (2)' }).click();
  await coordinator.page.getByRole('button', { name: /Jours fériés de/ }).click();
  await coordinator.page.getByRole('option', { name: 'Alsace-Moselle', exact: true }).click();
  await coordinator.button('Enregistrer').click();
  await expect.poll(async () => (await calendar()).region).toBe('alsace_moselle');
  expect((await calendar()).week).toContainEqual({ weekday: 7, from_minute: 540, to_minute: 720 });
});

test('a day that is unlike others needs a reason, and stands in the coming weeks', async () => {
  await coordinator.button('Ajouter un jour').click();
  await dialog().getByLabel('Quel jour').fill(next_week);
  await in_dialog('Enregistrer').click();
  await dialog().getByLabel('Raison').and(coordinator.page.locator('[aria-invalid=true]')).waitFor();
  await is_clear('a day without a reason');
  await dialog().getByLabel('Raison').fill('Marché de Noël');
  await in_dialog('Enregistrer').click();
  await coordinator.page.getByRole('cell', { name: /Fermé\s*Marché de Noël/ }).waitFor();
  expect((await calendar()).exceptions.map(({ day }) => day)).toContain(next_week);
});

test('a kiosk is away for a day', async () => {
  await coordinator.button('Ajouter une fermeture').click();
  await dialog().getByRole('button', { name: /Quoi/ }).click();
  await coordinator.page.getByRole('option').last().click();
  await dialog().getByLabel('Raison').fill('Réparation');
  await in_dialog('Enregistrer').click();
  await coordinator.page.getByRole('button', { name: 'Retirer : Réparation' }).waitFor();
  await is_clear('after a closure');
});

test('other hours for a season, by keyboard alone: refused without a name, then it stands in the list until it is taken out', async () => {
  const { page } = coordinator;
  await presses(page, coordinator.button('Ajouter une saison'));
  await expect.poll(() => dialog().getByLabel(/^Nom, par exemple/).evaluate((field) => field === document.activeElement)).toBe(true);
  await presses(page, in_dialog('Enregistrer'));
  await dialog().getByLabel(/^Nom, par exemple/).and(page.locator('[aria-invalid=true]')).waitFor();
  await is_clear('a season without a name');
  await writes(page, dialog().getByLabel(/^Nom, par exemple/), 'Hiver');
  await presses(page, dialog().getByRole('button', { name: /^Retirer : dimanche/ }).first());
  await presses(page, in_dialog('Enregistrer'));
  await dialog().waitFor({ state: 'detached' });
  const bin = coordinator.button('Retirer : Hiver');
  await bin.waitFor();
  const { seasons } = await calendar();
  expect(seasons).toMatchObject([{ season: { name: 'Hiver' } }]);
  expect(seasons[0]?.season.hours.some(({ weekday }) => weekday === 7), 'closed on Sundays then').toBe(false);
  await is_clear('a season in the list');
  await presses(page, bin);
  await coordinator.reads('Aucune saison à venir.');
  expect((await calendar()).seasons).toEqual([]);
});

test('the mediator looks at the hours of their own place and changes nothing', async () => {
  mediator = await Staff.sign_in(server, demo_accounts.mediator, '/desk/');
  await mediator.button(/Sylvie/).first().click();
  await mediator.page.getByRole('menuitem', { name: 'Horaires du lieu' }).click();
  await mediator.reads('Les quatre prochaines semaines');
  expect(await mediator.page.getByRole('button', { name: 'Enregistrer' }).count()).toBe(0);
  expect(await mediator.page.getByRole('button', { name: /Lieu d’accueil/ }).count()).toBe(0);
  await is_clear('read-only hours', mediator);
  expect(await mediator.page.getByRole('tab').allInnerTexts()).toHaveLength(1);
  await mediator.page.getByRole('link', { name: 'Accueil', exact: true }).waitFor();
});
