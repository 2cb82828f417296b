// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BareLink } from '../support/link.ts';
import { kiosk_of } from '../support/pairing.ts';
import { run_parvis, StartedServer } from '../support/server.ts';
import { demo_accounts, demo_password, StaffSession } from '../support/staff.ts';

interface Overview {
  networks: { network_id: string; partners: { partner_id: string; acronym: string }[]; groups: { group_id: string; partner_id: string }[] }[];
}

let server: StartedServer;
let administrator: StaffSession;
beforeAll(async () => {
  server = await StartedServer.start();
  administrator = await StaffSession.open(server.local_url, demo_accounts.administrator);
});
afterAll(async () => {
  await server?.stop();
});

const new_adviser = async (change: Record<string, unknown> = {}): Promise<Record<string, unknown>> => {
  const { networks } = (await administrator.get('/api/v1/network')).body as Overview;
  const network = networks[0];
  const partner_id = network?.partners.find((partner) => partner.acronym === 'CAF')?.partner_id;
  return {
    email: 'zoe@caf.demo.fr',
    name: 'Zoé Blanc',
    language: 'fr',
    password: 'une phrase facile à retenir',
    network_id: network?.network_id,
    role: 'adviser',
    partner_id,
    group_ids: network?.groups.filter((group) => group.partner_id === partner_id).map((group) => group.group_id),
    ...change,
  };
};

describe('an account', () => {
  test.each([
    ['without an address that could be one', { email: 'zoe' }, 'email_malformed', '/email'],
    ['without a name', { name: ' ' }, 'name_missing', '/name'],
    ['with a short password', { password: 'court' }, 'password_too_short', '/password'],
    ['of an adviser without a body', { partner_id: undefined }, 'partner_missing', '/partner_id'],
    ['of a mediator without a place', { role: 'mediator' }, 'site_missing', '/site_id'],
    ['with a role that does not exist', { role: 'mayor' }, 'value_unknown', '/role'],
  ])('%s is refused, and the field is named', async (_what, change, code, pointer) => {
    const answer = await administrator.post('/api/v1/accounts', await new_adviser(change));
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code, pointer });
  });

  test('is made once; the same address again is refused; disabled, it is signed out at once and cannot come back', async () => {
    const form = await new_adviser();
    const made = await administrator.post('/api/v1/accounts', form);
    expect(made.status).toBe(201);
    const again = await administrator.post('/api/v1/accounts', form);
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ code: 'email_taken', pointer: '/email' });

    const zoe = await StaffSession.open(server.local_url, 'zoe@caf.demo.fr', 'une phrase facile à retenir');
    const console_link = await BareLink.open(zoe.link({ surface: 'adviser' }));
    const { account_id } = made.body as { account_id: string };
    expect((await administrator.post(`/api/v1/accounts/${account_id}/disable`)).status).toBe(200);
    expect((await zoe.get('/api/v1/me')).status).toBe(401);
    await expect.poll(() => console_link.closed?.code).toBe(4001);
    const refused = new StaffSession(server.local_url).post('/api/v1/sign-in', { email: 'zoe@caf.demo.fr', password: 'une phrase facile à retenir' });
    expect((await refused).status).toBe(401);
  });
});

describe('a role opens its own doors only', () => {
  const doors = [
    ['GET', '/api/v1/accounts', ['administrator']],
    ['GET', '/api/v1/audit', ['administrator']],
  ] as const;
  const people = ['adviser', 'mediator', 'technician', 'administrator'] as const;
  test.each(doors.flatMap(([method, path, allowed]) => people.map((role) => [role, method, path, (allowed as readonly string[]).includes(role)] as const)))(
    '%s, %s %s: %s',
    async (role, _method, path, allowed) => {
      const session = await StaffSession.open(server.local_url, demo_accounts[role]);
      const answer = await session.get(path);
      expect(answer.status).toBe(allowed ? 200 : 403);
      if (!allowed) expect(answer.body).toMatchObject({ code: 'role_missing' });
    },
  );

  test.each(['/api/v1/me', '/api/v1/network', '/api/v1/accounts', '/api/v1/audit'])('nobody reads %s without signing in', async (path) => {
    const answer = await new StaffSession(server.local_url).get(path);
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ code: 'not_signed_in' });
  });

  test('an adviser may neither add an account nor revoke a kiosk', async () => {
    const adviser = await StaffSession.open(server.local_url, demo_accounts.adviser);
    expect((await adviser.post('/api/v1/accounts', await new_adviser({ email: 'x@caf.demo.fr' }))).body).toMatchObject({ code: 'role_missing' });
    const kiosk_id = await kiosk_of(adviser, 'Gourdon');
    expect((await adviser.post(`/api/v1/kiosks/${kiosk_id}/revoke`)).body).toMatchObject({ status: 403, code: 'role_missing' });
  });

  test('a mediator opens no adviser’s page, an adviser no front desk, and a mediator no other place’s desk', async () => {
    const mediator = await StaffSession.open(server.local_url, demo_accounts.mediator);
    const adviser = await StaffSession.open(server.local_url, demo_accounts.adviser);
    const other = await StaffSession.open(server.local_url, demo_accounts.foreign_mediator);
    const me = (await mediator.get('/api/v1/me')).body as { account: { memberships: { site_id: string }[] } };
    const site_id = me.account.memberships[0]?.site_id;
    for (const [session, hello] of [
      [mediator, { surface: 'adviser' }],
      [adviser, { surface: 'desk', site_id }],
      [other, { surface: 'desk', site_id }],
    ] as const) {
      const link = await BareLink.connect(session.link(hello));
      link.send({ type: 'hello', protocol: { lowest: 1, highest: 2 }, language: 'fr', ...hello });
      await expect.poll(() => link.closed?.code).toBe(4003);
    }
  });
});

describe('another network', () => {
  test('is invisible: its administrator sees none of ours, and can neither revoke nor disable here', async () => {
    const config = ['--config', server.config_file];
    const added = run_parvis(['network', 'add', '--name', 'Réseau voisin', ...config]);
    expect(added.output).toContain('Réseau voisin');
    const made = run_parvis(
      ['user', 'add', '--email', 'chef@voisin.fr', '--name', 'Chef Voisin', '--role', 'administrator', '--network', 'Réseau voisin', ...config],
      `${demo_password}\n`,
    );
    expect(made.output).toContain('chef@voisin.fr');
    const neighbour = await StaffSession.open(server.local_url, 'chef@voisin.fr');

    const { networks } = (await neighbour.get('/api/v1/network')).body as { networks: { name: string; kiosks: unknown[] }[] };
    expect(networks).toMatchObject([{ name: 'Réseau voisin', kiosks: [] }]);
    const { accounts } = (await neighbour.get('/api/v1/accounts')).body as { accounts: { email: string }[] };
    expect(accounts.map((account) => account.email)).toEqual(['chef@voisin.fr']);

    const trail = (await neighbour.get('/api/v1/audit')).body as { entries: { act: string; actor: string; subject: string }[] };
    const own = ((await neighbour.get('/api/v1/me')).body as { account: { account_id: string } }).account.account_id;
    expect(trail.entries.map(({ act }) => act)).toEqual(['signed_in', 'account_created']);
    expect(trail.entries.every(({ subject }) => subject === `account:${own}`)).toBe(true);
    const here = (await administrator.get('/api/v1/audit')).body as { entries: { subject: string }[] };
    expect(here.entries.some(({ subject }) => subject === `account:${own}`)).toBe(false);

    const kiosk_id = await kiosk_of(administrator, 'Gourdon');
    expect((await neighbour.post(`/api/v1/kiosks/${kiosk_id}/revoke`)).body).toMatchObject({ status: 403, code: 'role_missing' });
    const ours = (await administrator.get('/api/v1/accounts')).body as { accounts: { account_id: string; email: string }[] };
    const camille = ours.accounts.find((account) => account.email === demo_accounts.adviser)?.account_id ?? '';
    expect((await neighbour.post(`/api/v1/accounts/${camille}/disable`)).body).toMatchObject({ status: 404, code: 'account_unknown' });
  });
});

test('the trail of what was done here holds, and tells who signed in', async () => {
  const page = (await administrator.get('/api/v1/audit')).body as { entries: { act: string }[]; total: number; first_broken?: number };
  expect(page.first_broken).toBeUndefined();
  expect(page.entries.map((entry) => entry.act)).toContain('signed_in');
  const verify = (...more: string[]) => run_parvis(['audit', 'verify', '--config', server.config_file, ...more]);
  const whole = verify();
  expect(whole).toMatchObject({ status: 0 });
  const link = /\d+:[0-9a-f]{64}/.exec(whole.output)?.[0] ?? '';
  expect(verify('--link', link)).toMatchObject({ status: 0 });

  const made_up = link.replace(/:./, (start) => (start === ':0' ? ':1' : ':0'));
  expect(verify('--link', made_up).status).toBe(1);
  const later = `${Number(link.split(':')[0]) + 1000}${link.slice(link.indexOf(':'))}`;
  expect(verify('--link', later)).toMatchObject({ status: 1 });
  expect(verify('--link', 'yesterday')).toMatchObject({ status: 2 });
});
