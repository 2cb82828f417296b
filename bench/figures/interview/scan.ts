// SPDX-License-Identifier: EUPL-1.2
import { figure, type Bench } from '../../figure.ts';
import { ScanTable } from '../../support/scan_table.ts';
import { real_pace } from '../../support/scanimage.ts';

const bench: Bench = {
  title: {
    en: 'a page at a real scanner’s pace, order to last line at the kiosk',
    fr: 'une page au rythme d’un vrai scanner, de l’ordre à la dernière ligne à la borne',
  },
  limit: { most: 1.05, of: 'ratio' },
  runs: 10,
  most_minutes: 8,
  async run(runs) {
    const table = await ScanTable.open(real_pace);
    const ours: number[] = [];
    const theirs: number[] = [];
    try {
      for (let run = 0; run < runs; run += 1) {
        ours.push((await table.scan()).last_line);
        await table.keep();
        theirs.push(await table.scanimage());
      }
    } finally {
      await table.close();
    }
    return [figure('scan', 'ms', ours, { name: 'scanimage', values: theirs })];
  },
};
export default bench;
