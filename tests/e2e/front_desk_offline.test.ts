// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { BareKiosk } from '../support/bare_kiosk.ts';
import { day_of } from '../support/booking.ts';
import { new_ulid } from '../support/link.ts';
import { Mediator } from '../support/mediator.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';
import { open_supply, type OpenSupply } from '../support/supply.ts';
import { until } from '../support/until.ts';

// A morning at the front desk whose network is cut: everybody is served, and afterwards everything is there once.

const motive = 'Être aidé dans un moment difficile';
let server: StartedServer;
let mediator: Mediator;
let session: StaffSession;
let supply: OpenSupply;
beforeAll(async () => {
  server = await StartedServer.start();
  const kiosk = await (await BareKiosk.pair(server, 'Bretenoux')).open();
  await kiosk.next('snapshot');
  supply = await open_supply(server, motive);
  session = await StaffSession.open(server.local_url, demo_accounts.mediator);
  await supply.book(session, 'Odette', 5);
  mediator = await Mediator.at_desk(server);
  mediator.page.setDefaultTimeout(15_000);
  await mediator.panel(/^Qui vient/).getByText('Odette').waitFor();
  await mediator.page.evaluate(async () => void (await navigator.serviceWorker.ready));
});
// One morning in order; what one part of it leaves open on the page does not stand in the way of the next.
beforeEach(async () => {
  await mediator.page.reload();
  await mediator.panel(/^Qui vient/).waitFor();
});
afterAll(async () => {
  await mediator?.leave();
  await server?.stop();
});

interface Told {
  lines: { tickets: { ticket_id: string; number: number; state: string; acronym: string }[] }[];
}
const notice = (words: string | RegExp) => mediator.page.locator('[aria-live=polite]').getByText(words).first();
const tickets = async () => ((await session.get(`/api/v1/sites/${supply.site_id}/queue`)).body as Told).lines.flatMap((line) => line.tickets);
const appointments_of = async (name: string): Promise<{ state: string; starts_at: number; code: string }[]> =>
  ((await session.get(`/api/v1/sites/${supply.site_id}/appointments/search?q=${name}`)).body as { appointments: [] }).appointments;
const solved_here = async (): Promise<number> => {
  const coordinator = await StaffSession.open(server.local_url, demo_accounts.coordinator);
  const { networks } = (await coordinator.get('/api/v1/network')).body as { networks: { network_id: string }[] };
  const today = day_of(Date.now());
  const { counts } = (await coordinator.get(`/api/v1/networks/${networks[0]?.network_id}/walk_ins?from=${today}&to=${today}`)).body as { counts: { solved_here: number }[] };
  return counts.reduce((sum, one) => sum + one.solved_here, 0);
};
const row = (number: number) => mediator.page.getByRole('listitem').filter({ has: mediator.page.getByRole('img', { name: `Ticket n° ${number}`, exact: true }) });
const is_clear = async (screen: string): Promise<void> => {
  expect.soft(await mediator.stumbling_blocks(), screen).toEqual([]);
};

async function comes(subject: string): Promise<void> {
  await mediator.button('Une personne arrive').click();
  await mediator.dialog().getByRole('button', { name: subject }).click();
  await mediator.dialog().getByText('Ticket donné').waitFor();
  await mediator.dialog().getByRole('button', { name: 'Terminé' }).click();
}

/** The moment that was promised, as the paper shows it, and its code. */
async function books(first_name: string, place: number): Promise<{ time: string; code: string }> {
  await mediator.button('Prendre rendez-vous').click();
  await mediator.dialog().getByRole('button', { name: motive }).click();
  const slot = mediator.dialog().getByRole('region', { name: tomorrow_in_words() }).getByRole('button').nth(place);
  const time = await slot.innerText();
  await slot.click();
  await mediator.dialog().getByLabel(/Prénom/).fill(first_name);
  await mediator.page.keyboard.press('Enter');
  await mediator.dialog().getByText('Rendez-vous noté, à confirmer').waitFor();
  const code = /[A-Z0-9]{5}-[A-Z0-9]{5}/.exec(await mediator.dialog().innerText())?.[0] ?? '';
  await mediator.dialog().getByRole('button', { name: 'Terminé' }).click();
  return { time, code };
}

let lost: { time: string; code: string };
let kept: { time: string; code: string };

test('the line is cut: the page says so, shows the day with its hour, and goes on after a reload', async () => {
  await comes('Demander une aide pour mon loyer');
  await row(1).getByText(/Le prochain/).waitFor();
  await server.kill();
  await notice('Pas de réseau').waitFor();
  await mediator.page.reload();
  await notice(/ce qui était connu à/).waitFor();
  await mediator.panel(/^Qui vient/).getByText('Odette').waitFor();
  await row(1).waitFor();
  await is_clear('no network');
});

test('what is planned can be promised without a network, and the page says that it is to be confirmed', async () => {
  await mediator.button('Prendre rendez-vous').click();
  await mediator.dialog().getByRole('button', { name: 'Refaire ma carte Vitale' }).click();
  await mediator.dialog().getByText('Sans réseau : créneaux prévus, à confirmer').waitFor();
  await mediator.dialog().getByRole('region').first().getByRole('button').first().waitFor();
  await is_clear('what is planned, without a network');
});

test('people come, arrive, leave and book all the same', async () => {
  await comes('Dire que ma situation a changé');
  await row(2).getByText('Noté ici, à transmettre').waitFor();
  await comes('Refaire ma carte Vitale');
  await row(3).waitFor();
  await mediator.button('Actions : n° 3').click();
  await mediator.page.getByRole('menuitem', { name: 'Est parti·e' }).click();
  await mediator.dialog().getByRole('button', { name: 'La personne renonce' }).click();
  await until('number 3 gone', async () => (await row(3).count()) === 0);
  await mediator.panel(/^Qui vient/).getByRole('button', { name: 'Est là' }).click();
  await mediator.dialog().getByText('Ticket donné').waitFor();
  await mediator.dialog().getByText('4', { exact: true }).waitFor();
  await mediator.dialog().getByRole('button', { name: 'Terminé' }).click();
  await mediator.button('Une personne arrive').click();
  await mediator.dialog().locator('label').filter({ hasText: 'Réglé ici' }).click();
  await mediator.dialog().getByRole('button', { name: 'Refaire ma carte Vitale' }).click();
  await mediator.dialog().waitFor({ state: 'detached' });
  kept = await books('Marcel', 2);
  lost = await books('Yvonne', 8);
  expect(kept.code).toMatch(/^[ACDEFHJKMPRTWXY3479]{5}-/);
  await is_clear('written down');
  await mediator.page.reload();
  await notice('7 actes notés ici, à transmettre').waitFor();
});

test('the network is back: everything is there once, and nothing waits any more', async () => {
  // Somebody else is faster: on the telephone, while the desk still believes in the cut.
  await mediator.page.context().setOffline(true);
  await server.start_again();
  session = await StaffSession.open(server.local_url, demo_accounts.mediator);
  const free = (await session.get(`/api/v1/sites/${supply.site_id}/slots?motives=${supply.motive_id}&door=kiosk&from=${tomorrow()}&to=${tomorrow()}`)).body as { slots: { starts_at: number; supply_id: string }[] };
  const wanted = free.slots.find((slot) => clock(slot.starts_at) === lost.time);
  const rival = { supply_id: supply.supply_id, starts_at: wanted?.starts_at, door: 'kiosk', site_id: supply.site_id, motives: [supply.motive_id], visitor: { first_name: 'Rivale' } };
  expect(await session.put(`/api/v1/appointments/${new_ulid()}`, rival)).toMatchObject({ status: 200, body: { state: 'confirmed' } });
  await mediator.page.context().setOffline(false);
  await until('the desk has told everything', async () => (await tickets()).length === 3 && (await appointments_of('yvonne')).length === 1, 60_000);
  const numbers = (await tickets()).map((ticket) => ticket.number).sort();
  expect(numbers).toEqual([1, 2, 4]);
  expect(await appointments_of('marcel')).toMatchObject([{ state: 'confirmed', code: kept.code }]);
  expect(await appointments_of('odette')).toMatchObject([{ state: 'arrived' }]);
  expect(await solved_here()).toBe(1);
  await notice('Pas de réseau').waitFor({ state: 'detached' });
});

test('what was promised twice is shown to a person until it is settled, with the code on the paper', async () => {
  expect(await appointments_of('yvonne')).toMatchObject([{ state: 'requested', code: lost.code }]);
  await notice('Un rendez-vous à régler').waitFor();
  await is_clear('to be settled');
  await mediator.page.reload();
  await notice('Un rendez-vous à régler').waitFor();
  await mediator.button('Actions : Yvonne').click();
  await mediator.page.getByRole('menuitem', { name: 'Déplacer' }).click();
  await mediator.dialog().getByRole('region').getByRole('button').nth(12).click();
  await mediator.dialog().waitFor({ state: 'detached' });
  await notice('Un rendez-vous à régler').waitFor({ state: 'detached' });
  expect(await appointments_of('yvonne')).toMatchObject([{ state: 'confirmed', code: lost.code }]);
});

test('a number that another desk gave meanwhile is shown with the new one', async () => {
  await server.kill();
  await notice('Pas de réseau').waitFor();
  await comes('Payer moins cher mes soins');
  await row(5).waitFor();
  await mediator.page.context().setOffline(true);
  await server.start_again();
  session = await StaffSession.open(server.local_url, demo_accounts.mediator);
  const offer_id = ((await session.get(`/api/v1/sites/${supply.site_id}/queue`)).body as { lines: { tickets: { offer_id: string }[] }[] }).lines.flatMap((line) => line.tickets)[0]?.offer_id;
  expect(await session.put(`/api/v1/queue/tickets/${new_ulid()}`, { site_id: supply.site_id, offer_id, number: 5 })).toMatchObject({ body: { number: 5 } });
  await mediator.page.context().setOffline(false);
  await notice(/Le numéro 5 était déjà donné. Cette personne a maintenant le numéro 6/).waitFor({ timeout: 60_000 });
  await is_clear('another number');
  await mediator.page.locator('[aria-live=polite] > *').filter({ hasText: 'Le numéro 5' }).getByRole('button', { name: 'C’est réglé' }).click();
  await notice(/Le numéro 5/).waitFor({ state: 'detached' });
  await row(6).getByText(/dans la file|Le prochain/).waitFor();
});

function clock(instant: number): string {
  return new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' }).format(instant);
}
function tomorrow_in_words(): string {
  return new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(Date.now() + 86_400_000);
}
function tomorrow(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(Date.now() + 86_400_000);
}
