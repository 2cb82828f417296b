// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { new_ulid } from '../support/link.ts';
import { Adviser } from '../support/people.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';
import { open_supply, type OpenSupply } from '../support/supply.ts';

// An adviser's morning: who is booked, with what, who is late, and who has just come.

let server: StartedServer;
let mediator: StaffSession;
let supply: OpenSupply;
let adviser: Adviser;
let odette: string;

/** Booked a few hours ago, at the kiosk of Bretenoux. */
async function books(starts_at: number, visitor: Record<string, unknown>, door = 'kiosk'): Promise<string> {
  const appointment_id = new_ulid();
  const { site_id, supply_id, motive_id } = supply;
  const wish = { supply_id, starts_at, door, site_id, motives: [motive_id], visitor, occurred_at: Date.now() - 3 * 3_600_000 };
  expect(await mediator.put(`/api/v1/appointments/${appointment_id}`, wish)).toMatchObject({ status: 200 });
  return appointment_id;
}

beforeAll(async () => {
  server = await StartedServer.start();
  mediator = await StaffSession.open(server.local_url, demo_accounts.mediator);
  supply = await open_supply(server, 'Demander une aide pour mon loyer', 3);
  odette = await books(supply.next_slot(20), { first_name: 'Odette', companions: 1, note: 'Entend mal de l’oreille gauche' });
  await books(supply.next_slot(80), { first_name: 'Lucien', note: 'Violences', note_is_confidential: true });
  adviser = await Adviser.at_work(server);
});
afterAll(async () => {
  await adviser?.leave();
  await server?.stop();
});

const expected = (name: string): Locator => adviser.page.getByRole('list', { name: 'Attendues aujourd’hui' }).getByRole('listitem').filter({ hasText: name });
const waiting = (name: string): Locator => adviser.page.getByRole('list', { name: 'Qui attend' }).getByRole('listitem').filter({ hasText: name });

async function is_clear(screen: string): Promise<void> {
  expect.soft(await adviser.stumbling_blocks(), screen).toEqual([]);
  const folder = process.env.TEST_PICTURES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await adviser.page.screenshot({ path: `${folder}/adviser-${screen.replaceAll(' ', '-')}.png` });
}

test('who is expected stands in order of time, with who comes along, where and about what, and the free time between', async () => {
  await expected('Odette, avec une personne').getByText('Mairie de Bretenoux · Demander une aide pour mon loyer').waitFor();
  await expected('Lucien').waitFor();
  await adviser.reads('Attendues aujourd’hui : 2 personnes');
  await expected('rien de prévu').first().waitFor();
  const rows = await adviser.page.getByRole('list', { name: 'Attendues aujourd’hui' }).getByRole('listitem').allInnerTexts();
  expect(rows.findIndex((row) => row.includes('Odette'))).toBeLessThan(rows.findIndex((row) => row.includes('Lucien')));
  await is_clear('day');
});

test('papers and a note are one key away, and a note that the front desk does not see says so', async () => {
  await adviser.button(/Papiers et précisions : Odette/).focus();
  await adviser.page.keyboard.press('Enter');
  await expected('Odette').getByText('Une pièce d’identité').waitFor();
  await expected('Odette').getByText('Entend mal de l’oreille gauche').waitFor();
  await adviser.button(/Papiers et précisions : Lucien/).click();
  await expected('Lucien').getByText('Motif (caché à l’accueil)').waitFor();
  await is_clear('details');
});

test('who comes goes from the expected to those who wait, with the number and the same details', async () => {
  expect(await mediator.post(`/api/v1/appointments/${odette}/arrive`, { ticket_id: new_ulid() })).toMatchObject({ status: 200 });
  await waiting('Odette, avec une personne').waitFor();
  await expected('Odette').waitFor({ state: 'detached' });
  await waiting('Odette').getByText(/Rendez-vous \d\d:\d\d/).waitFor();
  await adviser.button(/Papiers et précisions : Odette/).click();
  await waiting('Odette').getByText('Une pièce d’identité').waitFor();
  await is_clear('arrived');
});

test('somebody late is said to be late, and may be marked as not having come', async () => {
  const late = supply.next_slot(-16);
  await books(late, { first_name: 'Rosa' });
  await expected('Rosa').getByText(/En retard de \d+ min/).waitFor({ timeout: 90_000 });
  await is_clear('late');
  await adviser.button(/Rosa, .* : n’est pas venue/).click();
  await expected('Rosa').waitFor({ state: 'detached' });
});

test('who is to be called by telephone stands with the number, and is over once the adviser has called or nobody answered', async () => {
  const reached = await books(supply.next_slot(-106), { first_name: 'Simone', telephone: '06 12 34 56 78' }, 'telephone');
  const silent = await books(supply.next_slot(-61), { first_name: 'Fernand', telephone: '05 65 11 22 33' }, 'telephone');
  await expected('Simone').getByText(/À appeler à \d\d:\d\d au 06 12 34 56 78/).waitFor({ timeout: 90_000 });
  await expected('Simone').getByText(/À appeler depuis \d+ min/).waitFor();
  expect(await expected('Simone').getByText('En retard').count()).toBe(0);
  await is_clear('telephone');
  await adviser.button(/Simone, .* : j’ai appelé, c’est terminé/).click();
  await expected('Simone').waitFor({ state: 'detached' });
  await adviser.button(/Fernand, .* : personne n’a répondu/).click();
  await expected('Fernand').waitFor({ state: 'detached' });
  const state_of = async (id: string): Promise<unknown> => (await mediator.get(`/api/v1/appointments/${id}`)).body;
  expect(await state_of(reached)).toMatchObject({ state: 'finished' });
  expect(await state_of(silent)).toMatchObject({ state: 'no_show' });
});

test('a list that cannot be read says how old it is', async () => {
  await adviser.page.route('**/api/v1/appointments?*', (route) => route.abort());
  await expected('Lucien').waitFor();
  await adviser.reads(/la liste n’est peut-être plus à jour/, 90_000);
  await adviser.page.unroute('**/api/v1/appointments?*');
  adviser.window.complaints.length = 0; // the browser complains of what was aborted
});
