// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day_of } from '../support/booking.ts';
import { ClearedPlan } from '../support/cleared_plan.ts';
import { presses, writes } from '../support/keys.ts';
import { new_ulid } from '../support/link.ts';
import { Mediator } from '../support/mediator.ts';
import { Adviser, Staff, Visitor } from '../support/people.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, done, StaffSession } from '../support/staff.ts';

// The family benefits fund comes to Bretenoux itself: planned by its manager, found by a citizen beside the other ways,
// awaited at the front desk, met in person. No kiosk is taken, and nobody is called to one.

const motive = 'Demander une aide pour mon loyer';
const day_ms = 86_400_000;
const tomorrow = day_of(Date.now() + day_ms);

let server: StartedServer;
let cleared: ClearedPlan;
let session: StaffSession;
let manager: Staff;
let odette: Visitor;
let mediator: Mediator;
let adviser: Adviser;
beforeAll(async () => {
  server = await StartedServer.start();
  cleared = await ClearedPlan.of(server.local_url, motive);
  session = await StaffSession.open(server.local_url, demo_accounts.mediator);
  for (const ahead of [0, 1, 2]) await cleared.open_all_day(day_of(Date.now() + ahead * day_ms));
  manager = await Staff.sign_in(server, demo_accounts.manager, '/partner/');
});
afterAll(async () => {
  await Promise.all([manager?.leave(), odette?.leave(), mediator?.leave(), adviser?.leave()]);
  await server?.stop();
});

async function is_clear(person: Staff | Visitor, screen: string): Promise<void> {
  expect.soft(await person.stumbling_blocks(), screen).toEqual([]);
  expect.soft(person.window.complaints, screen).toEqual([]);
  const folder = process.env.TEST_PICTURES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await person.page.screenshot({ path: `${folder}/${screen.replaceAll(' ', '-')}.png`, fullPage: true });
}

test('the manager plans a morning at the place itself; two places at once are refused at their field', async () => {
  const dialog = (): Locator => manager.page.getByRole('dialog').last();
  await manager.button('Nouvelle ouverture').click();
  await dialog().getByLabel('De', { exact: true }).fill('09:00');
  await dialog().getByLabel('À', { exact: true }).fill('12:00');
  await dialog().getByLabel('Jour', { exact: true }).fill(tomorrow);
  await dialog().getByText('Bretenoux', { exact: true }).click();
  await dialog().getByText('Gourdon', { exact: true }).click();
  await dialog().getByText('Il vient dans le lieu d’accueil, on le rencontre en personne.').click();
  await is_clear(manager, 'on site');
  await dialog().getByRole('button', { name: 'Enregistrer' }).click();
  await dialog().getByText(/^Un conseiller qui vient sur place est dans un seul lieu à la fois/).waitFor();
  manager.window.complaints.length = 0; // the browser complains of the refusal
  await dialog().getByText('Gourdon', { exact: true }).click();
  await dialog().getByRole('button', { name: 'Enregistrer' }).click();
  await dialog().waitFor({ state: 'detached' });
});

test('a citizen is offered to meet somebody in person, sees all of those hours, and books one', async () => {
  odette = await Visitor.open_portal(server);
  await odette.asks_for('Mairie de Bretenoux', 'Ma famille, mes aides', motive);
  await odette.is_at('En personne : Mairie de Bretenoux');
  expect(await odette.page.getByText('Pas de rendez-vous libre ici en ce moment.').count()).toBe(0);
  await odette.reads('Le conseiller vient sur place. Vous le rencontrez.');
  await is_clear(odette, 'in person beside the others');
  await odette.touch('Voir d’autres horaires : En personne : Mairie de Bretenoux');
  await odette.is_at('Tous les horaires en personne : Mairie de Bretenoux');
  await odette.page.getByRole('button', { name: /^\S+ \d+\S* \S+ à 9 h$/ }).tap();
  await odette.page.getByLabel('Votre prénom').fill('Odette');
  await odette.touch('Valider mon rendez-vous');
  await odette.is_at('C’est noté, Odette');
  await odette.reads('En personne');
  await odette.reads(/Vous rencontrez/);
  await is_clear(odette, 'booked in person');
});

test('the mediator is offered the same beside the other ways, and books it by keyboard alone', async () => {
  mediator = await Mediator.at_desk(server);
  await mediator.button('Prendre rendez-vous').click();
  await mediator.dialog().getByRole('button', { name: motive }).click();
  await mediator.dialog().getByRole('button', { name: /En personne : Mairie de Bretenoux/ }).waitFor();
  await mediator.dialog().getByText('Tous les horaires en personne ici : Mairie de Bretenoux').click();
  await mediator.dialog().getByRole('button', { name: '09:20', exact: true }).waitFor();
  await is_clear(mediator, 'in person at the desk');
  const { page } = mediator;
  await presses(page, mediator.dialog().getByRole('button', { name: /En personne : Mairie de Bretenoux/ }));
  await mediator.dialog().getByText('En personne : Mairie de Bretenoux').waitFor();
  await writes(page, mediator.dialog().getByLabel(/Prénom/), 'Rosa');
  await presses(page, mediator.dialog().getByRole('button', { name: 'Prendre ce rendez-vous' }));
  await mediator.dialog().getByText('Sur place · Mairie de Bretenoux').waitFor();
  await is_clear(mediator, 'booked in person at the desk');
});

test('who comes is marked at the desk and takes no number; the adviser on site says when it is over', async () => {
  const slot_minutes = 15;
  const supply_id = await cleared.plan({ first_day: day_of(Date.now()), rule: '' }, { from_minute: 0, to_minute: 1440 }, slot_minutes, { on_site: true });
  const appointment_id = new_ulid();
  const slot_ms = slot_minutes * 60_000;
  let starts_at = Math.floor(Date.now() / slot_ms) * slot_ms;
  // Nothing is booked over midnight.
  while (day_of(starts_at) !== day_of(starts_at + 2 * slot_ms)) starts_at -= slot_ms;
  const wish = { supply_id, starts_at, door: 'on_site', site_id: cleared.site_id, motives: [cleared.motive_id], visitor: { first_name: 'Marcel' }, occurred_at: Date.now() - 3 * 3_600_000 };
  await done(session.put(`/api/v1/appointments/${appointment_id}`, wish));
  adviser = await Adviser.at_work(server);
  const expected = adviser.page.getByRole('list', { name: 'Attendues aujourd’hui' }).getByRole('listitem').filter({ hasText: 'Marcel' });
  await expected.getByText('Sur place').waitFor();
  await mediator.page.reload();
  await mediator.row_of('Marcel').getByRole('button', { name: 'Est là' }).click();
  await mediator.panel(/^Qui vient/).getByText('Est là').first().waitFor();
  await mediator.panel(/^Qui attend/).getByText('Personne n’attend.').waitFor();
  expect(await mediator.dialog().count()).toBe(0);
  await expected.getByText('Est arrivée').waitFor({ timeout: 90_000 });
  await is_clear(adviser, 'somebody to meet');
  await adviser.button(/Marcel, .* : reçue en personne, c’est terminé/).click();
  await expected.waitFor({ state: 'detached' });
  expect((await session.get(`/api/v1/appointments/${appointment_id}`)).body).toMatchObject({ state: 'finished' });
});
