// SPDX-License-Identifier: EUPL-1.2
// Two real browsers, one page each, with the browser's own fake camera and microphone.
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Relay } from '../browser_support/relay.ts';

const launch_options = {
  executablePath: '/usr/bin/chromium',
  args: [
    '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream=fps=15',
    '--autoplay-policy=no-user-gesture-required', '--allow-loopback-in-peer-connection',
  ],
};
const patience_ms = 40_000;

let relay: Relay;
let browsers: Browser[] = [];
let adviser: Page;
let kiosk: Page;

async function open(browser: Browser, side: 'adviser' | 'kiosk'): Promise<Page> {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(side, error.message));
  await page.goto(`${relay.origin}/${side}.html`);
  return page;
}
const start = (page: Page) => page.evaluate(() => window.call_page.start({ note_heights: true }));
const until = (page: Page, condition: () => boolean) => page.waitForFunction(condition, undefined, { timeout: patience_ms, polling: 50 });
const up = (page: Page) => until(page, () => ['connected', 'reconnected'].includes(window.call_page.call?.state ?? ''));
const control_open = (page: Page) => until(page, () => window.call_page.call?.control.open === true);
async function sees_new_pictures(page: Page): Promise<void> {
  const before = await page.evaluate(() => window.call_page.decoded());
  await expect.poll(async () => (await page.evaluate(() => window.call_page.decoded())).frames, { timeout: patience_ms })
    .toBeGreaterThan(before.frames);
}

beforeAll(async () => {
  relay = await Relay.start();
  browsers = [await chromium.launch(launch_options), await chromium.launch(launch_options)];
  const [first, second] = browsers;
  if (first === undefined || second === undefined) throw new Error('no browser');
  adviser = await open(first, 'adviser');
  kiosk = await open(second, 'kiosk');
  await Promise.all([start(adviser), start(kiosk)]);
  await Promise.all([up(adviser), up(kiosk), control_open(adviser), control_open(kiosk)]);
}, 60_000);

afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await relay.stop();
});

/** Whether the adviser has the very bytes that the kiosk sent, counted by both pages apart from the check of the line. */
async function arrived(transfer_id: string): Promise<{ equal: boolean; bytes: number }> {
  const sent = await kiosk.evaluate((wanted) => window.call_page.count_sent(wanted), transfer_id);
  const received = await adviser.evaluate((wanted) => window.call_page.count_received(wanted), transfer_id);
  return { equal: sent.sha256 === received.sha256, bytes: received.bytes };
}

describe.sequential('a call between two browsers', () => {
  test('both sides see and hear each other', async () => {
    await sees_new_pictures(adviser);
    await sees_new_pictures(kiosk);
    const { sound, sdp } = await kiosk.evaluate(() => window.call_page.decoded());
    expect(sound).toBeGreaterThan(0);
    expect(sdp).toMatch(/useinbandfec=1/);
    expect(sdp.match(/m=(audio|video|application)/g)).toEqual(['m=audio', 'm=video', 'm=application']);
  }, 60_000);

  test('the first pictures are small, so that they come at once, and grow when the line is known', async () => {
    await expect.poll(() => adviser.evaluate(() => window.call_page.sent_heights), { timeout: patience_ms }).toContain(720);
    for (const page of [adviser, kiosk]) {
      const heights = await page.evaluate(() => window.call_page.sent_heights);
      expect(heights[0]).toBeLessThanOrEqual(360);
    }
  }, 60_000);

  test('both voices are sent at a rate that speech needs', async () => {
    for (const page of [adviser, kiosk]) {
      expect((await page.evaluate(() => window.call_page.decoded())).voice_bps).toBeGreaterThanOrEqual(24_000);
    }
  });

  test('a command arrives typed, and a message that the other side may not send does not', async () => {
    await adviser.evaluate(() => window.call_page.call?.control.send({ type: 'cancel_scan', command_id: 'C1' }));
    await until(kiosk, () => window.call_page.messages.some((message) => message.type === 'cancel_scan'));
    await kiosk.evaluate(() => {
      window.call_page.call?.control.on('ignored', ({ type }) => window.call_page.traces.push(`ignored ${type}`));
    });
    await adviser.evaluate(() => window.call_page.call?.control.send({ type: 'granted' }));
    await until(kiosk, () => window.call_page.traces.includes('ignored granted'));
    expect(await kiosk.evaluate(() => window.call_page.messages.some((message) => message.type === 'granted'))).toBe(false);
  }, 60_000);

  test('ten megabytes from the kiosk arrive unchanged during the call', async () => {
    const { transfer_id, ms } = await kiosk.evaluate(() => window.call_page.time_noise(10_000_000));
    console.info(`10 MB in ${Math.round(ms)} ms, ${Math.round(80_000 / ms)} Mbit/s`);
    expect(await kiosk.evaluate((sent) => window.call_page.outcomes[sent], transfer_id)).toEqual({ outcome: 'received' });
    expect(await arrived(transfer_id)).toEqual({ equal: true, bytes: 10_000_000 });
  }, 60_000);

  test('a paper goes on where it stopped after the connection was lost for good', async () => {
    const transfer_id = await kiosk.evaluate(() => window.call_page.send_noise(40_000_000));
    await adviser.waitForFunction((sent) => (window.call_page.moved[sent] ?? 0) > 2_000_000, transfer_id, { timeout: patience_ms, polling: 20 });
    await adviser.evaluate(() => window.call_page.break_connection());
    const at_break = await adviser.evaluate((sent) => window.call_page.moved[sent] ?? 0, transfer_id);
    expect(at_break).toBeLessThan(40_000_000);
    await kiosk.waitForFunction((sent) => window.call_page.outcomes[sent] !== undefined, transfer_id, { timeout: patience_ms });
    expect(await arrived(transfer_id)).toEqual({ equal: true, bytes: 40_000_000 });
    expect(await adviser.evaluate(() => window.call_page.states)).toContain('reconnected');
  }, 90_000);

  test('a silent server leaves the call alone, and an interrupted call comes back when the server does', async () => {
    relay.silent = true;
    const states = await kiosk.evaluate(() => window.call_page.states.length);
    await sees_new_pictures(kiosk);
    expect(await kiosk.evaluate(() => window.call_page.states.length)).toBe(states);
    await kiosk.evaluate(() => window.call_page.break_connection());
    await until(kiosk, () => window.call_page.call?.state === 'interrupted');
    relay.silent = false;
    await Promise.all([up(adviser), up(kiosk)]);
    await sees_new_pictures(kiosk);
    await sees_new_pictures(adviser);
  }, 90_000);

  test('the adviser reloads the page and the call goes on with a new page', async () => {
    await kiosk.evaluate(() => window.call_page.call?.control.send({ type: 'granted' }));
    await adviser.reload();
    await start(adviser);
    await Promise.all([up(adviser), control_open(adviser)]);
    await until(kiosk, () => window.call_page.traces.includes('peer replaced') && window.call_page.call?.control.open === true);
    await sees_new_pictures(adviser);
    await sees_new_pictures(kiosk);
    await kiosk.evaluate(() => window.call_page.call?.control.send({ type: 'granted' }));
    await until(adviser, () => window.call_page.messages.some((message) => message.type === 'granted'));
  }, 90_000);

  test('the kiosk reloads its page and the call goes on', async () => {
    await kiosk.reload();
    await start(kiosk);
    await Promise.all([up(kiosk), control_open(kiosk)]);
    await until(adviser, () => window.call_page.traces.includes('peer replaced') && window.call_page.call?.control.open === true);
    await sees_new_pictures(kiosk);
    await sees_new_pictures(adviser);
  }, 90_000);

  test('what is on its way is gone after a wipe, and the other side is told', async () => {
    const transfer_id = await kiosk.evaluate(() => window.call_page.send_noise(60_000_000));
    await adviser.waitForFunction((sent) => (window.call_page.moved[sent] ?? 0) > 0, transfer_id, { timeout: patience_ms, polling: 20 });
    expect(await kiosk.evaluate(() => window.call_page.wipe())).toMatchObject({ outgoing: 1, incoming: 0 });
    await kiosk.waitForFunction((sent) => window.call_page.outcomes[sent]?.outcome === 'failed', transfer_id, { timeout: patience_ms });
    await adviser.waitForFunction((sent) => window.call_page.failures.some((failure) => failure.transfer_id === sent), transfer_id, { timeout: patience_ms });
  }, 60_000);

  test('closing on one side closes the other', async () => {
    await adviser.evaluate(() => window.call_page.call?.close());
    await until(kiosk, () => window.call_page.call?.state === 'closed');
  }, 60_000);
});
