// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';
import { launch_browser } from '../../../tests/support/browser.ts';
import { Relay } from '../../../web/packages/call/browser_support/relay.ts';
import { figure, type Bench } from '../../figure.ts';
import { BareCall } from '../../support/bare_call.ts';

const paper_bytes = 10_000_000;
/** On two cores single papers differ by a third either way, whoever sends them: few say nothing about a tenth. */
const papers_per_call = 20;
/** A call begins with a small picture that costs the machine little; ours is at its full size long before this. */
const settle_ms = 20_000;

function rate(ms: number): number {
  return (paper_bytes * 8) / 1000 / ms;
}

async function load(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.evaluate(() => window.call_page.start());
}

/** Sends one paper and gives the time from there to the confirmation of the other side, in ms. */
function time_paper(kiosk: Page, bytes: number): Promise<number> {
  return kiosk.evaluate(async (size) => {
    const content = new Uint8Array(size);
    for (let at = 0; at < size; at += 65536) crypto.getRandomValues(content.subarray(at, Math.min(size, at + 65536)));
    const begun = performance.now();
    const transfer_id = crypto.randomUUID();
    const paper = window.call_page.call?.papers.send({ transfer_id, name: 'page.jpg', media_type: 'image/jpeg', bytes: content });
    const ended = await paper?.done;
    if (ended?.outcome !== 'received') throw new Error(`the paper was not received: ${JSON.stringify(ended)}`);
    return performance.now() - begun;
  }, bytes);
}

/** A call between two pages of the package that the real pages use. */
async function ours(origin: string, papers: number): Promise<number[]> {
  const browsers = [await launch_browser('kiosk'), await launch_browser('adviser')] as const;
  const [kiosk, adviser] = [browsers[0].page, browsers[1].page];
  try {
    await Promise.all([load(adviser, `${origin}/adviser.html`), load(kiosk, `${origin}/kiosk.html`)]);
    await kiosk.waitForFunction(() => window.call_page.call?.state === 'connected' && window.call_page.first_frame_ms !== null, undefined, { timeout: 30_000 });
    return await in_a_settled_call(papers, () => time_paper(kiosk, paper_bytes));
  } finally {
    for (const browser of browsers) await browser.close();
  }
}

async function theirs(papers: number): Promise<number[]> {
  const bare = await BareCall.open();
  try {
    await bare.begin();
    // A picture half as large would leave the bare channel more of the machine than ours has.
    await Promise.all([bare.kiosk, bare.adviser].map((page) => page.evaluate(() => window.bare.send_large_picture())));
    return await in_a_settled_call(papers, () => bare.kiosk.evaluate((bytes) => window.bare.time_noise(bytes), paper_bytes));
  } finally {
    await bare.close();
  }
}

/** The first paper finds out what the line carries and does not count. */
async function in_a_settled_call(papers: number, time_one: () => Promise<number>): Promise<number[]> {
  await new Promise((settled) => setTimeout(settled, settle_ms));
  await time_one();
  const rates: number[] = [];
  for (let count = 0; count < papers; count += 1) rates.push(rate(await time_one()));
  return rates;
}

const bench: Bench = {
  title: {
    en: '10 MB of made-up paper from one page to the other during a call, by the code of kiosk and adviser',
    fr: '10 Mo de papier fictif d’une page à l’autre pendant un appel, avec le code de la borne et du conseiller',
  },
  limit: { least: 0.9, of: 'ratio' },
  runs: 80,
  most_minutes: 8,
  async run(runs) {
    const relay = await Relay.start();
    const rates: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
    try {
      for (let left = runs; left > 0; left -= papers_per_call) {
        const papers = Math.min(left, papers_per_call);
        // Each in browsers of its own: the cameras of a call that waits for its turn would take from the other's machine.
        rates.ours.push(...(await ours(relay.origin, papers)));
        rates.theirs.push(...(await theirs(papers)));
      }
    } finally {
      await relay.stop();
    }
    return [figure('papers', 'Mbit/s', rates.ours, { name: 'a bare data channel in a call', values: rates.theirs })];
  },
};
export default bench;
