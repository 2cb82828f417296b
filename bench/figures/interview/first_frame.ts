// SPDX-License-Identifier: EUPL-1.2
import { figure, median, type Bench, type Figure } from '../../figure.ts';
import { BareCall } from '../../support/bare_call.ts';
import { relay_servers } from '../../support/relay_credentials.ts';
import { StaffedCounter } from '../../support/staffed_counter.ts';

async function measure(way: 'direct' | 'relayed', runs: number): Promise<Figure> {
  const browser = { relayed: way === 'relayed' };
  const counter = await StaffedCounter.open({ browser });
  const bare = await BareCall.open(browser);
  const ours: number[] = [];
  const theirs: number[] = [];
  const at_kiosk: number[] = [];
  try {
    const relay = way === 'relayed' ? relay_servers(counter.installation.coturn) : [];
    // The first call of each reads the browser's parts from the disk and does not count.
    for (let run = 0; run <= runs; run += 1) {
      const { accepted_at, known_at, shown_at } = await counter.meet();
      await counter.part();
      const against = await bare.begin(relay);
      await bare.end();
      if (run === 0) continue;
      ours.push(shown_at - accepted_at);
      at_kiosk.push(shown_at - known_at);
      theirs.push(against);
    }
  } finally {
    await bare.close();
    await counter.close();
  }
  console.error(`   ${way}: of ours ${Math.round(median(at_kiosk))} ms after the kiosk knew; the bare call ${Math.round(median(theirs))} ms`);
  const name = way === 'direct' ? 'a bare call' : 'a bare call through the relay';
  return figure(`first_frame_${way}`, 'ms', ours, { name, values: theirs });
}

const bench: Bench = {
  title: {
    en: 'the adviser receives, to their first picture at the kiosk',
    fr: 'du clic « Recevoir » à la première image du conseiller à la borne',
  },
  limit: { most: 1.3, of: 'ratio' },
  runs: 40,
  most_minutes: 25,
  async run(runs) {
    return [await measure('direct', runs), await measure('relayed', runs)];
  },
};
export default bench;
