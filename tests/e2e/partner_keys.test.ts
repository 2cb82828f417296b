// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day_of } from '../support/booking.ts';
import { presses, writes } from '../support/keys.ts';
import { new_ulid } from '../support/link.ts';
import { Staff } from '../support/people.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';
import { open_supply, type OpenSupply } from '../support/supply.ts';

// The manager of the family benefits fund has no mouse today: closures, motives, and who lost their place.

const day_ms = 86_400_000;
let server: StartedServer;
let manager: Staff;
let supply: OpenSupply;
let mediator: StaffSession;
/** Appointments of tomorrow. */
let lost: string[];

const is_clear = async (screen: string) => expect.soft(await manager.stumbling_blocks(), screen).toEqual([]);
const dialog = () => manager.page.locator('[role=dialog], [role=alertdialog]').last();
const in_dialog = (name: string | RegExp) => dialog().getByRole('button', { name });
const row = (words: string) => manager.page.getByRole('row').filter({ hasText: words });
/** Tabs are one stop: arrows go from one to the next. */
async function opens(name: RegExp): Promise<void> {
  const { page } = manager;
  const tab = page.getByRole('tab', { name });
  await presses(page, page.locator('[role=tab][aria-selected=true]'));
  for (let step = 0; step < 8 && (await tab.getAttribute('aria-selected')) !== 'true'; step += 1) await page.keyboard.press('ArrowRight');
  expect(await tab.getAttribute('aria-selected')).toBe('true');
}

beforeAll(async () => {
  server = await StartedServer.start();
  supply = await open_supply(server, 'Demander une aide pour mon loyer');
  mediator = await StaffSession.open(server.local_url, demo_accounts.mediator);
  const ten = Date.parse(`${day_of(Date.now() + day_ms)}T10:00:00Z`);
  lost = [];
  for (const [first_name, starts_at] of [['Odette', ten], ['Marcel', ten + 3_600_000]] as const) {
    const appointment_id = new_ulid();
    const booked = await mediator.put(`/api/v1/appointments/${appointment_id}`, { supply_id: supply.supply_id, starts_at, door: 'kiosk', site_id: supply.site_id, motives: [supply.motive_id], visitor: { first_name } });
    if (booked.status !== 200) throw new Error(JSON.stringify(booked.body));
    lost.push(appointment_id);
  }
  manager = await Staff.sign_in(server, demo_accounts.manager, '/partner/');
  await manager.page.getByRole('heading', { name: 'Planning CAF' }).waitFor();
});
afterAll(async () => {
  await manager?.leave();
  await server?.stop();
});

test('a motive is written, and taken back, by keyboard alone', async () => {
  await opens(/Motifs et papiers/);
  await presses(manager.page, manager.button('Nouveau motif'));
  await writes(manager.page, dialog().getByLabel('En mots simples, en français'), 'Changer de compte en banque');
  await writes(manager.page, dialog().getByLabel('En mots simples, en anglais'), 'Change my bank account');
  await presses(manager.page, in_dialog('Enregistrer'));
  await row('Changer de compte en banque').waitFor();
  await presses(manager.page, manager.button('Modifier : Changer de compte en banque'));
  await presses(manager.page, in_dialog('Ne plus proposer'));
  const sure = manager.page.getByRole('alertdialog', { name: 'Ne plus proposer ce motif ?' });
  await presses(manager.page, sure.getByRole('button', { name: 'Ne plus proposer' }));
  await row('Changer de compte en banque').waitFor({ state: 'detached' });
});

test('a closure by keyboard alone: who would lose their place is shown before it is saved', async () => {
  await opens(/Fermetures/);
  await presses(manager.page, manager.button('Nouvelle fermeture'));
  await writes(manager.page, dialog().getByLabel('Raison'), 'Panne du bâtiment');
  await presses(manager.page, in_dialog('Enregistrer'));
  await dialog().getByText('2 rendez-vous perdraient leur place').waitFor();
  await is_clear('who would lose their place');
  await presses(manager.page, in_dialog('Enregistrer, puis les régler'));
  await row('Panne du bâtiment').waitFor();
  await manager.page.getByRole('tab', { name: /À régler\s*2/ }).waitFor();
});

test('each who lost their place is settled by keyboard alone: one moved, one cancelled', async () => {
  await opens(/À régler/);
  await is_clear('to settle');
  await presses(manager.page, manager.button(/^Déplacer .* à la place libre la plus proche/).first());
  await manager.page.getByRole('tab', { name: /À régler\s*1/ }).waitFor();
  await presses(manager.page, manager.button(/^Annuler .*, avec un message/).first());
  await manager.reads('Aucun rendez-vous à régler.');
  const states = await Promise.all(lost.map(async (id) => ((await mediator.get(`/api/v1/appointments/${id}`)).body as { state: string }).state));
  expect(states.toSorted()).toEqual(['cancelled', 'moved']);
});

test('a closure that is over sooner is taken back by keyboard alone', async () => {
  await opens(/Fermetures/);
  await presses(manager.page, manager.button('Retirer : Panne du bâtiment'));
  await manager.reads('Aucune fermeture à venir.');
});
