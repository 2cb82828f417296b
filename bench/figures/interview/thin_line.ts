// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';
import { launch_browser } from '../../../tests/support/browser.ts';
import { start_coturn } from '../../../tests/support/coturn.ts';
import { Relay } from '../../../web/packages/call/browser_support/relay.ts';
import { figure, type Bench } from '../../figure.ts';
import { relay_servers } from '../../support/relay_credentials.ts';
import { ThinLine } from '../../support/thin_line.ts';

/** A village's line: 1 Mbit/s each way, 60 ms there and back. */
const village = { bits_per_second: 1_000_000, delay_ms: 30, queue_bytes: 40_000 };
/** A page of text, 300 dpi, in colour. */
const page_bytes = 300_000;
const window_ms = 12_000;
const settle_ms = 15_000;

type Heard = { guessed: number; heard: number; waited_s: number; emitted: number };

/** What the adviser's page heard of the citizen until now, in samples. */
function heard_so_far(page: Page): Promise<Heard> {
  return page.evaluate(async () => {
    const heard = { guessed: 0, heard: 0, waited_s: 0, emitted: 0 };
    for (const line of (await window.call_page.call?.peer_connection()?.getStats())?.values() ?? []) {
      if (line.type !== 'inbound-rtp' || line.kind !== 'audio') continue;
      heard.guessed = line.concealedSamples - line.silentConcealedSamples;
      heard.heard = line.totalSamplesReceived;
      heard.waited_s = line.jitterBufferDelay;
      heard.emitted = line.jitterBufferEmittedCount;
    }
    return heard;
  });
}

const wait = (ms: number): Promise<void> => new Promise((over) => setTimeout(over, ms));

/** Share of speech guessed (%) and mean wait in the jitter buffer (ms) while `act` runs. */
async function speech_during(page: Page, act: () => Promise<void>): Promise<{ guessed: number; buffer_ms: number }> {
  const before = await heard_so_far(page);
  await act();
  const after = await heard_so_far(page);
  return {
    guessed: (100 * (after.guessed - before.guessed)) / (after.heard - before.heard),
    buffer_ms: (1000 * (after.waited_s - before.waited_s)) / (after.emitted - before.emitted),
  };
}

/** Begins a page and gives how long it took (ms); the window of speech goes on for a while after it arrived. */
async function send_page(kiosk: Page): Promise<number> {
  const [{ ms }] = await Promise.all([kiosk.evaluate((bytes) => window.call_page.time_noise(bytes), page_bytes), wait(window_ms)]);
  return ms;
}

const bench: Bench = {
  title: {
    en: 'a line of 1 Mbit/s and 60 ms: speech that the adviser’s browser has to guess while a page of 300 kB travels',
    fr: 'une ligne de 1 Mbit/s et 60 ms : la part de la parole que le navigateur du conseiller doit deviner pendant qu’une page de 300 ko voyage',
  },
  limit: { most: 1, of: 'median' },
  runs: 10,
  most_minutes: 12,
  async run(runs) {
    const [relay, coturn] = [await Relay.start(), await start_coturn()];
    const line = await ThinLine.open(coturn.port, village);
    const [kiosk, adviser] = [await launch_browser('kiosk'), await launch_browser('adviser')];
    const guessed: number[] = [];
    try {
      const [thin, wide] = [relay_servers(coturn, [`turn:127.0.0.1:${line.port}?transport=udp`]), relay_servers(coturn)];
      for (const [side, name, ice_servers] of [[adviser, 'adviser', wide], [kiosk, 'kiosk', thin]] as const) {
        await side.page.goto(`${relay.origin}/${name}.html`);
        await side.page.evaluate((servers) => window.call_page.start({ ice_servers: servers, relay_only: true }), ice_servers);
      }
      await kiosk.page.waitForFunction(() => window.call_page.call?.state === 'connected', undefined, { timeout: 30_000 });
      for (let run = 0; run < runs; run += 1) {
        await wait(settle_ms);
        const quiet = await speech_during(adviser.page, () => wait(window_ms));
        let took_ms = 0;
        const busy = await speech_during(adviser.page, async () => void (took_ms = await send_page(kiosk.page)));
        console.error(
          `   guessed ${quiet.guessed.toFixed(2)} % without, ${busy.guessed.toFixed(2)} % with a page (${(took_ms / 1000).toFixed(1)} s); jitter buffer ${quiet.buffer_ms.toFixed(0)} and ${busy.buffer_ms.toFixed(0)} ms`,
        );
        guessed.push(busy.guessed - quiet.guessed);
      }
    } finally {
      await kiosk.close();
      await adviser.close();
      line.close();
      await coturn.stop();
      await relay.stop();
    }
    return [figure('thin_line', '% more', guessed)];
  },
};
export default bench;
