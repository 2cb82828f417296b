// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BareKiosk } from '../support/bare_kiosk.ts';
import { chooses_entry, presses } from '../support/keys.ts';
import { new_ulid, type BareLink } from '../support/link.ts';
import { Mediator } from '../support/mediator.ts';
import { add_second_kiosk } from '../support/second_kiosk.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';
import { open_supply, type OpenSupply } from '../support/supply.ts';

// The front desk without a mouse: who is expected arrives or does not come; and a place with two kiosks.

const upstairs = 'Borne de l’étage';
let server: StartedServer;
let mediator: Mediator;
let session: StaffSession;
let supply: OpenSupply;
let second_kiosk: string;
const links: BareLink[] = [];
beforeAll(async () => {
  server = await StartedServer.start();
  second_kiosk = add_second_kiosk(server, 'Bretenoux', upstairs);
  for (const kiosk_id of [undefined, second_kiosk]) links.push(await (await BareKiosk.pair(server, 'Bretenoux', kiosk_id)).open());
  supply = await open_supply(server, 'Être aidé dans un moment difficile');
  session = await StaffSession.open(server.local_url, demo_accounts.mediator);
  await supply.book(session, 'Odette', 5);
  await supply.book(session, 'Lucie', 185);
  mediator = await Mediator.at_desk(server);
});
afterAll(async () => {
  for (const link of links) await link.close();
  await mediator?.leave();
  await server?.stop();
});

const is_clear = async (screen: string): Promise<void> => {
  expect.soft(await mediator.stumbling_blocks(), screen).toEqual([]);
};

test('who is expected arrives, by keyboard alone: a number, and a place in the line', async () => {
  const { page } = mediator;
  await presses(page, mediator.row_of('Odette').getByRole('button', { name: 'Est là' }));
  await mediator.dialog().getByText('Ticket donné').waitFor();
  await is_clear('ticket');
  await presses(page, mediator.dialog().getByRole('button', { name: 'Terminé' }));
  await mediator.dialog().waitFor({ state: 'detached' });
  await mediator.panel(/^Qui attend/).getByText(/Odette · rendez-vous/).waitFor();
  await is_clear('arrived');
});

test('who does not come is cancelled, by keyboard alone, with the reason', async () => {
  const { page } = mediator;
  await presses(page, mediator.row_of('Lucie').getByRole('button', { name: 'Actions : Lucie' }));
  await chooses_entry(page, 'Annuler le rendez-vous');
  await mediator.dialog().waitFor();
  await is_clear('why cancel');
  await presses(page, mediator.dialog().getByRole('button', { name: 'La personne est empêchée' }));
  await mediator.dialog().waitFor({ state: 'detached' });
  const found = async () => ((await session.get(`/api/v1/sites/${supply.site_id}/appointments/search?q=lucie`)).body as { appointments: unknown[] }).appointments;
  await expect.poll(found).toMatchObject([{ state: 'cancelled', cancel_reason: 'citizen_prevented' }]);
});

test('who wants to be called back at one of two kiosks waits for that one, and is called there', async () => {
  const { page } = mediator;
  await page.keyboard.press('n');
  await presses(page, mediator.dialog().getByRole('button', { name: /Rappeler à la borne/ }));
  const choice = page.getByRole('option', { name: upstairs });
  await choice.waitFor();
  for (let step = 0; step < 3 && !(await choice.evaluate((element) => element === document.activeElement)); step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await mediator.dialog().getByRole('button', { name: new RegExp(`${upstairs}.*Rappeler à la borne|Rappeler à la borne.*${upstairs}`, 's') }).waitFor();
  await is_clear('which kiosk');
  await presses(page, mediator.dialog().getByRole('button', { name: 'Demander une aide pour mon loyer' }));
  await mediator.dialog().getByText('Ticket donné').waitFor();
  await presses(page, mediator.dialog().getByRole('button', { name: 'Terminé' }));
  const { lines } = (await session.get(`/api/v1/sites/${supply.site_id}/queue`)).body as { lines: { tickets: { number: number; acronym: string; wanted_kiosk_id?: string }[] }[] };
  const [ticket] = lines.flatMap((line) => line.tickets).filter(({ acronym }) => acronym === 'CAF');
  expect(ticket?.wanted_kiosk_id).toBe(second_kiosk);
  const row = page.getByRole('listitem').filter({ has: page.getByRole('img', { name: `Ticket n° ${ticket?.number}`, exact: true }) });
  await row.getByText(`À rappeler : ${upstairs}`).waitFor();
  await is_clear('waits for upstairs');
  const caf = await StaffSession.open(server.local_url, demo_accounts.adviser);
  expect(await caf.post('/api/v1/queue/next', { call_id: new_ulid() })).toMatchObject({ status: 200, body: { ticket: { number: ticket?.number } } });
  await row.getByText(`Appelé·e : ${upstairs}`).waitFor();
  await is_clear('called upstairs');
});
