// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BareKiosk } from '../support/bare_kiosk.ts';
import { BareLink, new_ulid, type LinkMessage } from '../support/link.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';

let server: StartedServer;
let adviser: StaffSession;
beforeAll(async () => {
  server = await StartedServer.start();
  adviser = await StaffSession.open(server.local_url, demo_accounts.adviser);
});
afterAll(async () => {
  await server?.stop();
});

const open_console = (session = adviser, more: Record<string, unknown> = {}): Promise<BareLink> =>
  BareLink.open(session.link({ surface: 'adviser', ...more }));
const resume_of = (link: BareLink): Record<string, unknown> => {
  const welcome = link.messages.find((message) => message.type === 'welcome');
  const received = Math.max(0, ...link.messages.map((message) => message.seq ?? 0));
  return { resume: { epoch: welcome?.epoch, link: welcome?.link, received } };
};
/** As a cut cable does it: no goodbye. */
const cut = (link: BareLink): void => link.socket.terminate();

describe('a link that lost its socket', () => {
  test('goes on where it stopped: what was missed comes again, once, without a snapshot', async () => {
    const first = await open_console();
    await first.next('snapshot');
    const resume = resume_of(first);
    await first.command('set_availability', { availability: 'pause' });
    const missed = first.messages.filter((message) => (message.seq ?? 0) > (resume.resume as { received: number }).received);
    expect(missed.length).toBeGreaterThan(0);
    cut(first);
    const second = await open_console(adviser, resume);
    expect(second.messages[0]).toMatchObject({ type: 'welcome', resumed: true });
    const last = missed.at(-1)?.seq ?? 0;
    await second.next(missed.at(-1)?.type ?? '', (message) => message.seq === last);
    const replayed = second.messages.filter((message) => message.seq !== undefined && message.seq <= last);
    expect(replayed).toEqual(missed);
    expect(second.messages.some((message) => message.type === 'snapshot')).toBe(false);
    await second.close();
  });

  test('may send a command again: it is answered again and not done again', async () => {
    const first = await open_console();
    await first.next('snapshot');
    const id = new_ulid();
    const resume = resume_of(first);
    const answer = await first.command('set_availability', { availability: 'available' }, id);
    cut(first);
    const other = await open_console(adviser, resume);
    expect(await other.command('set_availability', { availability: 'closed' }, id)).toMatchObject({ id, type: answer.type });
    const fresh = await StaffSession.open(server.local_url, demo_accounts.adviser);
    const snapshot = await (await open_console(fresh)).next('snapshot');
    expect(snapshot.availability).toBe('available');
  });

  test('gets everything anew from a server that was killed meanwhile, and its old ids mean nothing there', async () => {
    const first = await open_console();
    await first.next('snapshot');
    const resume = resume_of(first);
    await server.kill();
    await server.start_again();
    const second = await open_console(adviser, resume);
    expect(second.messages[0]).toMatchObject({ type: 'welcome', resumed: false });
    expect((await second.next('snapshot')).seq).toBe(1);
    await second.close();
  });
});

describe('a peer that speaks otherwise', () => {
  const send_raw = async (text: string | Buffer): Promise<BareLink> => {
    const link = await BareLink.connect(adviser.link({}));
    link.socket.send(text);
    await expect.poll(() => link.closed?.code).toBeDefined();
    return link;
  };
  const problem_of = (link: BareLink): LinkMessage | undefined => link.messages.find((message) => message.type === 'problem');

  test.each([
    ['a command before the hello', JSON.stringify({ id: '1', type: 'accept_ring' }), 4000, 'hello_expected', '/type'],
    ['a hello without versions', JSON.stringify({ type: 'hello', surface: 'adviser' }), 4000, 'field_missing', '/protocol'],
    ['a surface that does not exist', JSON.stringify({ type: 'hello', protocol: { lowest: 1, highest: 2 }, surface: 'roof' }), 4000, 'value_unknown', '/surface'],
    ['versions that are gone', JSON.stringify({ type: 'hello', protocol: { lowest: 7, highest: 9 }, surface: 'adviser' }), 4000, undefined, undefined],
  ])('%s is refused, told why, and closed', async (_what, text, close_code, code, pointer) => {
    const link = await send_raw(text);
    expect(link.closed?.code).toBe(close_code);
    expect(problem_of(link)).toMatchObject({ status: expect.any(Number) as number, ...(code === undefined ? {} : { code, pointer }) });
  });

  test('text that is no JSON is refused, told why, and closed', async () => {
    const link = await send_raw('{"type":');
    expect(link.closed?.code).toBe(4000);
    expect(problem_of(link)).toBeDefined();
  });

  test('a message of more than 256 KiB is refused, and the server stays well', async () => {
    const link = await send_raw(JSON.stringify({ type: 'hello', filler: 'x'.repeat(300 * 1024) }));
    expect(link.closed?.code).toBe(4013);
    expect(problem_of(link)).toMatchObject({ code: 'message_too_large' });
    await (await open_console()).close();
  });

  test('an unknown command and a command with a wrong field are refused by name, and the link stays', async () => {
    const link = await open_console();
    await link.next('snapshot');
    const unknown = await link.command('dance');
    expect(unknown).toMatchObject({ type: 'refused', problem: { code: 'message_type_unknown' } });
    const wrong = await link.command('set_availability', { availability: 'asleep' });
    expect(wrong).toMatchObject({ type: 'refused', problem: { code: 'value_unknown', pointer: '/availability' } });
    expect(await link.command('set_availability', { availability: 'pause' })).toMatchObject({ type: 'done' });
    await link.close();
  });

  test('nobody opens a link without signing in, and no kiosk without its key', async () => {
    const stranger = await BareLink.connect({ url: `${server.local_url}/api/v1/link` });
    stranger.send({ type: 'hello', protocol: { lowest: 1, highest: 2 }, surface: 'adviser' });
    await expect.poll(() => stranger.closed?.code).toBe(4001);
    const kiosk = await BareKiosk.pair(server, 'Catus');
    const forged = await BareLink.connect({ url: `${server.local_url}/api/v1/kiosk-link` });
    await forged.next('challenge');
    forged.send({ type: 'hello', protocol: { lowest: 1, highest: 2 }, proof: { kiosk_id: kiosk.kiosk_id, signature: 'AAAA' } });
    await expect.poll(() => forged.closed?.code).toBe(4001);
  });

  test('commands in a flood are refused, not queued', async () => {
    const link = await open_console();
    await link.next('snapshot');
    const answers = await Promise.all(Array.from({ length: 200 }, () => link.command('set_availability', { availability: 'pause' })));
    const refused = answers.filter((answer) => answer.type === 'refused');
    expect(refused[0]).toMatchObject({ problem: { code: 'rate_limited' } });
    await link.close();
  });
});

test('a console of the version before gets devices without reasons, one of today gets them', async () => {
  const kiosk = await BareKiosk.pair(server, 'Bretenoux');
  const kiosk_link = await kiosk.open();
  await kiosk_link.next('snapshot');
  const report = {
    scanner: { state: 'ready', model: 'Plat', reasons: [], detail: '' },
    printer: { state: 'attention', model: 'Laser', reasons: ['paper_out'], detail: 'tray 1' },
  };
  expect(await kiosk_link.command('devices', { report })).toMatchObject({ type: 'done' });
  const printer_for = async (highest: number): Promise<Record<string, unknown>> => {
    const session = await StaffSession.open(server.local_url, demo_accounts.second_adviser);
    const link = await BareLink.open({ ...session.link({ surface: 'adviser' }), protocol: { lowest: 1, highest } });
    const { kiosks } = (await link.next('snapshot')) as unknown as { kiosks: { kiosk_id: string; devices: { printer: Record<string, unknown> } }[] };
    await link.close();
    return kiosks.find((one) => one.kiosk_id === kiosk.kiosk_id)?.devices.printer ?? {};
  };
  await expect.poll(() => printer_for(2)).toMatchObject({ state: 'attention', reasons: ['paper_out'] });
  const before = await printer_for(1);
  expect(before).toMatchObject({ state: 'attention', model: 'Laser', detail: 'tray 1' });
  expect(before).not.toHaveProperty('reasons');
  await kiosk_link.close();
});
