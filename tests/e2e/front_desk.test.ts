// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BareKiosk } from '../support/bare_kiosk.ts';
import type { BareLink } from '../support/link.ts';
import { Adviser, Mediator } from '../support/people.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';

// The day of a mediator whose page is the only one they look at.

let server: StartedServer;
let mediator: Mediator;
let caf: StaffSession;
let kiosk: BareLink;
beforeAll(async () => {
  server = await StartedServer.start();
  kiosk = await (await BareKiosk.pair(server, 'Bretenoux')).open();
  await kiosk.next('snapshot');
  caf = await StaffSession.open(server.local_url, demo_accounts.adviser);
  mediator = await Mediator.at_desk(server);
  mediator.page.setDefaultTimeout(10_000);
  await mediator.page.addInitScript(() => {
    Object.assign(window, { printed: 0, print: () => ((window as unknown as { printed: number }).printed += 1) });
  });
  await mediator.page.reload();
});
afterAll(async () => {
  kiosk?.close();
  await mediator?.leave();
  await server?.stop();
});

const panel = (name: RegExp) => mediator.page.getByRole('region', { name });
const row = (number: number) => mediator.page.getByRole('listitem').filter({ has: mediator.page.getByRole('img', { name: `Ticket n° ${number}`, exact: true }) });
const is_clear = async (screen: string): Promise<void> => {
  expect.soft(await mediator.stumbling_blocks(), screen).toEqual([]);
};
const dialog = () => mediator.page.getByRole('dialog');
const acts_on = async (number: number, act: string): Promise<void> => {
  await mediator.button(`Actions : n° ${number}`).click();
  await mediator.page.getByRole('menuitem', { name: act, exact: true }).click();
};

test('the day is on one page: who comes, who waits, the kiosk, the windows', async () => {
  await panel(/^Qui vient/).waitFor();
  await panel(/^Qui attend/).getByText('Personne n’attend.').waitFor();
  await panel(/^Borne de Bretenoux/).getByText('Libre').waitFor();
  await panel(/^Aujourd’hui/).waitFor();
  await is_clear('empty day');
});

test('a walk-in takes two touches: the subject, and the number stands there', async () => {
  await mediator.button('Une personne arrive').click();
  await is_clear('subjects');
  await dialog().getByRole('button', { name: 'Demander une aide pour mon loyer' }).click();
  await dialog().getByText('Ticket donné').waitFor();
  await dialog().getByText('1', { exact: true }).waitFor();
  await dialog().getByText(/Le prochain · /).waitFor();
  await is_clear('ticket');
  await dialog().getByRole('button', { name: 'Imprimer' }).click();
  await expect.poll(() => mediator.page.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(1);
  await mediator.page.emulateMedia({ media: 'print' });
  await mediator.page.getByRole('heading', { name: 'Votre numéro' }).waitFor();
  expect(await mediator.page.getByRole('dialog').isVisible()).toBe(false);
  await mediator.page.emulateMedia({ media: 'screen' });
  await mediator.page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await dialog().getByRole('button', { name: 'Terminé' }).click();
  await row(1).getByText(/Le prochain/).waitFor();
});

test('by keyboard alone: n, the subject, and back to the day', async () => {
  await dialog().waitFor({ state: 'detached' });
  await mediator.page.keyboard.press('n');
  const subject = dialog().getByRole('button', { name: 'Dire que ma situation a changé' });
  await subject.focus();
  await mediator.page.keyboard.press('Enter');
  await dialog().getByText('Ticket donné').waitFor();
  await mediator.page.keyboard.press('Enter');
  await row(2).getByText(/2e dans la file/).waitFor();
});

test('the line follows what people do: urgent goes first, away keeps the place, parked comes back, gone is gone', async () => {
  await acts_on(2, 'Urgent');
  await is_clear('why urgent');
  await dialog().getByRole('button', { name: 'Urgent : dernier car' }).click();
  await row(2).getByText(/Le prochain/).waitFor();
  await acts_on(1, 'Revient plus tard');
  await dialog().getByRole('button', { name: /dans 30 min/ }).click();
  await row(1).getByText(/Revient à/).waitFor();
  await row(1).getByRole('button', { name: 'De retour' }).click();
  await row(1).getByText(/2e dans la file/).waitFor();
  await acts_on(1, 'Mettre en pause');
  await dialog().getByRole('button', { name: 'Remplit un formulaire' }).click();
  await row(1).getByRole('button', { name: 'Reprendre' }).click();
  await row(1).getByText(/2e dans la file/).waitFor();
  await is_clear('line');
  await acts_on(2, 'Est parti·e');
  await dialog().getByRole('button', { name: 'La personne renonce' }).click();
  await expect.poll(() => row(2).count()).toBe(0);
});

test('who is called stands out with the kiosk, and can be put back when they were not found', async () => {
  const { ticket } = (await caf.post('/api/v1/queue/next', { call_id: '01KAJ0000000000000000000CA' })).body as { ticket: { number: number } };
  expect(ticket.number).toBe(1);
  await row(1).getByText(/Appelé·e : Borne de Bretenoux/).waitFor();
  await panel(/^Borne de Bretenoux/).getByText('Ticket n° 1').waitFor();
  await is_clear('called');
  await acts_on(1, 'Remettre dans la file');
  await row(1).getByText(/Le prochain/).waitFor();
});

test('a body that is closed today says when it opens before a ticket is given', async () => {
  await mediator.button('Une personne arrive').click();
  const closed = dialog().getByRole('region', { name: 'MSA' }).or(dialog().getByRole('region', { name: 'Carsat' })).filter({ hasText: /Ouvre/ }).first();
  await closed.getByRole('button').first().click();
  await dialog().getByText(/ne répond pas aujourd’hui/).waitFor();
  await dialog().getByText(/Prochaine ouverture/).waitFor();
  await is_clear('closed today');
  await mediator.page.keyboard.press('Escape');
});

test('an adviser on duty turns “nobody connected” into a range', async () => {
  await row(1).getByText('pas de conseiller en ligne').waitFor();
  const adviser = await Adviser.at_work(server);
  await row(1).getByText(/attente de moins de|attente pas encore connue/).waitFor();
  await adviser.leave();
});
