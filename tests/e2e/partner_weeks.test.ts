// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day_of } from '../support/booking.ts';
import { presses } from '../support/keys.ts';
import { new_ulid } from '../support/link.ts';
import { Staff } from '../support/people.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';

// The manager of the family benefits fund plans far ahead: a public holiday stands out, and a good week is used once more.

interface Overview {
  networks: { network_id: string; sites: { site_id: string; commune: string }[]; partners: { partner_id: string; acronym: string }[]; groups: { group_id: string; partner_id: string }[] }[];
}
interface Plan {
  openings: { day: string; supply_id: string }[];
  holidays: { holidays: { day: string }[] }[];
}

const iso = (instant: number) => new Date(instant).toISOString().slice(0, 10);
const add_days = (day: string, days: number) => iso(Date.parse(day) + days * 86_400_000);
const monday_of = (day: string) => add_days(day, -((new Date(day).getUTCDay() + 6) % 7));

let server: StartedServer;
let manager: Staff;
let asking: StaffSession;
let network_id: string;
let caf: string;
/** The Monday of a week to come without a public holiday, nor has the one after it. */
let monday: string;
let weeks_ahead = 1;
/** Planned on the Tuesday of that week alone. */
let supply_id: string;

const is_clear = async (screen: string) => expect.soft(await manager.stumbling_blocks(), screen).toEqual([]);
const dialog = () => manager.page.getByRole('dialog').last();
const week_of = async (first: string, days = 6) =>
  (await asking.get(`/api/v1/networks/${network_id}/plan?from=${first}&to=${add_days(first, days)}&partner_id=${caf}`)).body as Plan;

beforeAll(async () => {
  server = await StartedServer.start();
  asking = await StaffSession.open(server.local_url, demo_accounts.manager);
  const [network] = ((await asking.get('/api/v1/network')).body as Overview).networks;
  if (network === undefined) throw new Error('the demonstration has no network');
  ({ network_id } = network);
  caf = network.partners.find(({ acronym }) => acronym === 'CAF')?.partner_id ?? '';
  for (monday = add_days(monday_of(day_of(Date.now())), 7); ; monday = add_days(monday, 7), weeks_ahead += 1) {
    if ((await week_of(monday, 13)).holidays.every(({ holidays }) => holidays.length === 0)) break;
  }
  supply_id = new_ulid();
  const planned = await asking.put(`/api/v1/supplies/${supply_id}`, {
    group_id: network.groups.find(({ partner_id }) => partner_id === caf)?.group_id,
    modality: 'appointment',
    recurrence: { first_day: add_days(monday, 1), rule: '', except: [] },
    legs: [{ sites: [network.sites.find(({ commune }) => commune === 'Bretenoux')?.site_id], from_minute: 510, to_minute: 630 }],
    slot_minutes: 30,
    advisers: 1,
    walk_in_percent: 0,
    motives: [],
    revision: 0,
  });
  if (planned.status !== 200) throw new Error(JSON.stringify(planned.body));
  manager = await Staff.sign_in(server, demo_accounts.manager, '/partner/');
  await manager.page.getByRole('heading', { name: 'Planning CAF' }).waitFor();
});
afterAll(async () => {
  await manager?.leave();
  await server?.stop();
});

/** 14 July of next year, or of the first year from then on in which it is no day of the weekend, which the calendar leaves out. */
function national_day(): string {
  for (let year = new Date().getUTCFullYear() + 1; ; year += 1) {
    if (new Date(`${year}-07-14`).getUTCDay() % 6 !== 0) return `${year}-07-14`;
  }
}

test('14 July is a holiday in its month and in its week, greyed with its name', async () => {
  const day = national_day();
  const today = new Date(day_of(Date.now()));
  const months_ahead = (new Date(day).getUTCFullYear() - today.getUTCFullYear()) * 12 + 6 - today.getUTCMonth();
  await manager.button('Mois').click();
  for (let month = 0; month < months_ahead; month += 1) await manager.button('Période suivante').click();
  await manager.page.getByRole('heading', { name: `juillet ${day.slice(0, 4)}` }).waitFor();
  await manager.page.getByText('Fête nationale').first().waitFor();
  await is_clear('month with a holiday');
  await manager.button('Semaine').click();
  const first = monday_of(`${day.slice(0, 4)}-07-01`);
  const weeks = (Date.parse(monday_of(day)) - Date.parse(first)) / (7 * 86_400_000);
  for (let week = 0; week < weeks; week += 1) await manager.button('Période suivante').click();
  await manager.page.getByText('Férié : Fête nationale').waitFor();
  const name = manager.page.getByText('Fête nationale', { exact: true });
  await name.waitFor();
  const greyed = await name.evaluate((words) => {
    for (let element: Element | null = words; element; element = element.parentElement) {
      if (getComputedStyle(element).backgroundImage.includes('repeating-linear-gradient')) return true;
    }
    return false;
  });
  expect(greyed, 'the day is greyed').toBe(true);
  await is_clear('week with a holiday');
});

test('a week is copied by keyboard alone: what is new there stands in the other week, what stood there is left alone', async () => {
  const { page } = manager;
  await presses(page, manager.button('Aujourd’hui'));
  for (let week = 0; week < weeks_ahead; week += 1) await presses(page, manager.button('Période suivante'));
  const bar = page.getByRole('button').filter({ hasText: /Rendez-vous.*Bretenoux/s });
  await bar.first().waitFor();
  const before = (await week_of(add_days(monday, 7))).openings;
  await presses(page, manager.button('Copier la semaine'));
  await is_clear('copy a week');
  await presses(page, dialog().getByRole('button', { name: 'Copier', exact: true }));
  await manager.reads('1 ouverture copiée');
  await dialog().waitFor({ state: 'detached' });
  // The page goes to the other week.
  const sunday = new Date(add_days(monday, 13)).toLocaleDateString('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  await page.getByRole('heading', { name: new RegExp(`(^|\\D)${sunday}$`) }).waitFor();
  await bar.first().waitFor();
  await is_clear('copied');
  const known = new Set(before.map((opening) => opening.supply_id));
  const after = (await week_of(add_days(monday, 7))).openings;
  expect(after.filter((opening) => !known.has(opening.supply_id)).map(({ day }) => day)).toEqual([add_days(monday, 8)]);
  expect(after).toHaveLength(before.length + 1);
});
