// SPDX-License-Identifier: EUPL-1.2
import { figure, type Bench } from '../../figure.ts';
import { ScanTable } from '../../support/scan_table.ts';
import { real_pace } from '../../support/scanimage.ts';

const bench: Bench = {
  title: { en: 'the first strip of a page at the kiosk, from the order', fr: 'la première bande d’une page à la borne, depuis l’ordre' },
  limit: { most: 1000, of: 'median' },
  runs: 10,
  most_minutes: 4,
  async run(runs) {
    const table = await ScanTable.open(real_pace);
    const values: number[] = [];
    try {
      for (let run = 0; run < runs; run += 1) values.push(await table.scan_first_strip());
    } finally {
      await table.close();
    }
    return [figure('scan_first_strip', 'ms', values)];
  },
};
export default bench;
