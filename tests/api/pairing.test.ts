// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { StartedKiosk } from '../support/kiosk.ts';
import { BareLink } from '../support/link.ts';
import { kiosk_of, pair_kiosk, shown_code } from '../support/pairing.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';

interface Problem {
  code: string;
  pointer?: string;
}

let server: StartedServer;
let kiosk: StartedKiosk;
let technician: StaffSession;
beforeAll(async () => {
  server = await StartedServer.start();
  kiosk = await StartedKiosk.start({ server: server.local_url });
  technician = await StaffSession.open(server.local_url, demo_accounts.technician);
});
afterAll(async () => {
  await kiosk?.stop();
  await server?.stop();
});

const claim = async (session: StaffSession, code: string, commune: string): Promise<{ status: number; problem: Problem }> => {
  const kiosk_id = await kiosk_of(session, commune);
  const answer = await session.post('/api/v1/kiosk-pairings/claim', { code, kiosk_id });
  return { status: answer.status, problem: answer.body as Problem };
};

test('a code that no kiosk shows is refused by name', async () => {
  const { status, problem } = await claim(technician, 'ZZZZZZZZ', 'Gourdon');
  expect(status).toBe(404);
  expect(problem.code).toBe('pairing_code_wrong');
  expect(problem.pointer).toBe('/code');
});

test('an adviser may not pair a kiosk', async () => {
  const adviser = await StaffSession.open(server.local_url, demo_accounts.adviser);
  const { status, problem } = await claim(adviser, await shown_code(kiosk), 'Bretenoux');
  expect(status).toBe(403);
  expect(problem.code).toBe('role_missing');
});

test('a kiosk is paired by the code on its screen, and the code serves once', async () => {
  const code = await shown_code(kiosk);
  await pair_kiosk(server, kiosk);
  const page = await BareLink.open(kiosk.page_link());
  await page.next('snapshot');
  await expect.poll(async () => {
    const fresh = await BareLink.open(kiosk.page_link());
    const snapshot = await fresh.next('snapshot');
    await fresh.close();
    return { paired: snapshot.paired, online: snapshot.online };
  }, { timeout: 10_000 }).toEqual({ paired: true, online: true });
  const { status, problem } = await claim(technician, code, 'Gourdon');
  expect([404, 409]).toContain(status);
  expect(['pairing_code_used', 'pairing_code_wrong']).toContain(problem.code);
  await page.close();
});

test('a kiosk that is revoked is told at once and shows a new code', async () => {
  const kiosk_id = await kiosk_of(technician, 'Bretenoux');
  const page = await BareLink.open(kiosk.page_link());
  const answer = await technician.post(`/api/v1/kiosks/${kiosk_id}/revoke`);
  expect(answer.status).toBeLessThan(300);
  const told = await page.next('pairing', (message) => message.paired === false && message.pairing !== undefined);
  expect(told.pairing).toMatchObject({ code: expect.stringMatching(/^\w{8}$/) as string });
  await page.close();
});
