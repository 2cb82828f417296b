// SPDX-License-Identifier: EUPL-1.2
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day_of } from '../support/booking.ts';
import { new_ulid } from '../support/link.ts';
import { Staff } from '../support/people.ts';
import { SmtpSink } from '../support/smtp_sink.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';
import { open_supply, type OpenSupply } from '../support/supply.ts';
import { until } from '../support/until.ts';

// The family benefits fund answers at Bretenoux every day, by one adviser. Camille is ill, Hugo stands in on the first
// day; on the second one nobody can, and somebody has an appointment then.

interface Duties {
  duties: { day: string; instead: boolean }[];
}

const day_ms = 86_400_000;
let smtp: SmtpSink;
let server: StartedServer;
let manager: Staff;
let hugo: Staff | undefined;
let supply: OpenSupply;
let network_id: string;
let asking: StaffSession;
let appointment_id: string;
const first = (): string => day_of(Date.now() + day_ms);
const second = (): string => day_of(Date.now() + 2 * day_ms);
const heading = (day: string): string => new Date(day).toLocaleDateString('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });

const is_clear = async (screen: string) => expect.soft(await manager.stumbling_blocks(), screen).toEqual([]);
const dialog = () => manager.page.locator('[role=dialog], [role=alertdialog]').last();
const in_dialog = (name: string | RegExp) => dialog().getByRole('button', { name });
const tab = (name: RegExp) => manager.page.getByRole('tab', { name });
/** The day's card. */
const on_day = (day: string): Locator => manager.page.locator('section').filter({ has: manager.page.getByRole('heading', { name: heading(day), exact: true }) });

async function duties_of(email: string): Promise<Duties['duties']> {
  const person = await StaffSession.open(server.local_url, email);
  const answer = await person.get(`/api/v1/networks/${network_id}/own_duties?from=${first()}&to=${second()}`);
  return (answer.body as Duties).duties;
}

async function presses(target: Locator): Promise<void> {
  await target.focus();
  await manager.page.keyboard.press('Enter');
}

beforeAll(async () => {
  smtp = await SmtpSink.start();
  server = await StartedServer.start({ settings: { mail: { host: '127.0.0.1', port: smtp.port, encryption: 'none', from: 'rdv@exemple.fr' } } });
  supply = await open_supply(server, 'Demander une aide pour mon loyer');
  const mediator = await StaffSession.open(server.local_url, demo_accounts.mediator);
  network_id = ((await mediator.get('/api/v1/network')).body as { networks: { network_id: string }[] }).networks[0]?.network_id ?? '';
  asking = await StaffSession.open(server.local_url, demo_accounts.manager);
  // Ten in the morning of the second day.
  const starts_at = Date.parse(`${second()}T10:00:00Z`);
  appointment_id = new_ulid();
  const wish = { supply_id: supply.supply_id, starts_at, door: 'kiosk', site_id: supply.site_id, motives: [supply.motive_id], visitor: { first_name: 'Odette', telephone: '0612345678', email: 'odette@exemple.fr' } };
  const booked = await mediator.put(`/api/v1/appointments/${appointment_id}`, wish);
  if (booked.status !== 200) throw new Error(JSON.stringify(booked.body));
});
afterAll(async () => {
  await manager?.leave();
  await hugo?.leave();
  await server?.stop();
  await smtp?.stop();
});

test('a manager names who is on duty, by keyboard alone', async () => {
  manager = await Staff.sign_in(server, demo_accounts.manager, '/partner/');
  await presses(tab(/Équipe/));
  await on_day(first()).getByText('1 conseiller, sans nom').waitFor();
  await is_clear('rota');
  await presses(on_day(first()).getByRole('button', { name: /^Nommer/ }));
  await dialog().getByText('Camille Vidal').waitFor();
  await is_clear('team');
  await dialog().getByRole('checkbox', { name: 'Camille Vidal' }).focus();
  await manager.page.keyboard.press('Space');
  await presses(in_dialog('Enregistrer'));
  await on_day(first()).getByText('Camille Vidal').waitFor();
  await on_day(second()).getByText('Camille Vidal').waitFor();
  expect(await duties_of(demo_accounts.adviser)).toHaveLength(2);
});

test('she is ill for two days: the sessions that miss her say so', async () => {
  await manager.button('Noter une absence').click();
  await dialog().getByRole('button', { name: /Qui/ }).first().click();
  await manager.page.getByRole('option', { name: 'Camille Vidal' }).click();
  await dialog().getByLabel('Premier jour').fill(first());
  await dialog().getByLabel('Dernier jour').fill(day_of(Date.now()));
  await in_dialog('Enregistrer').click();
  await dialog().getByText('Le dernier jour est avant le premier').waitFor();
  await is_clear('absence refused');
  await dialog().getByLabel('Dernier jour').fill(second());
  await in_dialog('Enregistrer').click();
  await on_day(first()).getByText('Il manque 1 personne').waitFor();
  await on_day(second()).getByText('Il manque 1 personne').waitFor();
  await is_clear('gaps');
});

test('one touch, and a colleague who is free comes instead and sees it', async () => {
  await on_day(first()).getByRole('button', { name: 'Hugo Marty remplace' }).click();
  await on_day(first()).getByText('Il manque 1 personne').waitFor({ state: 'detached' });
  await on_day(second()).getByText('Il manque 1 personne').waitFor();
  expect(await duties_of(demo_accounts.second_adviser)).toMatchObject([{ day: first(), instead: true }]);
  expect(await duties_of(demo_accounts.adviser)).toEqual([]);
  hugo = await Staff.sign_in(server, demo_accounts.second_adviser, '/adviser/');
  await hugo.reads('Mes permanences');
  await hugo.reads('Remplace Camille Vidal');
  expect.soft(await hugo.stumbling_blocks(), 'own duties').toEqual([]);
});

test('where nobody comes the session is closed, and who had an appointment is shown before', async () => {
  await on_day(second()).getByRole('button', { name: /Continuer sans remplaçant/ }).click();
  await dialog().getByText('1 rendez-vous perdrait sa place').waitFor();
  await is_clear('who would lose their place');
  await in_dialog('Fermer ce jour-là').click();
  await dialog().waitFor({ state: 'detached' });
  await tab(/À régler\s*1/).waitFor();
});

test('their desk sees them as well, until they are moved to the nearest free place', async () => {
  const mediator = await StaffSession.open(server.local_url, demo_accounts.mediator);
  const open = async () => ((await mediator.get(`/api/v1/sites/${supply.site_id}/appointments/requests`)).body as { appointments: { appointment_id: string }[] }).appointments;
  expect(await open()).toMatchObject([{ appointment_id }]);
  await tab(/À régler/).click();
  await manager.reads('Plus personne ne répond à cette heure');
  await is_clear('to settle');
  await manager.button(/Déplacer .* à la place libre la plus proche/).click();
  await manager.reads('Aucun rendez-vous à régler.');
  expect(await open()).toEqual([]);
  const moved = (await mediator.get(`/api/v1/appointments/${appointment_id}`)).body as { state: string };
  expect(moved.state).toBe('moved');
  const told = () => smtp.taken.filter(({ to, headers }) => to === 'odette@exemple.fr' && headers['subject']?.includes('a changé'));
  await until('the message about the new time', () => told().length > 0, 30_000);
  expect(told()).toHaveLength(1);
});

test('what was planned and what was used stands in a table', async () => {
  await tab(/Capacité/).click();
  await manager.page.getByRole('table').first().waitFor();
  await manager.reads(/Ces personnes ne sont pas comptées ici/);
  await is_clear('capacity');
});

test('who asked in vain is counted for the body, and who needed no ticket for those who run the network', async () => {
  const mediator = await StaffSession.open(server.local_url, demo_accounts.mediator);
  const { site_id, motive_id } = supply;
  expect(await mediator.put(`/api/v1/unmet_requests/${new_ulid()}`, { site_id, motives: [motive_id] })).toMatchObject({ status: 204 });
  expect(await mediator.put(`/api/v1/walk_ins/${new_ulid()}`, { site_id, guidance: 'solved_here' })).toMatchObject({ status: 200 });
  await manager.page.reload();
  await tab(/Capacité/).click();
  const unmet = manager.page.getByRole('row').filter({ hasText: 'Des places, mais aucune ne convenait' });
  await unmet.filter({ hasText: 'Demander une aide pour mon loyer' }).filter({ hasText: 'Bretenoux' }).getByRole('cell', { name: '1', exact: true }).waitFor();
  await is_clear('asked in vain');
  expect(await manager.page.getByText('Venus sans rendez-vous, sans ticket').count()).toBe(0);
  const coordinator = await Staff.sign_in(server, demo_accounts.coordinator, '/partner/');
  await coordinator.page.getByRole('tab', { name: /Capacité/ }).click();
  await coordinator.page.getByRole('row').filter({ hasText: 'Des places, mais aucune ne convenait' }).filter({ hasText: 'CAF' }).waitFor();
  const came = coordinator.page.getByRole('region', { name: 'Venus sans rendez-vous, sans ticket' });
  await came.getByRole('row').filter({ hasText: 'Bretenoux' }).getByRole('cell', { name: '1', exact: true }).waitFor();
  expect.soft(await coordinator.stumbling_blocks(), 'capacity of all bodies').toEqual([]);
  await coordinator.leave();
});

test('from a day on there is one adviser more, and the days before stay as they were', async () => {
  const advisers_on = async (day: string) => {
    const { openings } = (await asking.get(`/api/v1/networks/${network_id}/plan?from=${day}&to=${day}`)).body as { openings: { supply_id: string; sites: string[]; advisers: number }[] };
    return openings.filter(({ sites }) => sites.length === 1 && sites[0] === supply.site_id).map(({ advisers }) => advisers);
  };
  const changed = day_of(Date.now() + 9 * day_ms);
  const before = await advisers_on(day_of(Date.now() + 8 * day_ms));
  await tab(/Calendrier/).click();
  await manager.button('Mois').click();
  const next = manager.button('Période suivante');
  const cell = manager.page.locator(`[data-date="${changed}"]`);
  if ((await cell.count()) === 0) await next.click();
  await cell.getByRole('button').filter({ hasText: 'Bretenoux' }).first().click();
  await dialog().getByText(/^À partir du \d/).first().click();
  await dialog().getByText(/Les jours d’avant restent comme ils étaient/).waitFor();
  await is_clear('from a day on');
  await dialog().getByLabel('Nombre de conseillers').fill('2');
  await in_dialog('Enregistrer').click();
  await expect.poll(() => advisers_on(changed)).toContain(2);
  expect(await advisers_on(day_of(Date.now() + 8 * day_ms))).toEqual(before);
});
