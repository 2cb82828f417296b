// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leave_something_everywhere, stores_in_use } from '../support/browser_stores.ts';
import { seconds_left } from '../support/countdown.ts';
import { start_installation, type Installation } from '../support/installation.ts';
import { Adviser, Citizen } from '../support/people.ts';
import { until } from '../support/until.ts';

// Whoever walks away without a word leaves the kiosk to the next person as they found it.

let installation: Installation;
let citizen: Citizen;
let adviser: Adviser;
beforeAll(async () => {
  // The shortest that a slow machine can follow: half of it is the question.
  installation = await start_installation({ commune: 'Bretenoux', kiosk_settings: { page: { idle_seconds: 30 } } });
  [adviser, citizen] = await Promise.all([Adviser.at_work(installation.server), Citizen.arrive(installation.kiosk)]);
  await citizen.is_at_start();
});
afterAll(async () => {
  await citizen?.leave();
  await adviser?.leave();
  await installation?.stop();
});

interface WatchedWindow {
  opened: MediaStreamTrack[];
}

/** From now on the page keeps what it opens of camera and microphone in sight of the story. */
const watch_devices = (): Promise<void> =>
  citizen.page.evaluate(() => {
    const watched = window as unknown as WatchedWindow;
    watched.opened = [];
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const stream = await open(wanted);
      watched.opened.push(...stream.getTracks());
      return stream;
    };
  });
const own_script = (): Promise<string> => citizen.page.locator('script[src]').first().evaluate((script) => (script as HTMLScriptElement).src);
const text_size = (): Promise<string> => citizen.page.evaluate(() => document.documentElement.dataset['text'] ?? 'normal');
const states_of_devices = (): Promise<string[]> =>
  citizen.page.evaluate(() => (window as unknown as WatchedWindow).opened.map((track) => track.readyState));

/** Looks at the question upright and lying; each time anew when it took longer than the countdown. */
async function question_is_clear(): Promise<void> {
  const question = citizen.page.getByRole('alertdialog', { name: 'Êtes-vous toujours là ?' });
  for (const size of [{ width: 1920, height: 1080 }, { width: 1080, height: 1920 }]) {
    await citizen.page.setViewportSize(size);
    const blocks = await until('the question to be looked at before it goes', async () => {
      if ((await question.count()) === 0) await citizen.touch('Texte plus grand');
      await question.waitFor();
      const found = await citizen.stumbling_blocks();
      return (await question.isVisible()) && found;
    }, 100_000);
    expect.soft(blocks, `idle, ${size.width}x${size.height}`).toEqual([]);
  }
}

test('nobody touches the kiosk any more: it asks whether somebody is there, upright and lying, in words that everybody can read', async () => {
  await question_is_clear();
});

test('whoever is still there says so, and keeps what they chose', async () => {
  await citizen.is_at_start(); // once the last question has gone by
  await citizen.touch('Texte plus grand');
  await citizen.touch('Oui, je suis là');
  await citizen.is_at_start();
  expect(await text_size()).toBe('large');
});

test('whoever walks away from their own picture: the question counts down before everybody’s eyes', async () => {
  await citizen.touch('English');
  await citizen.touch('Louder');
  await watch_devices();
  await citizen.touch(/My family, my benefits.*Open now/s);
  await citizen.page.getByRole('heading', { name: 'Can you hear me?' }).waitFor();
  await until('camera and microphone to be open', async () => (await states_of_devices()).length === 2);
  expect(await states_of_devices()).toEqual(['live', 'live']);
  await citizen.page.evaluate(leave_something_everywhere, await own_script());
  await citizen.page.getByRole('alertdialog', { name: 'Are you still there?' }).getByText('Back to the start').waitFor();
  const first = await seconds_left(citizen.page);
  expect(first).toBeLessThanOrEqual(15);
  await until('a later second', async () => (await seconds_left(citizen.page)) < first);
});

test('at its end the kiosk is at its start, in French, as for the first person: text, sound, camera, stores', async () => {
  await citizen.is_at_start();
  expect(await citizen.page.getByRole('alertdialog').count()).toBe(0);
  expect(await text_size()).toBe('normal');
  expect(await citizen.button('Plus fort').getAttribute('aria-pressed')).toBe('false');
  expect(await citizen.page.locator('video').count()).toBe(0);
  expect(await states_of_devices()).toEqual(['ended', 'ended']);
  const script = await own_script();
  await expect.poll(() => citizen.page.evaluate(stores_in_use, script), { timeout: 10_000 }).toEqual([]);
});
