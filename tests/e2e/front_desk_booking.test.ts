// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { BareKiosk } from '../support/bare_kiosk.ts';
import { day_of } from '../support/booking.ts';
import { new_ulid, type BareLink } from '../support/link.ts';
import { Mediator } from '../support/mediator.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';
import { open_supply, type OpenSupply } from '../support/supply.ts';

// Appointments at the front desk: booked in three touches, found again, moved, cancelled, and people who arrive.

const motive = 'Être aidé dans un moment difficile';
let server: StartedServer;
let mediator: Mediator;
let session: StaffSession;
let supply: OpenSupply;
let kiosk: BareLink;
beforeAll(async () => {
  server = await StartedServer.start();
  kiosk = await (await BareKiosk.pair(server, 'Bretenoux')).open();
  supply = await open_supply(server, motive);
  session = await StaffSession.open(server.local_url, demo_accounts.mediator);
  mediator = await Mediator.at_desk(server);
  mediator.page.setDefaultTimeout(10_000);
  await mediator.page.addInitScript(() => {
    Object.assign(window, { print: () => {} });
  });
});
// Each begins with nothing open on the page, whatever became of the one before, and brings its own people.
beforeEach(async () => {
  await mediator.page.emulateMedia({ media: 'screen' });
  await mediator.page.reload();
  await mediator.panel(/^Qui vient/).waitFor();
});
afterAll(async () => {
  kiosk?.close();
  await mediator?.leave();
  await server?.stop();
});

const is_clear = async (screen: string): Promise<void> => {
  expect.soft(await mediator.stumbling_blocks(), screen).toEqual([]);
};
const booked = async (first_name: string): Promise<{ state: string; starts_at: number; code: string; visitor: { telephone: string } }[]> => {
  const { body } = await session.get(`/api/v1/sites/${supply.site_id}/appointments/search?q=${first_name}`);
  return (body as { appointments: [] }).appointments;
};
const acts_on = async (name: string, act: string): Promise<void> => {
  await mediator.button(`Actions : ${name}`).first().click();
  await mediator.page.getByRole('menuitem', { name: act, exact: true }).click();
};
/** Keys that stand for something rest while a dialog is open. */
const dialog_is_gone = () => mediator.dialog().waitFor({ state: 'detached' });
const searches = async (words: string): Promise<void> => {
  await mediator.page.keyboard.press('/');
  await mediator.page.keyboard.type(words);
};

test('three touches book: subject, slot, done; always three ways are offered, and the ticket says all in big type', async () => {
  await mediator.button('Prendre rendez-vous').click();
  await mediator.dialog().getByRole('button', { name: motive }).click();
  const proposals = mediator.dialog().locator('ul').first().getByRole('listitem');
  await proposals.nth(2).waitFor();
  expect(await proposals.count()).toBe(3);
  await is_clear('three proposals');
  await proposals.first().getByRole('button').first().click();
  await is_clear('visitor');
  await mediator.dialog().getByRole('button', { name: 'Prendre ce rendez-vous' }).click();
  await mediator.dialog().getByText('Rendez-vous pris').waitFor();
  await is_clear('booked');
  await mediator.dialog().getByRole('button', { name: 'Imprimer' }).click();
  await mediator.page.emulateMedia({ media: 'print' });
  for (const words of ['Votre rendez-vous', 'Par écran, à la borne', 'Mairie de Bretenoux', 'À apporter', 'Votre dernier avis d’impôt', '05 36 49 10 01']) {
    await mediator.page.locator('body > section').getByText(words).first().waitFor();
  }
  await mediator.page.emulateMedia({ media: 'screen' });
  await mediator.dialog().getByRole('button', { name: 'Terminé' }).click();
});

test('by keyboard, with a first name and a telephone number', async () => {
  await mediator.page.keyboard.press('r');
  await mediator.dialog().getByRole('button', { name: motive }).focus();
  await mediator.page.keyboard.press('Enter');
  await mediator.dialog().locator('ul').first().getByRole('button').first().focus();
  await mediator.page.keyboard.press('Enter');
  await mediator.dialog().getByLabel(/Prénom/).waitFor();
  await expect.poll(() => mediator.dialog().getByLabel(/Prénom/).evaluate((field) => field === document.activeElement)).toBe(true);
  await mediator.page.keyboard.type('Jeanne');
  await mediator.page.keyboard.press('Tab');
  await mediator.page.keyboard.type('06 12 34 56 78');
  await mediator.page.keyboard.press('Enter');
  await mediator.dialog().getByText('Rendez-vous pris').waitFor();
  await mediator.page.keyboard.press('Enter');
  await dialog_is_gone();
  expect(await booked('jeanne')).toMatchObject([{ state: 'confirmed' }]);
});

test('in the nearest other town when that suits better: booked there, and the paper says where that is', async () => {
  await mediator.button('Prendre rendez-vous').click();
  await mediator.dialog().getByRole('button', { name: 'Refaire ma carte Vitale' }).click();
  await mediator.dialog().getByRole('listitem').filter({ hasText: / km/ }).getByRole('button').first().click();
  await mediator.dialog().getByRole('button', { name: 'Prendre ce rendez-vous' }).click();
  await mediator.dialog().getByText('Rendez-vous pris').waitFor();
  await mediator.dialog().getByRole('button', { name: 'Imprimer' }).click();
  await mediator.page.emulateMedia({ media: 'print' });
  await mediator.page.locator('body > section').getByText('Cyber-base de Latronquière, Avenue de la Gare, Latronquière').waitFor();
  await mediator.page.emulateMedia({ media: 'screen' });
  await mediator.dialog().getByRole('button', { name: 'Terminé' }).click();
  await dialog_is_gone();
});

test('a telephone number that is none is named before anything is booked', async () => {
  await mediator.button('Prendre rendez-vous').click();
  await mediator.dialog().getByRole('button', { name: motive }).click();
  await mediator.dialog().locator('ul').first().getByRole('button').first().click();
  await mediator.dialog().getByLabel(/Prénom/).fill('Barnabé');
  await mediator.dialog().getByLabel(/Téléphone/).fill('douze');
  await mediator.dialog().getByRole('button', { name: 'Prendre ce rendez-vous' }).click();
  await mediator.reads(/téléphone/i);
  await mediator.dialog().getByLabel(/Téléphone/).waitFor();
  expect(await booked('barnabe')).toEqual([]);
});

test('found by first name without accents, moved to another moment by keyboard, with the same code', async () => {
  await supply.book(session, 'Hélène', 36 * 60);
  const [before] = await booked('helene');
  await searches('hele');
  await mediator.row_of('Hélène').waitFor();
  await is_clear('search');
  await acts_on('Hélène', 'Déplacer');
  const slots = mediator.dialog().getByRole('region').getByRole('button');
  await slots.last().waitFor();
  await is_clear('move');
  await slots.last().focus();
  await mediator.page.keyboard.press('Enter');
  await mediator.reads(/Rendez-vous de Hélène déplacé/);
  const [after] = await booked('helene');
  expect(after?.code).toBe(before?.code);
  expect(after?.starts_at).not.toBe(before?.starts_at);
});

test('found by its code and cancelled with a reason', async () => {
  await supply.book(session, 'Lucie', 185);
  const [before] = await booked('lucie');
  await searches(before?.code.slice(0, 5).toLowerCase() ?? '');
  await acts_on('Lucie', 'Annuler le rendez-vous');
  await is_clear('why cancel');
  await mediator.dialog().getByRole('button', { name: 'La personne est empêchée' }).click();
  await dialog_is_gone();
  await expect.poll(() => booked('lucie')).toMatchObject([{ state: 'cancelled', cancel_reason: 'citizen_prevented' }]);
});

test('who is expected arrives: one touch, a number, and a place in the line with the hour of the appointment', async () => {
  await supply.book(session, 'Odette', 5);
  await mediator.page.reload();
  await mediator.panel(/^Qui vient/).getByText('Odette').waitFor();
  await mediator.row_of('Odette').getByRole('button', { name: 'Est là' }).click();
  await mediator.dialog().getByText('Ticket donné').waitFor();
  await mediator.dialog().getByRole('button', { name: 'Terminé' }).click();
  await mediator.panel(/^Qui attend/).getByText(/Odette · rendez-vous/).waitFor();
  await mediator.panel(/^Qui vient/).getByText('Est là').first().waitFor();
  await is_clear('arrived');
});

test('carried by the mouse to another moment: one question, then it is moved, with the same code', async () => {
  await supply.book(session, 'Gaston', 245);
  const [before] = await booked('gaston');
  await carries_to_another_moment('Gaston');
  await is_clear('question');
  expect(await booked('gaston')).toMatchObject([{ starts_at: before?.starts_at }]);
  await mediator.dialog().getByRole('button', { name: 'Déplacer' }).click();
  await mediator.reads(/Rendez-vous de Gaston déplacé/);
  await dialog_is_gone();
  const [after] = await booked('gaston');
  expect(after?.code).toBe(before?.code);
  expect(after?.starts_at).not.toBe(before?.starts_at);
});

test('carried to a moment that somebody else takes meanwhile: the page says so, and nothing has changed', async () => {
  await supply.book(session, 'Simone', 305);
  const [before] = await booked('simone');
  const moment = await carries_to_another_moment('Simone');
  const rival = { supply_id: supply.supply_id, starts_at: moment, door: 'kiosk', site_id: supply.site_id, motives: [supply.motive_id], visitor: { first_name: 'Rivale' } };
  expect(await session.put(`/api/v1/appointments/${new_ulid()}`, rival)).toMatchObject({ status: 200 });
  await mediator.dialog().getByRole('button', { name: 'Déplacer' }).click();
  await mediator.reads('Ce créneau vient d’être pris');
  expect(await booked('simone')).toMatchObject([{ state: 'confirmed', starts_at: before?.starts_at }]);
});

/** Takes the last of the places that are shown; the moment of that place. */
async function carries_to_another_moment(name: string): Promise<number> {
  await mediator.page.reload();
  const from = await mediator.panel(/^Qui vient/).getByText(name, { exact: true }).boundingBox();
  if (from === null) throw new Error(`${name} is not on the page`);
  const { mouse } = mediator.page;
  await mouse.move(from.x + 5, from.y + 5);
  await mouse.down();
  await mouse.move(from.x + 30, from.y + 15, { steps: 4 });
  const places = mediator.panel(new RegExp(`Déposer le rendez-vous de ${name}`));
  const place = places.getByRole('region').first().getByText(/^\d\d?[:h ]/).last();
  await place.scrollIntoViewIfNeeded();
  const to = await place.boundingBox();
  if (to === null) throw new Error('there is no place');
  await mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 });
  await mouse.up();
  await mediator.dialog().getByText(`Déplacer le rendez-vous de ${name} ?`).waitFor();
  const days = (await session.get(`/api/v1/sites/${supply.site_id}/slots?motives=${supply.motive_id}&door=kiosk&from=${local_day(0)}&to=${local_day(21)}`)).body as { slots: { starts_at: number }[] };
  const first_day = days.slots.filter((slot) => day_of(slot.starts_at) === day_of(days.slots[0]?.starts_at ?? 0));
  return first_day.at(-1)?.starts_at ?? 0;
}
function local_day(ahead: number): string {
  return day_of(Date.now() + ahead * 86_400_000);
}
