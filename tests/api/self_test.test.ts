// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BareKiosk } from '../support/bare_kiosk.ts';
import { new_ulid, type BareLink } from '../support/link.ts';
import { kiosk_of } from '../support/pairing.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';

interface Kiosk {
  kiosk_id: string;
  self_test?: { finished_at: number; report: { checks: { name: string; outcome: string }[] } };
}
interface Tile {
  subject: string;
  offers: { offer_id: string; acronym: string }[];
}

let server: StartedServer;
let technician: StaffSession;
let kiosk: BareKiosk;
let kiosk_link: BareLink;
beforeAll(async () => {
  server = await StartedServer.start();
  technician = await StaffSession.open(server.local_url, demo_accounts.technician);
  kiosk = await BareKiosk.pair(server, 'Bretenoux');
  kiosk_link = await kiosk.open();
  await kiosk_link.next('snapshot');
});
afterAll(async () => {
  await server?.stop();
});

const path_of = (kiosk_id: string): string => `/api/v1/kiosks/${kiosk_id}/self_test`;
const seen_by = async (session: StaffSession): Promise<Kiosk | undefined> => {
  const { networks } = (await session.get('/api/v1/network')).body as { networks: { kiosks: Kiosk[] }[] };
  return networks.flatMap((network) => network.kiosks).find((one) => one.kiosk_id === kiosk.kiosk_id);
};
const report = {
  checks: [
    { name: 'scanner', outcome: 'passed', duration_ms: 800, reasons: [], detail: '' },
    { name: 'printer', outcome: 'failed', duration_ms: 20, reasons: ['paper_out'], detail: 'tray 1' },
  ],
};

test('a technician’s order reaches the kiosk; what it found is on record with its time, for technicians alone', async () => {
  expect((await seen_by(technician))?.self_test).toBeUndefined();
  const answer = await technician.post(path_of(kiosk.kiosk_id));
  expect(answer.status).toBe(200);
  const { ordered_at } = answer.body as { ordered_at: number };
  await kiosk_link.next('run_self_test');
  expect(await kiosk_link.command('self_tested', { report })).toMatchObject({ type: 'done' });
  const on_record = (await seen_by(technician))?.self_test;
  expect(on_record?.report).toEqual(report);
  expect(on_record?.finished_at).toBeGreaterThanOrEqual(ordered_at);
  const adviser = await StaffSession.open(server.local_url, demo_accounts.adviser);
  expect((await seen_by(adviser))?.self_test).toBeUndefined();
});

test('the order is in the audit trail', async () => {
  const administrator = await StaffSession.open(server.local_url, demo_accounts.administrator);
  const { entries } = (await administrator.get('/api/v1/audit')).body as { entries: { act: string; actor: string; subject: string }[] };
  expect(entries.filter((entry) => entry.act === 'self_test_ordered')).toMatchObject([{ actor: expect.stringMatching(/^account:/) as string, subject: `kiosk:${kiosk.kiosk_id}` }]);
});

test('an adviser may not order it, nobody without signing in, and no foreign page in a technician’s name', async () => {
  const adviser = await StaffSession.open(server.local_url, demo_accounts.adviser);
  expect(await adviser.post(path_of(kiosk.kiosk_id))).toMatchObject({ status: 403, body: { code: 'role_missing' } });
  expect(await new StaffSession(server.local_url).post(path_of(kiosk.kiosk_id))).toMatchObject({ status: 401 });
  const forged = await fetch(`${server.local_url}${path_of(kiosk.kiosk_id)}`, { method: 'POST', headers: { Cookie: technician.cookie } });
  expect(forged.status).toBe(403);
});

test('a kiosk that is not connected, or that nobody knows, is said to be so', async () => {
  const away = await kiosk_of(technician, 'Gourdon');
  expect(await technician.post(path_of(away))).toMatchObject({ status: 503, body: { code: 'kiosk_offline' } });
  expect(await technician.post(path_of(new_ulid()))).toMatchObject({ status: 404, body: { code: 'kiosk_unknown' } });
});

test('a kiosk where somebody rings or talks is left alone', async () => {
  const { tiles } = (await kiosk_link.next('snapshot')) as unknown as { tiles: Tile[] };
  const tile = tiles.find((one) => one.offers.some((offer) => offer.acronym === 'CAF'));
  const ring = { interview_id: new_ulid(), offer_id: tile?.offers[0]?.offer_id, subject: tile?.subject, language: 'fr' };
  expect(await kiosk_link.command('ring', ring)).toMatchObject({ type: 'done' });
  await expect.poll(() => technician.post(path_of(kiosk.kiosk_id))).toMatchObject({ status: 409, body: { code: 'kiosk_busy' } });
  expect(kiosk_link.messages.filter((message) => message.type === 'run_self_test')).toHaveLength(1);
});
