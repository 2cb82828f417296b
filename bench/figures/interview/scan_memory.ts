// SPDX-License-Identifier: EUPL-1.2
import { figure, type Bench } from '../../figure.ts';
import { children_of, peak_memory } from '../../memory.ts';
import { ScanTable } from '../../support/scan_table.ts';
import { instant } from '../../support/scanimage.ts';

const sample_ms = 20;

/** The most that the daemon, and each of its children that is there, has had. A child that ends is seen until then. */
function watch(pid: number): () => { daemon: number; children: number } {
  const seen = { daemon: 0, children: 0 };
  const timer = setInterval(() => {
    seen.daemon = Math.max(seen.daemon, peak_memory(pid));
    for (const child of children_of(pid)) {
      try {
        seen.children = Math.max(seen.children, peak_memory(child));
      } catch {
        // It has ended since.
      }
    }
  }, sample_ms);
  return () => {
    clearInterval(timer);
    return seen;
  };
}

const bench: Bench = {
  title: {
    en: 'a page of A4, 600 dpi, colour: the most that the daemon, and the largest of its children, has resident',
    fr: 'une page A4 à 600 ppp en couleur : le plus que le démon, et le plus grand de ses enfants, tient en mémoire',
  },
  limit: { most: 80, of: 'median' },
  runs: 5,
  most_minutes: 5,
  async run(runs) {
    const daemon: number[] = [];
    const children: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const table = await ScanTable.open(instant, 600);
      const stop = watch(table.daemon_pid);
      try {
        await table.scan();
        await table.send();
      } finally {
        const most = stop();
        await table.close();
        daemon.push(most.daemon);
        children.push(most.children);
      }
    }
    return [figure('scan_memory_daemon', 'MB', daemon), figure('scan_memory_children', 'MB', children)];
  },
};
export default bench;
