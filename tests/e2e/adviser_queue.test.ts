// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BareKiosk, offers_at } from '../support/bare_kiosk.ts';
import { start_installation, type Installation } from '../support/installation.ts';
import { chooses_entry, picks, presses } from '../support/keys.ts';
import { BareLink, new_ulid } from '../support/link.ts';
import { site_of } from '../support/pairing.ts';
import { Adviser, Citizen } from '../support/people.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';

// One adviser, people who come to two sites: one line, and the right person next.

let installation: Installation;
let citizen: Citizen;
let adviser: Adviser;
let gourdon: BareLink;
let kiosk_of_gourdon: BareKiosk;
let colleague: StaffSession;
const desks = new Map<string, { mediator: StaffSession; site_id: string; offers: Map<string, string> }>();

async function open_desk(commune: string, email: string): Promise<void> {
  const mediator = await StaffSession.open(installation.server.local_url, email);
  const site_id = await site_of(mediator, commune);
  const offers = new Map<string, string>();
  desks.set(commune, { mediator, site_id, offers });
}

/** Somebody comes to the front desk, which gives them a ticket for this body. */
async function comes(commune: string, wish: Record<string, unknown> = {}): Promise<string> {
  const { mediator, site_id, offers } = desks.get(commune) ?? expect.fail(`no desk in ${commune}`);
  const ticket_id = new_ulid();
  const answer = await mediator.put(`/api/v1/queue/tickets/${ticket_id}`, { site_id, offer_id: offers.get('CAF'), ...wish });
  expect(answer.status).toBe(200);
  return ticket_id;
}

beforeAll(async () => {
  installation = await start_installation({ commune: 'Bretenoux', server_settings: { interview: { call_seconds: 10 } } });
  const { server, kiosk } = installation;
  await open_desk('Bretenoux', demo_accounts.mediator);
  await open_desk('Gourdon', demo_accounts.foreign_mediator);
  // The kiosk of Gourdon is on, and nobody ever touches it.
  kiosk_of_gourdon = await BareKiosk.pair(server, 'Gourdon');
  gourdon = await kiosk_of_gourdon.open();
  colleague = await StaffSession.open(server.local_url, demo_accounts.second_adviser);
  for (const [acronym, offer_id] of await offers_at(gourdon)) desks.get('Gourdon')?.offers.set(acronym, offer_id);
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

/** What CAF offers at the site, as its desk sees the kiosk. */
async function desk_offers(commune: string): Promise<string> {
  const { mediator, site_id } = desks.get(commune) ?? expect.fail(`no desk in ${commune}`);
  const link = await BareLink.open(mediator.link({ surface: 'desk', site_id }));
  const { kiosks } = (await link.next('snapshot')) as unknown as { kiosks: { offers: { offer_id: string; acronym: string }[] }[] };
  await link.close();
  return kiosks[0]?.offers.find((offer) => offer.acronym === 'CAF')?.offer_id ?? '';
}

const row = (site: string): Locator => adviser.page.getByRole('list', { name: 'Qui attend' }).getByRole('listitem').filter({ hasText: site });

const act = (who: StaffSession, ticket_id: string, form: Record<string, unknown>) => who.put(`/api/v1/queue/tickets/${ticket_id}/acts/${new_ulid()}`, form);

async function picture_of(page: Page, name: string): Promise<void> {
  const folder = process.env.TEST_PICTURES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name.replaceAll(' ', '-')}.png` });
}

async function is_clear(screen: string): Promise<void> {
  expect.soft(await adviser.stumbling_blocks(), screen).toEqual([]);
  await picture_of(adviser.page, `adviser-${screen}`);
}

/** The kiosk stands upright or lies: both must be readable. */
async function is_clear_at_kiosk(screen: string): Promise<void> {
  const before = citizen.page.viewportSize() ?? { width: 1080, height: 1920 };
  for (const [name, size] of [['upright', { width: 1080, height: 1920 }], ['lying', { width: 1920, height: 1080 }]] as const) {
    await citizen.page.setViewportSize(size);
    expect.soft(await citizen.stumbling_blocks(), `${screen}, ${name}`).toEqual([]);
    await picture_of(citizen.page, `kiosk-${screen}-${name}`);
  }
  await citizen.page.setViewportSize(before);
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

test('the kiosk shows the numbers that wait for it with how many go before, and no false range', async () => {
  await citizen.reads('Numéro 1');
  await citizen.reads('1 personne avant vous');
  await citizen.reads('Durée d’attente pas encore connue');
  await is_clear_at_kiosk('waiting');
});

test('a break of the only adviser is told to those who wait, and so is its end', async () => {
  await adviser.page.keyboard.press('p');
  await citizen.reads('Aucun conseiller pour le moment, vous gardez votre place');
  await adviser.reads(/Aucun conseiller n’est disponible et 2 personnes attendent/);
  await adviser.page.keyboard.press('d');
  await citizen.reads('Durée d’attente pas encore connue');
});

test('who waits at a kiosk that is off keeps their place, the page says why, and the next one is somebody else', async () => {
  await gourdon.close();
  await row('Gourdon').getByText('Borne hors ligne').waitFor({ timeout: 60_000 });
  await adviser.reads('La suivante est le n° 1, Mairie de Bretenoux');
  await is_clear('kiosk off');
  gourdon = await kiosk_of_gourdon.open();
  await row('Gourdon').getByText('Borne hors ligne').waitFor({ state: 'detached' });
  await adviser.reads('La suivante est le n° 1, Espace public de Gourdon');
});

test('who waits is told: in about ten minutes', async () => {
  await row('Bretenoux').getByRole('button', { name: /Prévenir le n° 1/ }).click();
  await row('Bretenoux').getByText(/Prévenue : vers/).waitFor();
  await citizen.reads(/Soyez là vers \d\d:\d\d/);
});

test('somebody urgent goes first, with the reason, by keyboard alone', async () => {
  const { page } = adviser;
  await presses(page, row('Bretenoux').getByRole('button', { name: /Autres actions/ }));
  await chooses_entry(page, 'Passer en premier…');
  await picks(page, page.getByRole('dialog').getByRole('radio', { name: 'Dernier car ou train' }));
  await is_clear('urgent');
  await presses(page, page.getByRole('dialog').getByRole('button', { name: 'Passer en premier' }));
  await adviser.reads('La suivante est le n° 1, Mairie de Bretenoux');
  await row('Bretenoux').getByText('Dernier car ou train').waitFor();
  await row('Bretenoux').getByRole('button', { name: /Autres actions/ }).click();
  await adviser.page.getByRole('menuitem', { name: 'N’est plus prioritaire' }).click();
  await adviser.reads('La suivante est le n° 1, Espace public de Gourdon');
});

test('the next person’s kiosk is called by one key; nobody comes, is called twice again, and set aside', async () => {
  await adviser.page.keyboard.press('n');
  for (const calls of [1, 2, 3]) {
    await adviser.reads(calls < 3 ? `Appel ${calls} sur 3` : 'Personne ne s’est présenté après 3 appels', 40_000);
    if (calls === 1) await is_clear('no answer');
    if (calls < 3) await adviser.page.keyboard.press('r');
  }
  await adviser.button('Mettre de côté').click();
  await row('Gourdon').getByText('N’a pas répondu').waitFor();
  await adviser.reads('La suivante est le n° 1, Mairie de Bretenoux');
});

test('a number that is called to the kiosk by a colleague stands there in the largest letters, is spoken, and goes again', async () => {
  const { ticket } = (await colleague.post('/api/v1/queue/next', { call_id: new_ulid() })).body as { ticket: { ticket_id: string; number: number } };
  expect(ticket.number).toBe(1);
  await citizen.reads('Numéro 1 : c’est à vous, installez-vous');
  await citizen.reads('Un conseiller va vous appeler sur cet écran : Caisse d’allocations familiales (CAF).');
  await citizen.reads('Un numéro est appelé ici.');
  await is_clear_at_kiosk('your turn');
  expect(await act(colleague, ticket.ticket_id, { act: 'no_answer' })).toMatchObject({ status: 200 });
  await citizen.reads('nous vous appelons encore');
  expect(await act(colleague, ticket.ticket_id, { act: 'put_back' })).toMatchObject({ status: 200 });
  await citizen.page.getByText('nous vous appelons encore').waitFor({ state: 'detached' });
  await citizen.reads('Numéro 1');
});

test('the next one is met at their kiosk, and their ticket goes with the interview', async () => {
  await adviser.page.keyboard.press('n');
  await citizen.reads(/vous appelle/);
  await citizen.reads('Numéro 1 : c’est à vous, installez-vous');
  await is_clear_at_kiosk('called');
  await citizen.touch('Répondre');
  await Promise.all([citizen.sees_adviser(30_000), adviser.sees_citizen(30_000)]);
  await adviser.reads('Ticket n° 1');
  await is_clear('in the interview');
  // During the talk, by keyboard alone.
  const { page } = adviser;
  await presses(page, adviser.button('Confier à un autre organisme…'));
  await picks(page, page.getByRole('dialog').getByRole('radio', { name: /Assurance maladie.*CPAM/ }).first());
  await is_clear('transfer');
  await presses(page, page.getByRole('dialog').getByRole('button', { name: 'Confier' }));
  await page.getByText('Ticket n° 1').waitFor({ state: 'detached' });
  await is_clear('handed on');
  await adviser.ends();
  await citizen.goes();
  await nadia_sees_who_handed_on();
  await adviser.reads('Personne n’attend dans les sites que vous recevez.');
  expect(await row('Bretenoux').count()).toBe(0);
  await row('Gourdon').getByRole('button', { name: 'Reprendre' }).click();
  await adviser.reads('La suivante est le n° 1, Espace public de Gourdon');
});

/** At the other body: with the number and by whom; then they go home. */
async function nadia_sees_who_handed_on(): Promise<void> {
  const nadia = await Adviser.at_work(installation.server, demo_accounts.foreign_adviser, false);
  const there = nadia.page.getByRole('list', { name: 'Qui attend' }).getByRole('listitem').filter({ hasText: 'Bretenoux' });
  await there.getByText('Confiée par Camille Vidal (CAF)').waitFor();
  await there.getByText('Numéro 1,').waitFor({ state: 'attached' });
  expect.soft(await nadia.stumbling_blocks(), 'handed on, at the other body').toEqual([]);
  await picture_of(nadia.page, 'adviser-handed-on-there');
  await there.getByRole('button', { name: /Autres actions/ }).click();
  await nadia.page.getByRole('menuitem', { name: 'N’est plus là' }).click();
  await there.waitFor({ state: 'detached' });
  await nadia.leave();
}

test('what was promised to somebody stands at the kiosk: called back here, a place that is kept', async () => {
  const { mediator, site_id } = desks.get('Bretenoux') ?? expect.fail('no desk');
  const link = await BareLink.open(mediator.link({ surface: 'desk', site_id }));
  const { kiosks } = (await link.next('snapshot')) as unknown as { kiosks: { kiosk_id: string }[] };
  await link.close();
  const back = await comes('Bretenoux', { kiosk_id: kiosks[0]?.kiosk_id });
  await citizen.reads('On vous rappelle ici');
  expect(await act(mediator, back, { act: 'away', back_at: Date.now() + 40 * 60_000 })).toMatchObject({ status: 200 });
  await citizen.reads(/Place gardée, revenez à \d\d:\d\d/);
  await row('Bretenoux').getByText(/Revient à/).waitFor();
  expect(await act(mediator, back, { act: 'back' })).toMatchObject({ status: 200 });
  await citizen.reads('On vous rappelle ici');
});

test('somebody is handed on to another body, keeps their place there, and the kiosk says with whom', async () => {
  const { mediator, site_id, offers } = desks.get('Bretenoux') ?? expect.fail('no desk');
  const { number } = (await mediator.put(`/api/v1/queue/tickets/${new_ulid()}`, { site_id, offer_id: offers.get('CAF') })).body as { number: number };
  await adviser.button(`Autres actions pour le n° ${number}, Mairie de Bretenoux`).click();
  await adviser.page.getByRole('menuitem', { name: 'Confier à un autre organisme…' }).click();
  const dialog = adviser.page.getByRole('dialog');
  await dialog.locator('label').filter({ hasText: 'CPAM' }).first().click();
  await dialog.getByRole('button', { name: 'Confier' }).click();
  await adviser.button(`Autres actions pour le n° ${number}, Mairie de Bretenoux`).waitFor({ state: 'detached' });
  const nadia = await StaffSession.open(installation.server.local_url, demo_accounts.foreign_adviser);
  const { lines } = (await nadia.get('/api/v1/queue')).body as { lines: { tickets: { number: number; ticket_id: string; acronym: string }[] }[] };
  const [there] = lines.flatMap((line) => line.tickets);
  expect(there).toMatchObject({ number, acronym: 'CPAM' });
  await citizen.page.getByRole('listitem').filter({ hasText: `Numéro ${number}` }).getByText('CPAM').waitFor();
  await act(mediator, there?.ticket_id ?? '', { act: 'leave', leave_reason: 'gave_up' });
});

test('the line is closed for one site with a sentence, and everybody else goes on waiting', async () => {
  await adviser.button('Fermer la file').click();
  const dialog = adviser.page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Où/ }).click();
  await adviser.page.getByRole('option', { name: 'Espace public de Gourdon' }).click();
  await dialog.getByLabel('Message pour elles').fill('Le conseiller a dû partir. Revenez demain matin.');
  await is_clear('closing one site');
  await dialog.getByRole('button', { name: 'Fermer et prévenir une personne' }).click();
  await adviser.reads('File fermée jusqu’à ce soir pour Espace public de Gourdon. On dit à ceux qui viennent :');
  await row('Gourdon').waitFor({ state: 'detached' });
  await row('Bretenoux').waitFor();
  await is_clear('one site closed');
  const { mediator, site_id, offers } = desks.get('Gourdon') ?? expect.fail('no desk');
  const late = await mediator.put(`/api/v1/queue/tickets/${new_ulid()}`, { site_id, offer_id: offers.get('CAF') });
  expect(late, 'who comes now is told as well').toMatchObject({ body: { state: 'closed', end: 'line_closed', message: 'Le conseiller a dû partir. Revenez demain matin.' } });
  await adviser.button('Rouvrir pour Espace public de Gourdon').click();
  await adviser.page.getByText('File fermée jusqu’à ce soir pour').waitFor({ state: 'detached' });
  await comes('Gourdon');
  await row('Gourdon').waitFor();
});

test('the line is closed until tonight with a sentence, and opened again, without a mouse', async () => {
  const close = adviser.button('Fermer la file');
  await close.focus();
  await adviser.page.keyboard.press('Enter');
  await adviser.page.getByRole('dialog').getByLabel('Message pour elles').focus();
  await adviser.page.keyboard.type('Revenez demain matin.');
  await is_clear('closing the line');
  await adviser.button('Fermer et prévenir 2 personnes').focus();
  await adviser.page.keyboard.press('Enter');
  await adviser.reads('La file est fermée jusqu’à ce soir. On dit à ceux qui viennent :');
  await adviser.reads('Revenez demain matin.');
  expect(await row('Gourdon').count()).toBe(0);
  await citizen.reads('Caisse d’allocations familiales (CAF) : Revenez demain matin.');
  await is_clear_at_kiosk('closed');
  await is_clear('closed line');
  await adviser.button('Rouvrir la file').focus();
  await adviser.page.keyboard.press('Enter');
  await adviser.button('Fermer la file').waitFor();
});
