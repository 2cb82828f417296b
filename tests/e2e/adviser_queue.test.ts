// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BareKiosk } from '../support/bare_kiosk.ts';
import { start_installation, type Installation } from '../support/installation.ts';
import { BareLink, new_ulid } from '../support/link.ts';
import { site_of } from '../support/pairing.ts';
import { Adviser, Citizen } from '../support/people.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';

// One adviser, people who come to two sites: one line, and the right person next.

let installation: Installation;
let citizen: Citizen;
let adviser: Adviser;
let gourdon: BareLink;
const desks = new Map<string, { mediator: StaffSession; site_id: string; offers: Map<string, string> }>();

async function open_desk(commune: string, email: string): Promise<void> {
  const mediator = await StaffSession.open(installation.server.local_url, email);
  const site_id = await site_of(mediator, commune);
  const offers = new Map<string, string>();
  desks.set(commune, { mediator, site_id, offers });
}

/** Somebody comes to the front desk, which gives them a ticket for this body. */
async function comes(commune: string, body = 'CAF'): Promise<string> {
  const { mediator, site_id, offers } = desks.get(commune) ?? expect.fail(`no desk in ${commune}`);
  const ticket_id = new_ulid();
  const answer = await mediator.put(`/api/v1/queue/tickets/${ticket_id}`, { site_id, offer_id: offers.get(body) });
  expect(answer.status).toBe(200);
  return ticket_id;
}

beforeAll(async () => {
  installation = await start_installation({ commune: 'Bretenoux', server_settings: { interview: { call_seconds: 10 } } });
  const { server, kiosk } = installation;
  await open_desk('Bretenoux', demo_accounts.mediator);
  await open_desk('Gourdon', demo_accounts.foreign_mediator);
  // The kiosk of Gourdon is on, and nobody ever touches it.
  gourdon = await (await BareKiosk.pair(server, 'Gourdon')).open();
  await take_offers('Gourdon', gourdon);
  desks.get('Bretenoux')?.offers.set('CAF', await desk_offers('Bretenoux'));
  [adviser, citizen] = await Promise.all([Adviser.at_work(server), Citizen.arrive(kiosk)]);
  await citizen.is_at_start();
});
afterAll(async () => {
  await citizen?.leave();
  await adviser?.leave();
  await gourdon?.close();
  await installation?.stop();
});

async function take_offers(commune: string, link: BareLink): Promise<void> {
  const { tiles } = (await link.next('snapshot')) as unknown as { tiles: { offers: { offer_id: string; acronym: string }[] }[] };
  for (const offer of tiles.flatMap((tile) => tile.offers)) desks.get(commune)?.offers.set(offer.acronym, offer.offer_id);
}

/** What CAF offers at the site, as its desk sees the kiosk. */
async function desk_offers(commune: string): Promise<string> {
  const { mediator, site_id } = desks.get(commune) ?? expect.fail(`no desk in ${commune}`);
  const link = await BareLink.open(mediator.link({ surface: 'desk', site_id }));
  const { kiosks } = (await link.next('snapshot')) as unknown as { kiosks: { offers: { offer_id: string; acronym: string }[] }[] };
  await link.close();
  return kiosks[0]?.offers.find((offer) => offer.acronym === 'CAF')?.offer_id ?? '';
}

const row = (site: string): Locator => adviser.page.getByRole('list', { name: 'Qui attend' }).getByRole('listitem').filter({ hasText: site });

async function is_clear(screen: string): Promise<void> {
  expect.soft(await adviser.stumbling_blocks(), screen).toEqual([]);
  const folder = process.env.TEST_PICTURES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await adviser.page.screenshot({ path: `${folder}/adviser-${screen.replaceAll(' ', '-')}.png` });
}

test('people who wait at two sites are one line, in the order in which they came', async () => {
  await adviser.reads('Personne n’attend dans les sites que vous recevez.');
  await comes('Gourdon');
  await comes('Bretenoux');
  await row('Gourdon').waitFor();
  await row('Bretenoux').waitFor();
  await adviser.reads('File d’attente : 2 personnes');
  await adviser.reads('La suivante est le n° 1, Espace public de Gourdon');
  await is_clear('queue');
});

test('who waits is told: in about ten minutes', async () => {
  await row('Bretenoux').getByRole('button', { name: /Prévenir le n° 1/ }).click();
  await row('Bretenoux').getByText(/Prévenue : vers/).waitFor();
});

test('somebody urgent goes first, with the reason', async () => {
  await row('Bretenoux').getByRole('button', { name: /Autres actions/ }).click();
  await adviser.page.getByRole('menuitem', { name: 'Passer en premier…' }).click();
  await adviser.page.getByRole('dialog').locator('label').filter({ hasText: 'Dernier car ou train' }).click();
  await is_clear('urgent');
  await adviser.page.getByRole('dialog').getByRole('button', { name: 'Passer en premier' }).click();
  await adviser.reads('La suivante est le n° 1, Mairie de Bretenoux');
  await row('Bretenoux').getByText('Dernier car ou train').waitFor();
  await row('Bretenoux').getByRole('button', { name: /Autres actions/ }).click();
  await adviser.page.getByRole('menuitem', { name: 'N’est plus prioritaire' }).click();
  await adviser.reads('La suivante est le n° 1, Espace public de Gourdon');
});

test('the next person’s kiosk is called by one key; nobody comes, is called twice again, and set aside', async () => {
  await adviser.page.keyboard.press('n');
  for (const calls of [1, 2, 3]) {
    await adviser.reads(/On appelle|Appel/);
    await adviser.reads(calls < 3 ? `Appel ${calls} sur 3` : 'Personne ne s’est présenté après 3 appels', 40_000);
    if (calls === 1) await is_clear('no answer');
    if (calls < 3) await adviser.page.keyboard.press('r');
  }
  await adviser.button('Mettre de côté').click();
  await row('Gourdon').getByText('N’a pas répondu').waitFor();
  await adviser.reads('La suivante est le n° 1, Mairie de Bretenoux');
});

test('the next one is met at their kiosk, and their ticket goes with the interview', async () => {
  await adviser.page.keyboard.press('n');
  await citizen.reads(/vous appelle/);
  await citizen.touch('Répondre');
  await Promise.all([citizen.sees_adviser(30_000), adviser.sees_citizen(30_000)]);
  await adviser.reads('Ticket n° 1');
  await adviser.button('Confier à un autre organisme…').click();
  await adviser.page.getByRole('dialog').getByText(/Assurance maladie/).waitFor();
  await is_clear('transfer');
  await adviser.button('Annuler').click();
  await is_clear('in the interview');
  await adviser.ends();
  await citizen.goes();
  await adviser.reads('Personne n’attend dans les sites que vous recevez.');
  expect(await row('Bretenoux').count()).toBe(0);
  await row('Gourdon').getByRole('button', { name: 'Reprendre' }).click();
  await adviser.reads('La suivante est le n° 1, Espace public de Gourdon');
});

test('the line is closed until tonight with a sentence, and opened again, without a mouse', async () => {
  const close = adviser.button('Fermer la file');
  await close.focus();
  await adviser.page.keyboard.press('Enter');
  await adviser.page.keyboard.type('Revenez demain matin.');
  await is_clear('closing the line');
  await adviser.button('Fermer et prévenir une personne').focus();
  await adviser.page.keyboard.press('Enter');
  await adviser.reads('La file est fermée jusqu’à ce soir. On dit à ceux qui viennent :');
  await adviser.reads('Revenez demain matin.');
  expect(await row('Gourdon').count()).toBe(0);
  await is_clear('closed line');
  await adviser.button('Rouvrir la file').focus();
  await adviser.page.keyboard.press('Enter');
  await adviser.button('Fermer la file').waitFor();
});
