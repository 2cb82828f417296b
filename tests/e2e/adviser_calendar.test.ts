// SPDX-License-Identifier: EUPL-1.2
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day_of } from '../support/booking.ts';
import { new_ulid } from '../support/link.ts';
import { Staff } from '../support/people.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';
import { open_supply, type OpenSupply } from '../support/supply.ts';

// Camille answers every day. She is away for two days; Hugo comes instead on the first one and is away himself on the
// second one. He has his sessions in the calendar of his telephone.

const day_ms = 86_400_000;
const first = day_of(Date.now() + day_ms);
const second = day_of(Date.now() + 2 * day_ms);
const words = (day: string): string => new Date(day).toLocaleDateString('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });

let server: StartedServer;
let supply: OpenSupply;
let manager: Staff | undefined;
let hugo: Staff | undefined;
let address = '';

const dialog = (staff: Staff): Locator => staff.page.locator('[role=dialog], [role=alertdialog]').last();
const in_dialog = (staff: Staff, name: string | RegExp): Locator => dialog(staff).getByRole('button', { name });
async function presses(target: Locator): Promise<void> {
  await target.focus();
  await target.press('Enter');
}

beforeAll(async () => {
  server = await StartedServer.start();
  supply = await open_supply(server, 'Demander une aide pour mon loyer');
  const asking = await StaffSession.open(server.local_url, demo_accounts.manager);
  const network_id = ((await asking.get('/api/v1/network')).body as { networks: { network_id: string }[] }).networks[0]?.network_id ?? '';
  const { people } = (await asking.get(`/api/v1/networks/${network_id}/rota?from=${first}&to=${second}`)).body as { people: { account_id: string; name: string; partner_id: string }[] };
  const person = (name: string) => people.find((each) => each.name === name) ?? { account_id: '', partner_id: '' };
  const { account_id: camille } = person('Camille Vidal');
  const { account_id, partner_id } = person('Hugo Marty');
  expect((await asking.put(`/api/v1/supplies/${supply.supply_id}/team`, { account_ids: [camille] })).status).toBe(204);
  expect((await asking.put(`/api/v1/absences/${new_ulid()}`, { partner_id, account_id, first_day: second, last_day: second })).status).toBe(200);
});
afterAll(async () => {
  await manager?.leave();
  await hugo?.leave();
  await server?.stop();
});

test('one colleague comes instead of another for several days, and the days on which he cannot are named', async () => {
  manager = await Staff.sign_in(server, demo_accounts.manager, '/partner/');
  await presses(manager.page.getByRole('tab', { name: /Équipe/ }));
  await manager.button('Noter une absence').click();
  const choose = async (name: string, choice: Locator) => {
    await choice.click();
    await manager?.page.getByRole('option', { name }).click();
  };
  await choose('Camille Vidal', in_dialog(manager, /Qui/).first());
  await dialog(manager).getByLabel('Premier jour').fill(first);
  await dialog(manager).getByLabel('Dernier jour').fill(second);
  await choose('Hugo Marty', in_dialog(manager, /Qui remplace/));
  expect.soft(await manager.stumbling_blocks(), 'an absence with a replacement').toEqual([]);
  await presses(in_dialog(manager, 'Enregistrer'));
  await dialog(manager).getByText('Hugo Marty remplace pour 1 permanence.').waitFor();
  await dialog(manager).getByText(new RegExp(`^${words(second)}, .* : Hugo Marty n’est pas là`)).waitFor();
  expect.soft(await manager.stumbling_blocks(), 'what was not possible').toEqual([]);
  await presses(in_dialog(manager, 'Fermer').last());
  await manager.button('Remplacer Camille Vidal').waitFor();
});

test('he sees whom he replaces, and makes the address of his own calendar', async () => {
  hugo = await Staff.sign_in(server, demo_accounts.second_adviser, '/adviser/');
  await hugo.reads('Remplace Camille Vidal');
  await presses(hugo.button('Dans mon agenda'));
  await dialog(hugo).getByRole('button', { name: /moi, avec mes permanences/ }).waitFor();
  await dialog(hugo).getByLabel(/Pour quel agenda/).fill('Mon téléphone');
  expect.soft(await hugo.stumbling_blocks(), 'own calendar').toEqual([]);
  await presses(in_dialog(hugo, 'Créer l’adresse'));
  const shown = dialog(hugo).getByText(/\/api\/v1\/calendars\//);
  await shown.waitFor();
  address = await shown.innerText();
  const text = (await (await fetch(`${server.local_url}${new URL(address).pathname}`)).text()).replaceAll('\r\n ', '');
  expect(text.match(/UID:/g)).toHaveLength(1);
  expect(text).toContain(`UID:${supply.supply_id}-${first}-0@parvis`);
  expect(text).toContain('(remplace Camille Vidal)');
});

test('once revoked the address opens nothing', async () => {
  if (!hugo) return;
  await in_dialog(hugo, 'Révoquer : Mon téléphone').click();
  await dialog(hugo).getByText('Aucune adresse n’est en service.').waitFor();
  expect((await fetch(`${server.local_url}${new URL(address).pathname}`)).status).toBe(404);
});
