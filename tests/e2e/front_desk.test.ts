// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { BareKiosk, offers_at } from '../support/bare_kiosk.ts';
import { new_ulid, type BareLink } from '../support/link.ts';
import { Mediator } from '../support/mediator.ts';
import { Adviser } from '../support/people.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';
import { day_of } from '../support/booking.ts';
import { open_supply } from '../support/supply.ts';

// The day of a mediator whose page is the only one they look at.

let server: StartedServer;
let mediator: Mediator;
let caf: StaffSession;
let desk: StaffSession;
let kiosk: BareLink;
let site_id: string;
/** The offer of the CAF at the site. */
let offer_id: string;
beforeAll(async () => {
  server = await StartedServer.start();
  kiosk = await (await BareKiosk.pair(server, 'Bretenoux')).open();
  offer_id = (await offers_at(kiosk)).get('CAF') ?? '';
  caf = await StaffSession.open(server.local_url, demo_accounts.adviser);
  mediator = await Mediator.at_desk(server);
  mediator.page.setDefaultTimeout(10_000);
  await mediator.page.addInitScript(() => {
    Object.assign(window, { printed: 0, print: () => ((window as unknown as { printed: number }).printed += 1) });
  });
  desk = await StaffSession.open(server.local_url, demo_accounts.mediator);
  site_id = ((await desk.get('/api/v1/me')).body as { account: { memberships: { site_id: string }[] } }).account.memberships[0]?.site_id ?? '';
});
// Each begins with nobody in the line and nothing open on the page, whatever became of the one before.
beforeEach(async () => {
  for (const { ticket_id, allowed_actions } of await in_line()) {
    if (allowed_actions.includes('put_back')) await act(ticket_id, { act: 'put_back' });
    await act(ticket_id, { act: 'leave', leave_reason: 'gave_up' });
  }
  await mediator.page.emulateMedia({ media: 'screen' });
  await mediator.page.reload();
  await mediator.panel(/^Qui attend/).getByText('Personne n’attend.').waitFor();
});
afterAll(async () => {
  kiosk?.close();
  await mediator?.leave();
  await server?.stop();
});

interface Ticket {
  ticket_id: string;
  number: number;
  allowed_actions: string[];
}
const in_line = async () => ((await desk.get(`/api/v1/sites/${site_id}/queue`)).body as { lines: { tickets: Ticket[] }[] }).lines.flatMap((line) => line.tickets);
const act = (ticket_id: string, form: object) => desk.put(`/api/v1/queue/tickets/${ticket_id}/acts/${new_ulid()}`, form);
/** Somebody who stands in the line of the CAF already; their number. */
const waits = async (): Promise<number> => {
  const { number } = (await desk.put(`/api/v1/queue/tickets/${new_ulid()}`, { site_id, offer_id })).body as Ticket;
  await row(number).waitFor();
  return number;
};
const row = (number: number) => mediator.page.getByRole('listitem').filter({ has: mediator.page.getByRole('img', { name: `Ticket n° ${number}`, exact: true }) });
const is_clear = async (screen: string): Promise<void> => {
  expect.soft(await mediator.stumbling_blocks(), screen).toEqual([]);
};
const acts_on = async (number: number, act: string): Promise<void> => {
  await mediator.button(`Actions : n° ${number}`).click();
  await mediator.page.getByRole('menuitem', { name: act, exact: true }).click();
};

test('the day is on one page: who comes, who waits, the kiosk, the windows', async () => {
  await mediator.panel(/^Qui vient/).waitFor();
  await mediator.panel(/^Qui attend/).getByText('Personne n’attend.').waitFor();
  await mediator.panel(/^Borne de Bretenoux/).getByText('Libre').waitFor();
  await mediator.panel(/^Aujourd’hui/).waitFor();
  await is_clear('empty day');
});

test('a walk-in takes two touches: the subject, and the number stands there', async () => {
  await mediator.button('Une personne arrive').click();
  await is_clear('subjects');
  await mediator.dialog().getByRole('button', { name: 'Demander une aide pour mon loyer' }).click();
  await mediator.dialog().getByText('Ticket donné').waitFor();
  const [ticket] = await in_line();
  const number = ticket?.number ?? 0;
  await mediator.dialog().getByText(String(number), { exact: true }).waitFor();
  await mediator.dialog().getByText(/Le prochain · /).waitFor();
  await is_clear('ticket');
  await mediator.dialog().getByRole('button', { name: 'Imprimer' }).click();
  await expect.poll(() => mediator.page.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(1);
  await mediator.page.emulateMedia({ media: 'print' });
  await mediator.page.getByRole('heading', { name: 'Votre numéro' }).waitFor();
  expect(await mediator.page.getByRole('dialog').isVisible()).toBe(false);
  await mediator.page.emulateMedia({ media: 'screen' });
  await mediator.page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await mediator.dialog().getByRole('button', { name: 'Terminé' }).click();
  await row(number).getByText(/Le prochain/).waitFor();
  await row(number).getByText('Demander une aide pour mon loyer').waitFor();
});

test('who finds nobody there is offered more than a ticket: sent to be received in person, the ticket ends', async () => {
  await mediator.button('Une personne arrive').click();
  await mediator.dialog().getByRole('button', { name: 'Demander une aide pour mon loyer' }).click();
  await mediator.dialog().getByText('Aucun conseiller de CAF n’est là en ce moment.').waitFor();
  await mediator.dialog().getByRole('button', { name: 'Prendre rendez-vous : ici, ailleurs ou par téléphone' }).waitFor();
  await is_clear('nobody there');
  expect(await in_line()).toHaveLength(1);
  await mediator.dialog().getByRole('button', { name: 'Orienter vers un accueil' }).click();
  await mediator.reads('Orienté vers un accueil : Demander une aide pour mon loyer');
  await mediator.dialog().waitFor({ state: 'detached' });
  await expect.poll(in_line).toEqual([]);
});

test('by keyboard alone: n, the subject, and back to the day', async () => {
  const first = await waits();
  await mediator.page.keyboard.press('n');
  const subject = mediator.dialog().getByRole('button', { name: 'Dire que ma situation a changé' });
  await subject.focus();
  await mediator.page.keyboard.press('Enter');
  await mediator.dialog().getByText('Ticket donné').waitFor();
  await mediator.page.keyboard.press('Enter');
  await row(first + 1).getByText(/2e dans la file/).waitFor();
});

test('the line follows what people do: urgent goes first, away keeps the place, parked comes back, gone is gone', async () => {
  const first = await waits();
  const second = await waits();
  await acts_on(second, 'Urgent');
  await is_clear('why urgent');
  await mediator.dialog().getByRole('button', { name: 'Urgent : dernier car' }).click();
  await row(second).getByText(/Le prochain/).waitFor();
  await acts_on(first, 'Revient plus tard');
  await mediator.dialog().getByRole('button', { name: /dans 30 min/ }).click();
  await row(first).getByText(/Revient à/).waitFor();
  await row(first).getByRole('button', { name: 'De retour' }).click();
  await row(first).getByText(/2e dans la file/).waitFor();
  await acts_on(first, 'Mettre en pause');
  await mediator.dialog().getByRole('button', { name: 'Remplit un formulaire' }).click();
  await row(first).getByRole('button', { name: 'Reprendre' }).click();
  await row(first).getByText(/2e dans la file/).waitFor();
  await is_clear('line');
  await acts_on(second, 'Est parti·e');
  await mediator.dialog().getByRole('button', { name: 'La personne renonce' }).click();
  await expect.poll(() => row(second).count()).toBe(0);
});

test('who is found by their number can be helped from there: put first, and let go, without a mouse', async () => {
  await waits();
  const second = await waits();
  await mediator.page.keyboard.press('/');
  await mediator.page.keyboard.type(String(second));
  const found = mediator.panel(/^Recherche/).getByRole('listitem');
  await found.getByText(/2e dans la file/).waitFor();
  await is_clear('found by number');
  await found.getByRole('button', { name: `Actions : n° ${second}` }).focus();
  await mediator.page.keyboard.press('Enter');
  await mediator.page.getByRole('menuitem', { name: 'Urgent', exact: true }).focus();
  await mediator.page.keyboard.press('Enter');
  await mediator.dialog().getByRole('button', { name: 'Urgent : dernier car' }).focus();
  await mediator.page.keyboard.press('Enter');
  await found.getByText(/Le prochain/).waitFor();
  await found.getByRole('button', { name: `Actions : n° ${second}` }).click();
  await mediator.page.getByRole('menuitem', { name: 'Est parti·e', exact: true }).click();
  await mediator.dialog().getByRole('button', { name: 'La personne renonce' }).click();
  await mediator.panel(/^Recherche/).getByText('Personne de ce nom, de ce numéro ou de ce code.').waitFor();
  expect((await in_line()).map((one) => one.number)).not.toContain(second);
});

test('who is called stands out with the kiosk, and can be put back when they were not found', async () => {
  const first = await waits();
  const { ticket } = (await caf.post('/api/v1/queue/next', { call_id: new_ulid() })).body as { ticket: { number: number } };
  expect(ticket.number).toBe(first);
  await row(first).getByText(/Appelé·e : Borne de Bretenoux/).waitFor();
  await mediator.panel(/^Borne de Bretenoux/).getByText(`Ticket n° ${first}`).waitFor();
  await is_clear('called');
  await acts_on(first, 'Remettre dans la file');
  await row(first).getByText(/Le prochain/).waitFor();
});

test('a body that is closed now says when it opens before a ticket is given', async () => {
  await mediator.button('Une personne arrive').click();
  const closed = mediator.dialog().getByRole('region', { name: 'MSA' }).or(mediator.dialog().getByRole('region', { name: 'Carsat' })).filter({ hasText: /Ouvre/ }).first();
  await closed.getByRole('button').first().click();
  await mediator.dialog().getByText(/ne répond pas en ce moment/).waitFor();
  await mediator.dialog().getByText(/Prochaine ouverture/).waitFor();
  await is_clear('closed now');
});

test('who needs no ticket is counted, by day and site and without a name: helped here, or sent to be received in person', async () => {
  const coordinator = await StaffSession.open(server.local_url, demo_accounts.coordinator);
  const { networks } = (await coordinator.get('/api/v1/network')).body as { networks: { network_id: string }[] };
  const today = day_of(Date.now());
  const counts = async () => ((await coordinator.get(`/api/v1/networks/${networks[0]?.network_id}/walk_ins?from=${today}&to=${today}`)).body as { counts: { solved_here: number; in_person: number }[] }).counts;
  const before = (await counts())[0] ?? { solved_here: 0, in_person: 0 };
  await mediator.button('Une personne arrive').click();
  await mediator.dialog().locator('label').filter({ hasText: 'Réglé ici' }).click();
  await is_clear('ways');
  await mediator.dialog().getByRole('button', { name: 'Dire que ma situation a changé' }).click();
  await mediator.reads('Réglé ici : Dire que ma situation a changé');
  await mediator.dialog().waitFor({ state: 'detached' });
  expect(await in_line()).toEqual([]);
  await mediator.button('Une personne arrive').click();
  await mediator.dialog().locator('label').filter({ hasText: 'Orienter vers un accueil' }).click();
  await mediator.dialog().getByRole('button', { name: 'Autre démarche, sans organisme' }).click();
  await mediator.reads('Orienté vers un accueil : Autre démarche, sans organisme');
  expect(await counts()).toMatchObject([{ solved_here: before.solved_here + 1, in_person: before.in_person + 1 }]);
});

test('who finds nobody there takes an appointment instead, and only then leaves the line', async () => {
  await open_supply(server, 'Demander une aide pour mon loyer');
  await mediator.button('Une personne arrive').click();
  await mediator.dialog().getByRole('button', { name: 'Demander une aide pour mon loyer' }).click();
  await mediator.dialog().getByText('Aucun conseiller de CAF n’est là en ce moment.').waitFor();
  const [waiting] = await in_line();
  await mediator.dialog().getByRole('button', { name: 'Prendre rendez-vous : ici, ailleurs ou par téléphone' }).click();
  await mediator.dialog().locator('ul').first().getByRole('button').first().waitFor();
  expect(await in_line(), 'they wait until they are booked').toHaveLength(1);
  await is_clear('instead of waiting');
  await mediator.dialog().locator('ul').first().getByRole('button').first().click();
  await mediator.dialog().getByRole('button', { name: 'Prendre ce rendez-vous' }).click();
  await mediator.dialog().getByText('Rendez-vous pris').waitFor();
  await mediator.dialog().getByRole('button', { name: 'Terminé' }).click();
  await row(waiting?.number ?? 0).waitFor({ state: 'detached' });
  expect(await in_line()).toEqual([]);
});

test('an adviser on duty turns “nobody connected” into a range', async () => {
  const first = await waits();
  await row(first).getByText('pas de conseiller en ligne').waitFor();
  const adviser = await Adviser.at_work(server);
  await row(first).getByText(/attente de moins de|attente pas encore connue/).waitFor();
  await adviser.leave();
});
