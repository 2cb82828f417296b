// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BareKiosk, offers_at } from '../support/bare_kiosk.ts';
import { start_installation, type Installation } from '../support/installation.ts';
import { new_ulid, type BareLink } from '../support/link.ts';
import { site_of } from '../support/pairing.ts';
import { Adviser, Citizen } from '../support/people.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';

// Somebody touches the kiosk of one site, somebody takes a ticket at another: one order for both.

let installation: Installation;
let citizen: Citizen;
let adviser: Adviser;
let gourdon: BareLink;
let desk: StaffSession;
let site_id: string;
let offer_id: string;
beforeAll(async () => {
  installation = await start_installation({ commune: 'Bretenoux' });
  const { server, kiosk } = installation;
  desk = await StaffSession.open(server.local_url, demo_accounts.foreign_mediator);
  site_id = await site_of(desk, 'Gourdon');
  gourdon = await (await BareKiosk.pair(server, 'Gourdon')).open();
  offer_id = (await offers_at(gourdon)).get('CAF') ?? expect.fail('no CAF in Gourdon');
  [adviser, citizen] = await Promise.all([Adviser.at_work(server), Citizen.arrive(kiosk)]);
  await citizen.is_at_start();
});
afterAll(async () => {
  await citizen?.leave();
  await adviser?.leave();
  await gourdon?.close();
  await installation?.stop();
});

const next = () => adviser.button('Personne suivante').click();

test('“next person” receives who touched the kiosk before somebody came to another site', async () => {
  await citizen.wishes('Ma famille, mes aides');
  await adviser.reads('La suivante appelle de la borne de Mairie de Bretenoux');
  expect((await desk.put(`/api/v1/queue/tickets/${new_ulid()}`, { site_id, offer_id })).status).toBe(200);
  await adviser.page.getByRole('list', { name: 'Qui attend' }).getByText('Espace public de Gourdon').waitFor();
  await adviser.reads('La suivante appelle de la borne de Mairie de Bretenoux');
  expect(await adviser.stumbling_blocks()).toEqual([]);

  await next();
  await Promise.all([citizen.sees_adviser(30_000), adviser.sees_citizen(30_000)]);
  await adviser.ends();
  await citizen.goes();
});

test('who touches a kiosk does not pass somebody who came before: the adviser reads so, and “next person” calls the other', async () => {
  await citizen.wishes('Ma famille, mes aides');
  await adviser.reads('1 personne est venue avant.');
  await adviser.reads('La suivante est le n° 1, Espace public de Gourdon');
  expect(await adviser.stumbling_blocks()).toEqual([]);
  await next();
  await adviser.reads('La borne de Espace public de Gourdon sonne');
  await citizen.reads(/Nous appelons/);
});
