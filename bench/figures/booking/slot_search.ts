// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { remove_folder, temporary_folder } from '../../../tests/support/folders.ts';
import { new_ulid } from '../../../tests/support/link.ts';
import { StartedServer } from '../../../tests/support/server.ts';
import { figure, type Bench, type Figure } from '../../figure.ts';
import { settled_memory } from '../../memory.ts';
import { search, type Searched } from '../../support/booking.ts';

/** Sites and bookings over 90 days: first more sites, then more bookings, the last one all counters of the country. */
const sizes = [
  { name: 'slot_search_30_20k', sites: 30, bookings: 20_000 },
  { name: 'slot_search_300_200k', sites: 300, bookings: 200_000 },
  { name: 'slot_search_3000_200k', sites: 3000, bookings: 200_000 },
  { name: 'slot_search_3000_2m', sites: 3000, bookings: 2_000_000 },
];
const searches_of_run = 1000;
const first_screens_of_run = 100;
/** The server answers one caller without a session 20 times in a second, in the long run. */
const between_screens_ms = 50;

function slowest_of_hundred(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? Number.NaN;
}

/** ms from the request to the last byte of the three proposals that a person sees first. */
async function first_screen(url: string, [site, motive]: [string, string]): Promise<number> {
  const began = performance.now();
  const answer = await fetch(`${url}/api/v1/public/sites/${site}/proposals`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Parvis-Request': '1', Origin: url },
    body: JSON.stringify({ unmet_id: new_ulid(), motives: [motive] }),
  });
  const text = await answer.text();
  if (answer.status !== 200 || !text.includes('"proposals"')) throw new Error(`no proposals: ${answer.status} ${text.slice(0, 200)}`);
  return performance.now() - began;
}

/** The same through the whole server, and what it needs to remember for it. */
async function through_the_server(data: string, places: Searched['places'], runs: number): Promise<Figure[]> {
  const server = await StartedServer.start({ command: 'serve', data });
  try {
    const slowest: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const took: number[] = [];
      for (let screen = 0; screen < first_screens_of_run; screen += 1) {
        const place = places[(run * first_screens_of_run + screen) % places.length];
        if (place !== undefined) took.push(await first_screen(server.local_url, place));
        await pause(between_screens_ms);
      }
      slowest.push(slowest_of_hundred(took));
    }
    const memory = await settled_memory(server.process.pid);
    return [figure('slot_first_screen_http', 'ms', slowest), figure('slot_server_memory', 'MiB', [memory])];
  } finally {
    await server.halt();
  }
}

const bench: Bench = {
  title: {
    en: 'search of free slots of one of 11 bodies at one site (30 to 3,000 sites, 20,000 to 2 million bookings in 90 days), inside the server, the slowest of a hundred; first screen of proposals over HTTP; memory of that server',
    fr: 'recherche de créneaux d’un de 11 organismes dans un lieu (30 à 3 000 lieux, 20 000 à 2 millions de rendez-vous en 90 jours), dans le serveur, la plus lente sur cent ; premier écran de propositions par HTTP ; mémoire de ce serveur',
  },
  limits: {
    ...Object.fromEntries(sizes.map((size) => [size.name, { most: 5, of: 'median' as const }])),
    slot_first_screen_http: { most: 50, of: 'median' },
  },
  runs: 3,
  most_minutes: 12,
  async run(runs) {
    const figures: Figure[] = [];
    for (const size of sizes) {
      const data = temporary_folder('search');
      try {
        const found = await search(`sqlite:${join(data, 'parvis.db')}`, size, runs, searches_of_run);
        const { p99, cold, medians, longest, bookings, filling_seconds } = found;
        console.error(`   ${size.sites} sites, ${bookings} bookings (written in ${filling_seconds} s): median ${medians.join(', ')} ms, longest ${longest} ms, just after a start ${cold} ms (p99)`);
        figures.push(figure(size.name, 'ms', p99));
        if (size === sizes.at(-1)) figures.push(...(await through_the_server(data, found.places, runs)));
      } finally {
        remove_folder(data);
      }
    }
    return figures;
  },
};
export default bench;
