// SPDX-License-Identifier: EUPL-1.2
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Staff } from '../support/people.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';

// The calendar of supply of the family benefits fund, kept by its manager: Mondays and Fridays everywhere, on Wednesdays
// one adviser in Bretenoux until half past ten and in Gourdon from then on.

interface Opening {
  day: string;
  from: number;
  to: number;
  advisers: number;
}
interface Plan {
  openings: Opening[];
  holidays: { holidays: unknown[] }[];
}

const day_ms = 86_400_000;
const iso = (instant: number) => new Date(instant).toISOString().slice(0, 10);
const add_days = (day: string, days: number) => iso(Date.parse(day) + days * day_ms);
const this_monday = (): string => {
  const today = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Paris' });
  return add_days(today, -((new Date(today).getUTCDay() + 6) % 7));
};
const french = (day: string, options: Intl.DateTimeFormatOptions) => new Date(day).toLocaleDateString('fr-FR', { ...options, timeZone: 'UTC' });

let server: StartedServer;
let manager: Staff;
let asking: StaffSession;
let network_id: string;
let caf: string;
/** The Monday of the first week to come that has no public holiday, nor has the one after it. */
let monday: string;
let weeks_ahead = 1;

async function plan(from: string, days = 6): Promise<Plan> {
  const answer = await asking.get(`/api/v1/networks/${network_id}/plan?from=${from}&to=${add_days(from, days)}&partner_id=${caf}`);
  return answer.body as Plan;
}
const hours_on = async (day: string) => {
  const clock = (instant: number) => new Date(instant).toLocaleTimeString('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' });
  return (await plan(day, 0)).openings.map(({ from, to, advisers }) => `${clock(from)}-${clock(to)} ${advisers}`).toSorted();
};

beforeAll(async () => {
  server = await StartedServer.start();
  asking = await StaffSession.open(server.local_url, demo_accounts.manager);
  const overview = (await asking.get('/api/v1/network')).body as { networks: { network_id: string; partners: { partner_id: string; acronym: string }[] }[] };
  network_id = overview.networks[0]?.network_id ?? '';
  caf = overview.networks[0]?.partners.find(({ acronym }) => acronym === 'CAF')?.partner_id ?? '';
  for (monday = add_days(this_monday(), 7); ; monday = add_days(monday, 7), weeks_ahead += 1) {
    if ((await plan(monday, 13)).holidays.every(({ holidays }) => holidays.length === 0)) break;
  }
});
afterAll(async () => {
  await manager?.leave();
  await server?.stop();
});

const is_clear = async (screen: string, person = manager) => expect.soft(await person.stumbling_blocks(), screen).toEqual([]);
const dialog = () => manager.page.getByRole('dialog').last();
const in_dialog = (name: string | RegExp) => dialog().getByRole('button', { name });
const bars = (words: string | RegExp): Locator => manager.page.getByRole('button').filter({ hasText: words });
const wednesday = () => add_days(monday, 2);

async function shows_week(): Promise<void> {
  await manager.button('Aujourd’hui').click();
  for (let week = 0; week < weeks_ahead; week += 1) await manager.button('Période suivante').click();
  await bars('Bretenoux').first().waitFor();
}

/** Goes on with Tab until this has the focus; it must come within one round of the page. */
async function tabs_to(target: Locator): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < 120; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await manager.page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${target}`);
}

test('a manager who signs in comes to the calendar of their own body and sees no other', async () => {
  manager = await Staff.sign_in(server, demo_accounts.manager, '/partner/');
  await manager.page.getByRole('heading', { name: 'Planning CAF' }).waitFor();
  await shows_week();
  await expect.poll(() => bars(/Plage horaire/).count()).toBe(4);
  expect(await bars('CPAM').count()).toBe(0);
  await manager.reads('48 entretiens possibles, dont 28 gardés pour les visiteurs sans rendez-vous.');
  await is_clear('week');
});

test('one adviser more on one day, by keyboard alone; the other weeks stay as they are', async () => {
  await tabs_to(bars(/Gourdon/).first());
  await manager.page.keyboard.press('Enter');
  await dialog().getByText('Cette ouverture revient chaque mercredi.').waitFor();
  await is_clear('one day of an opening');
  await tabs_to(dialog().getByLabel('Nombre de conseillers'));
  await manager.page.keyboard.press('Control+a');
  await manager.page.keyboard.type('3');
  await tabs_to(in_dialog('Enregistrer'));
  await manager.page.keyboard.press('Enter');
  await bars(/Gourdon.*3 conseillers/s).first().waitFor();
  expect(await hours_on(wednesday())).toEqual(['08:30-10:30 3', '10:30-12:30 3']);
  expect(await hours_on(add_days(wednesday(), 7))).toEqual(['08:30-10:30 1', '10:30-12:30 1']);
});

test('a bar that is dragged an hour down moves that day alone, with its other place', async () => {
  await manager.button('Période suivante').click();
  const bar = bars(/Bretenoux/).first();
  await expect.poll(() => bars(/1 conseiller\b/).count()).toBe(2);
  const box = await bar.boundingBox();
  if (!box) throw new Error('the bar is not on the screen');
  const hour = box.height / 2 + 4; // the bar lasts two, and is drawn a little shorter
  await manager.page.mouse.move(box.x + 40, box.y + 40);
  await manager.page.mouse.down();
  await manager.page.mouse.move(box.x + 40, box.y + 40 + hour / 2, { steps: 4 });
  await manager.page.mouse.move(box.x + 40, box.y + 40 + hour, { steps: 4 });
  await manager.page.mouse.up();
  await manager.reads(/^Déplacé/);
  await expect.poll(() => hours_on(add_days(wednesday(), 7))).toEqual(['09:30-11:30 1', '11:30-13:30 1']);
  expect(await hours_on(add_days(wednesday(), 14))).toEqual(['08:30-10:30 1', '10:30-12:30 1']);
});

test('a bar is made longer by its lower edge; one that would run into the next place is put back with the reason', async () => {
  const drag_edge = async (bar: Locator, distance: number) => {
    const box = await bar.boundingBox();
    if (!box) throw new Error('the bar is not on the screen');
    const [x, y] = [box.x + box.width / 2, box.y + box.height - 2];
    await manager.page.mouse.move(x, y - 20);
    await manager.page.mouse.move(x, y);
    await manager.page.mouse.down();
    await manager.page.mouse.move(x, y + distance / 2, { steps: 4 });
    await manager.page.mouse.move(x, y + distance, { steps: 4 });
    await manager.page.mouse.up();
  };
  const half_an_hour = ((await bars(/Gourdon/).first().boundingBox())?.height ?? 0) / 4 + 4;
  await drag_edge(bars(/Gourdon/).first(), half_an_hour);
  await expect.poll(() => hours_on(add_days(wednesday(), 7))).toEqual(['09:30-11:30 1', '11:30-14:00 1']);
  await bars(/11\sh\s30 – 14\sh/).first().waitFor();
  await drag_edge(bars(/Bretenoux/).first(), half_an_hour);
  const refusal = manager.page.getByRole('alertdialog').filter({ hasText: 'Cette étape commence avant la fin de la précédente.' });
  await refusal.getByRole('button', { name: 'Fermer' }).click();
  await bars(/9\sh\s30 – 11\sh\s30/).first().waitFor();
  expect(await hours_on(add_days(wednesday(), 7))).toEqual(['09:30-11:30 1', '11:30-14:00 1']);
});

test('what the server refuses stands at its field, and nothing changes', async () => {
  await shows_week();
  await manager.page.keyboard.press('n');
  await dialog().getByText('Nouvelle ouverture').waitFor();
  await in_dialog('Enregistrer').click();
  await dialog().getByText('Choisissez au moins un lieu pour cette étape.').waitFor();
  await dialog().getByText('Tous les lieux', { exact: true }).click();
  await dialog().getByText('Autre', { exact: true }).click();
  await dialog().getByLabel('Règle de répétition').fill('tous les mardis');
  await in_dialog('Enregistrer').click();
  await dialog().getByText(/La répétition n’est pas comprise : « tous les mardis »/).waitFor();
  await is_clear('refused');
  await dialog().getByLabel('Règle de répétition').fill('FREQ=WEEKLY;BYDAY=WE');
  await dialog().getByText('Plage horaire').click();
  await in_dialog('Enregistrer').click();
  await dialog().getByText(/Ce groupe a déjà une ouverture au même lieu et à la même heure/).waitFor();
  await in_dialog('Annuler').click();
  await expect.poll(() => bars(/Plage horaire/).count()).toBe(4);
});

test('every other Tuesday until a day, except one, one place after the other', async () => {
  const tuesday = add_days(monday, 1);
  const last = add_days(tuesday, 60);
  const left_out = add_days(tuesday, 14);
  await manager.button('Nouvelle ouverture').click();
  await dialog().getByLabel('De', { exact: true }).fill('08:30');
  await dialog().getByLabel('À', { exact: true }).fill('10:30');
  await dialog().getByText('Bretenoux', { exact: true }).click();
  await in_dialog('Puis dans un autre lieu').click();
  await dialog().getByLabel('Étape 2, à').fill('12:30');
  await dialog().getByRole('listitem').nth(1).getByText('Gourdon', { exact: true }).click();
  await dialog().getByLabel('Jour', { exact: true }).fill(tuesday);
  await dialog().getByText('Chaque semaine', { exact: true }).click();
  await dialog().getByRole('button', { name: /Rythme/ }).click();
  await manager.page.getByRole('option', { name: 'Une semaine sur deux' }).click();
  await dialog().getByLabel('Jusqu’au').fill(last);
  await dialog().getByLabel('Jour à exclure').fill(left_out);
  await in_dialog('Exclure').click();
  const long: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
  await dialog().getByText(`Cette ouverture a lieu un mardi sur deux jusqu’au ${french(last, long)}, sauf le ${french(left_out, long)}.`).waitFor();
  await is_clear('new opening');
  await in_dialog('Enregistrer').click();
  await bars(/Rendez-vous/).first().waitFor();
  const fortnights = [0, 7, 14, 28].map((days) => hours_on(add_days(tuesday, days)));
  expect(await Promise.all(fortnights)).toEqual([['08:30-10:30 1', '10:30-12:30 1'], [], [], ['08:30-10:30 1', '10:30-12:30 1']]);
});

test('a week is copied to another; what stands there already is left alone', async () => {
  await manager.button('Copier la semaine').click();
  await is_clear('copy');
  await in_dialog('Copier').click();
  await manager.reads('1 ouverture copiée');
  await manager.reads(/^Laissés de côté : lundi .*, mercredi .* et vendredi/);
  expect(await hours_on(add_days(monday, 8))).toEqual(['08:30-10:30 1', '10:30-12:30 1']);
});

test('a day is taken out, and the rest ends after a day', async () => {
  await shows_week();
  await bars(/Rendez-vous.*Gourdon/s).first().click();
  await in_dialog('Supprimer').click();
  await is_clear('removal', manager);
  await manager.page.getByRole('alertdialog', { name: 'Supprimer cette ouverture ?' }).getByRole('button', { name: 'Supprimer' }).click();
  await expect.poll(() => hours_on(add_days(monday, 1))).toEqual([]);
  await bars(/Rendez-vous/).first().waitFor({ state: 'detached' });
});

test('a closure greys its day with its reason, and nothing is planned then', async () => {
  await manager.page.getByRole('tab', { name: 'Fermetures' }).click();
  await manager.reads('Aucune fermeture à venir.');
  await manager.button('Nouvelle fermeture').click();
  await dialog().getByLabel('Premier jour').fill(monday);
  await dialog().getByLabel('Jusqu’au').fill(monday);
  await dialog().getByLabel('Raison').fill('Journée de formation');
  await is_clear('closure');
  await in_dialog('Enregistrer').click();
  await dialog().getByText('La fin de la fermeture doit venir après son début').waitFor();
  await dialog().getByLabel('Jusqu’au').fill(add_days(monday, 1));
  await in_dialog('Enregistrer').click();
  await manager.page.getByRole('row').filter({ hasText: 'Journée de formation' }).waitFor();
  await is_clear('closures');
  await manager.page.getByRole('tab', { name: 'Calendrier' }).click();
  await shows_week();
  await manager.reads('Journée de formation');
  expect(await hours_on(monday)).toEqual([]);
  await is_clear('week with a closure');
});

test('a motive in plain words with its papers comes into the list, and leaves it', async () => {
  await manager.page.getByRole('tab', { name: 'Motifs et papiers' }).click();
  await is_clear('motives');
  await manager.button('Nouveau motif').click();
  await dialog().getByLabel('En mots simples, en français').fill('Préparer la naissance de mon enfant');
  await in_dialog('Enregistrer').click();
  await dialog().getByText('Écrivez le motif en mots simples, en français et en anglais.').waitFor();
  await dialog().getByLabel('En mots simples, en anglais').fill('Prepare for the birth of my child');
  await dialog().getByLabel('Sigle').fill('PAJE');
  await in_dialog('Ajouter un papier').click();
  await dialog().getByLabel('Papier 1, en français').fill('La déclaration de grossesse');
  await dialog().getByLabel('Papier 1, en anglais').fill('The declaration of pregnancy');
  await dialog().getByLabel('Réservé à ces communes').fill('4603');
  await is_clear('motive');
  await in_dialog('Enregistrer').click();
  await dialog().getByText(/n’est pas un code de commune de l’INSEE/).waitFor();
  await dialog().getByLabel('Réservé à ces communes').fill('46038');
  await in_dialog('Enregistrer').click();
  const row = manager.page.getByRole('row').filter({ hasText: 'Préparer la naissance de mon enfant' });
  await row.filter({ hasText: 'PAJE' }).filter({ hasText: 'La déclaration de grossesse' }).waitFor();
  await row.getByRole('button').click();
  await in_dialog('Ne plus proposer').click();
  await manager.page.getByRole('alertdialog', { name: 'Ne plus proposer ce motif ?' }).getByRole('button', { name: 'Ne plus proposer' }).click();
  await row.waitFor({ state: 'detached' });
});

test('the month, in English as well', async () => {
  await manager.page.getByRole('tab', { name: 'Calendrier' }).click();
  await manager.button('Mois').click();
  await manager.page.getByRole('heading', { name: french(monday, { month: 'long', year: 'numeric' }) }).waitFor();
  await is_clear('month');
  await manager.page.getByRole('radio', { name: 'English' }).click();
  await manager.button('New opening').waitFor();
  await is_clear('month in English');
});

test('who coordinates the network sees all bodies and goes to and fro; an adviser is told that this is not their page', async () => {
  const coordinator = await Staff.sign_in(server, demo_accounts.coordinator, '/partner/');
  await coordinator.page.getByRole('button').filter({ hasText: /CPAM.*Rendez-vous/s }).first().waitFor();
  await is_clear('all bodies', coordinator);
  await coordinator.page.getByRole('link', { name: 'Réseau' }).click();
  await coordinator.page.waitForURL('**/network/');
  await coordinator.leave();
  const adviser = await Staff.sign_in(server, demo_accounts.adviser, '/adviser/');
  await adviser.page.goto(`${server.url}/partner/`);
  await adviser.page.getByRole('link', { name: 'Aller à ma page' }).or(adviser.page.getByRole('link')).first().waitFor();
  expect(await adviser.page.getByRole('tab').count()).toBe(0);
  await adviser.leave();
});
