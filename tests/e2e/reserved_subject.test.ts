// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day_of } from '../support/booking.ts';
import { ClearedPlan } from '../support/cleared_plan.ts';
import { new_ulid } from '../support/link.ts';
import { Mediator } from '../support/mediator.ts';
import { Visitor } from '../support/people.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, done, StaffSession } from '../support/staff.ts';

// A body keeps one subject for the people of Bretenoux, and receives for another one without appointments,
// at Latronquière only. Nobody travels for nothing, and everybody is told another way.

const kept = 'Refaire ma carte Vitale';
const open_to_all = 'Payer moins cher mes soins';
const bretenoux_insee = '46038';

interface Known {
  networks: { network_id: string; sites: { site_id: string; commune: string }[]; groups: { group_id: string; partner_id: string }[] }[];
}
interface Motive {
  motive_id: string;
  network_id: string;
  partner_id: string;
  label: { fr: string };
}

let server: StartedServer;
let mediator: Mediator;
beforeAll(async () => {
  server = await StartedServer.start();
  const administrator = await StaffSession.open(server.local_url, demo_accounts.administrator);
  const { network_id } = await ClearedPlan.of(server.local_url, kept);
  const [network] = ((await done(administrator.get('/api/v1/network'))) as Known).networks;
  const { motives } = (await done(administrator.get(`/api/v1/networks/${network_id}/motives`))) as { motives: { motive: Motive }[] };
  const named = (label: string): Motive => motives.find(({ motive }) => motive.label.fr === label)?.motive ?? expect.fail(`no motive ${label}`);
  const changes = async (label: string, change: Record<string, unknown>): Promise<Motive> => {
    const { motive_id, network_id: _, ...form } = named(label);
    await done(administrator.put(`/api/v1/motives/${motive_id}`, { ...form, ...change }));
    return named(label);
  };
  const { motive_id, partner_id } = await changes(kept, { communes: [bretenoux_insee] });
  const { motive_id: without_appointment } = await changes(open_to_all, { modalities: ['time_window'] });
  const plans = (commune: string, form: Record<string, unknown>): Promise<unknown> =>
    done(
      administrator.put(`/api/v1/supplies/${new_ulid()}`, {
        group_id: network?.groups.find((group) => group.partner_id === partner_id)?.group_id,
        recurrence: { first_day: day_of(Date.now()), rule: 'FREQ=DAILY;COUNT=10', except: [] },
        legs: [{ sites: network?.sites.filter((site) => site.commune === commune).map((site) => site.site_id), from_minute: 9 * 60, to_minute: 12 * 60 }],
        slot_minutes: 15,
        advisers: 1,
        revision: 0,
        ...form,
      }),
    );
  await plans('Bretenoux', { modality: 'appointment', walk_in_percent: 0, motives: [motive_id] });
  await plans('Latronquière', { modality: 'time_window', walk_in_percent: 100, motives: [without_appointment] });
  mediator = await Mediator.at_desk(server);
});
afterAll(async () => {
  await mediator?.leave();
  await server?.stop();
});

/** Somebody of this village asks at the town hall of Bretenoux. */
async function asks_from(village: string, motive: string): Promise<Visitor> {
  const visitor = await Visitor.open_portal(server);
  await visitor.page.getByLabel('Votre village').fill(village);
  await visitor.is_at(`Les lieux les plus proches de ${village}`);
  await visitor.touch('Mairie de Bretenoux');
  await visitor.touch('Ma santé');
  await visitor.touch(motive);
  return visitor;
}
async function is_clear(visitor: Visitor, screen: string): Promise<void> {
  expect.soft(await visitor.stumbling_blocks(), screen).toEqual([]);
  expect.soft(visitor.window.complaints, screen).toEqual([]);
  await visitor.leave();
}

test('who lives in the commune reads for whom the subject is kept, and chooses an hour', async () => {
  const visitor = await asks_from('Bretenoux', kept);
  await visitor.reads('Réservé aux habitants de : Bretenoux');
  await visitor.is_at('Choisissez votre rendez-vous');
  await visitor.button(/^Prendre ce rendez-vous/).first().waitFor();
  await is_clear(visitor, 'kept for these people');
});

test('who lives elsewhere is offered no hour, is told why, and whom to call', async () => {
  const visitor = await asks_from('Biars-sur-Cère', kept);
  await visitor.reads('Ce service ne reçoit pas les habitants de Biars-sur-Cère');
  await visitor.reads(/^Il est réservé aux habitants de : Bretenoux\./);
  expect(await visitor.link(/^Téléphoner/).getAttribute('href')).toBe('tel:0536491001');
  expect(await visitor.button(/^Prendre ce rendez-vous/).count()).toBe(0);
  await is_clear(visitor, 'kept for others');
});

test('where nobody gives appointments for a subject, three ways remain: the next hours without one close by stand first', async () => {
  const visitor = await asks_from('Bretenoux', open_to_all);
  await visitor.is_at('Choisissez votre rendez-vous');
  const ways = visitor.page.getByRole('article').getByRole('heading');
  await ways.nth(2).waitFor();
  expect(await ways.count()).toBe(3);
  expect(await ways.first().innerText()).toBe('Sans rendez-vous : Cyber-base de Latronquière');
  await visitor.reads('À 23 km, Latronquière');
  await is_clear(visitor, 'three other ways');
});

test('the mediator reads both at the desk: for whom a subject is kept, and where to go without an appointment', async () => {
  const books = async (motive: string): Promise<void> => {
    await mediator.page.reload();
    await mediator.button('Prendre rendez-vous').click();
    await mediator.dialog().getByRole('button', { name: motive }).click();
  };
  await books(kept);
  await mediator.dialog().getByText('Réservé aux habitants de : Bretenoux.').waitFor();
  expect.soft(await mediator.stumbling_blocks(), 'kept, at the desk').toEqual([]);
  await books(open_to_all);
  await mediator.dialog().getByText(/Cyber-base de Latronquière \(23 km\), .* 09:00 – 12:00/).waitFor();
  expect.soft(await mediator.stumbling_blocks(), 'windows close by').toEqual([]);
});
