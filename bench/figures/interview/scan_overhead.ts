// SPDX-License-Identifier: EUPL-1.2
import { figure, median, type Bench } from '../../figure.ts';
import { ScanTable } from '../../support/scan_table.ts';
import { instant } from '../../support/scanimage.ts';

const bench: Bench = {
  title: {
    en: 'what Parvis adds to scanimage with a scanner that delivers at once; then, once agreed, to the adviser',
    fr: 'ce que Parvis ajoute à scanimage avec un scanner instantané ; puis, une fois d’accord, jusqu’au conseiller',
  },
  limit: { most: 400, of: 'median' },
  runs: 20,
  most_minutes: 5,
  async run(runs) {
    const table = await ScanTable.open(instant);
    const added: number[] = [];
    const theirs: number[] = [];
    const to_adviser: number[] = [];
    try {
      // The first page starts the imaging child and does not count.
      for (let run = 0; run <= runs; run += 1) {
        const { last_line } = await table.scan();
        const sent = await table.send();
        const against = await table.scanimage();
        if (run === 0) continue;
        added.push(last_line - against);
        theirs.push(against);
        to_adviser.push(sent);
      }
    } finally {
      await table.close();
    }
    console.error(`   scanimage alone: ${Math.round(median(theirs))} ms`);
    return [figure('scan_overhead', 'ms', added), figure('scan_overhead_adviser', 'ms', to_adviser)];
  },
};
export default bench;
