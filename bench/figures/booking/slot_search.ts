// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import { remove_folder, temporary_folder } from '../../../tests/support/folders.ts';
import { figure, type Bench } from '../../figure.ts';
import { search } from '../../support/booking.ts';

/** Sites and bookings over 90 days: a small network, a large one, and all counters of the country. */
const sizes = [
  { name: 'slot_search_small', sites: 30, bookings: 20_000 },
  { name: 'slot_search_region', sites: 300, bookings: 200_000 },
  { name: 'slot_search', sites: 3000, bookings: 2_000_000 },
];
const searches_of_run = 200;

const bench: Bench = {
  title: {
    en: 'search of free slots at one site, inside the server, the slowest of a hundred',
    fr: 'recherche de créneaux libres d’un lieu, dans le serveur, la plus lente sur cent',
  },
  limit: { most: 5, of: 'median' },
  runs: 5,
  most_minutes: 30,
  async run(runs) {
    const figures = [];
    for (const size of sizes) {
      const folder = temporary_folder('search');
      try {
        const { p99, cold, median, longest, bookings, memory_mib } = await search(`sqlite:${join(folder, 'parvis.db')}`, size.sites, size.bookings, runs * searches_of_run);
        console.error(`   ${size.sites} sites, ${bookings} bookings: median ${median} ms, longest ${longest} ms, first time ${cold} ms (p99), ${memory_mib} MiB`);
        figures.push(figure(size.name, 'ms', [p99]));
      } finally {
        remove_folder(folder);
      }
    }
    return figures;
  },
};
export default bench;
