// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { new_ulid } from '../support/link.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';

interface Overview {
  networks: {
    network_id: string;
    sites: { site_id: string; commune: string }[];
    groups: { group_id: string; name: string; partner_id: string }[];
  }[];
}
interface Plan {
  openings: { supply_id: string; day: string; sites: string[] }[];
  supplies: { supply: { supply_id: string; modality: string }; revision: number; allowed_actions: string[] }[];
}

let server: StartedServer;
let administrator: StaffSession;
let mediator: StaffSession;
let network: Overview['networks'][number];
beforeAll(async () => {
  server = await StartedServer.start();
  administrator = await StaffSession.open(server.local_url, demo_accounts.administrator);
  mediator = await StaffSession.open(server.local_url, demo_accounts.mediator);
  const first = ((await administrator.get('/api/v1/network')).body as Overview).networks[0];
  if (first === undefined) throw new Error('the demonstration has no network');
  network = first;
});
afterAll(async () => {
  await server?.stop();
});

const site_of = (commune: string): string => network.sites.find((site) => site.commune === commune)?.site_id ?? '';
const group_of = (name: string): string => network.groups.find((group) => group.name === name)?.group_id ?? '';

/** No body of the demonstration works on Saturdays. */
const saturday = '2035-03-03';
const saturdays = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  group_id: group_of('CAF'),
  modality: 'half_day_session',
  recurrence: { first_day: saturday, rule: 'FREQ=WEEKLY;BYDAY=SA;COUNT=3', except: [] },
  legs: [{ sites: [site_of('Bretenoux')], from_minute: 540, to_minute: 720 }],
  slot_minutes: 20,
  advisers: 1,
  walk_in_percent: 0,
  motives: [],
  revision: 0,
  ...change,
});
const plan_of = async (who: StaffSession, from: string, to: string): Promise<Plan> =>
  (await who.get(`/api/v1/networks/${network.network_id}/plan?from=${from}&to=${to}&site_id=${site_of('Bretenoux')}`)).body as Plan;

describe('supply', () => {
  test('of the demonstration shows all three ways of working, and staff may read it', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const later = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
    const plan = await plan_of(mediator, today, later);
    expect(new Set(plan.supplies.map((each) => each.supply.modality))).toEqual(
      new Set(['appointment', 'time_window', 'half_day_session']),
    );
    expect(plan.supplies.flatMap((each) => each.allowed_actions)).toEqual([]);
    expect(plan.openings.length).toBeGreaterThan(0);
  });

  test('is made once, changed by whoever read it last, and ended', async () => {
    const path = `/api/v1/supplies/${new_ulid()}`;
    expect((await administrator.put(path, saturdays())).body).toMatchObject({ revision: 1, allowed_actions: ['change_supply'] });
    expect((await administrator.put(path, saturdays())).body).toMatchObject({ revision: 1 });
    expect((await administrator.put(path, saturdays({ advisers: 2, revision: 1 }))).body).toMatchObject({ revision: 2 });
    const late = await administrator.put(path, saturdays({ advisers: 3, revision: 1 }));
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({ code: 'supply_changed', pointer: '/revision' });
    expect((await administrator.post(`${path}/except`, { day: '2035-03-10', revision: 2 })).body).toMatchObject({ revision: 3 });
    const days = async (): Promise<string[]> =>
      (await plan_of(mediator, '2035-03-01', '2035-03-31')).openings.filter((each) => path.endsWith(each.supply_id)).map((each) => each.day);
    expect(await days()).toEqual(['2035-03-03', '2035-03-17']);
    expect((await administrator.post(`${path}/end`, { last_day: '2035-03-16', revision: 3 })).status).toBe(204);
    expect(await days()).toEqual(['2035-03-03']);
  });

  test('takes place elsewhere on one day, in one step; what is refused changes neither day', async () => {
    const path = `/api/v1/supplies/${new_ulid()}`;
    const first_day = '2035-04-07';
    await administrator.put(path, saturdays({ recurrence: { first_day, rule: 'FREQ=WEEKLY;BYDAY=SA;COUNT=2', except: [] } }));
    const instead = (change: Record<string, unknown>, revision = 1): Record<string, unknown> => ({
      day: first_day,
      revision,
      instead_id: new_ulid(),
      instead: saturdays({ recurrence: { first_day: '2035-04-08', rule: '', except: [] }, ...change }),
    });
    const weekend = ['2035-04-07', '2035-04-08', '2035-04-14', '2035-04-15'];
    const days = async (): Promise<string[]> =>
      (await plan_of(mediator, '2035-04-01', '2035-04-30')).openings.map((each) => each.day).filter((day) => weekend.includes(day));
    const refused = await administrator.post(`${path}/instead`, instead({ advisers: 0 }));
    expect(refused.body).toMatchObject({ code: 'advisers_wrong', pointer: '/instead/advisers' });
    expect((await administrator.post(`${path}/instead`, instead({}, 7))).body).toMatchObject({ code: 'supply_changed' });
    expect((await mediator.post(`${path}/instead`, instead({}))).status).toBe(403);
    expect(await days()).toEqual([first_day, '2035-04-14']);
    const wanted = instead({});
    expect((await administrator.post(`${path}/instead`, wanted)).status).toBe(200);
    expect((await administrator.post(`${path}/instead`, wanted)).status).toBe(200);
    expect(await days()).toEqual(['2035-04-08', '2035-04-14']);
  });

  test.each([
    ['an unreadable recurrence', { recurrence: { first_day: saturday, rule: 'every Saturday', except: [] } }, 'recurrence_unreadable', '/recurrence/rule'],
    ['a day that does not exist', { recurrence: { first_day: '2035-02-30', rule: '', except: [] } }, 'date_invalid', '/recurrence/first_day'],
    ['a day that is past', { recurrence: { first_day: '2020-03-07', rule: '', except: [] } }, 'date_past', '/recurrence/first_day'],
    ['slots of seven minutes', { slot_minutes: 7 }, 'slot_length_wrong', '/slot_minutes'],
    ['no hours', { legs: [] }, 'legs_missing', '/legs'],
    ['walk-ins on site, whom nobody calls', { on_site: true, walk_in_percent: 20 }, 'on_site_no_walk_ins', '/walk_in_percent'],
    ['a window on site', { on_site: true, modality: 'time_window' }, 'on_site_by_appointment', '/on_site'],
    ['a way of working that does not exist', { modality: 'by_post' }, 'value_unknown', '/modality'],
  ])('with %s is refused, and the field is named', async (_what, change, code, pointer) => {
    const answer = await administrator.put(`/api/v1/supplies/${new_ulid()}`, saturdays(change));
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code, pointer });
  });

  test('on site is at one place at a time', async () => {
    const sites = [site_of('Bretenoux'), site_of('Gourdon')];
    const answer = await administrator.put(`/api/v1/supplies/${new_ulid()}`, saturdays({ on_site: true, legs: [{ sites, from_minute: 540, to_minute: 720 }] }));
    expect(answer).toMatchObject({ status: 400, body: { code: 'on_site_one_place', pointer: '/legs/0/sites' } });
  });

  test('is not made by mediators', async () => {
    const answer = await mediator.put(`/api/v1/supplies/${new_ulid()}`, saturdays());
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ code: 'role_missing' });
  });
});

describe('a site', () => {
  test('is closed on one day for a reason, and open again when that is taken back', async () => {
    const site = `/api/v1/sites/${site_of('Bretenoux')}`;
    const open = async (): Promise<unknown[]> =>
      ((await mediator.get(`${site}/calendar?from=2035-03-05&to=2035-03-05`)).body as { open: unknown[] }).open;
    expect(await open()).toHaveLength(2); // a Monday, morning and afternoon
    expect((await administrator.put(`${site}/exceptions/2035-03-05`, { reason: 'Formation', hours: [] })).status).toBe(200);
    expect(await open()).toEqual([]);
    expect((await mediator.delete(`${site}/exceptions/2035-03-05`)).status).toBe(403);
    expect((await administrator.delete(`${site}/exceptions/2035-03-05`)).status).toBe(204);
    expect(await open()).toHaveLength(2);
  });
});

test('motives are told in plain words with the papers to bring', async () => {
  const { motives } = (await mediator.get(`/api/v1/networks/${network.network_id}/motives`)).body as {
    motives: { motive: { subject: string; label: { fr: string }; papers: { fr: string }[] } }[];
  };
  const rent = motives.find((each) => each.motive.label.fr === 'Demander une aide pour mon loyer');
  expect(rent?.motive.papers.map((paper) => paper.fr)).toContain('Une pièce d’identité');
});
