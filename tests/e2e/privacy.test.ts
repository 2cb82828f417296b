// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { remove_folder, temporary_folder } from '../support/folders.ts';
import { start_installation, type Installation } from '../support/installation.ts';
import { BareLink } from '../support/link.ts';
import { children_of, found_in_bytes, found_in_children, found_in_folder, found_in_process, windows_of, type Window } from '../support/memory.ts';
import { Adviser, Citizen, meet } from '../support/people.ts';
import { place_unmistakable_page, type UnmistakablePage } from '../support/unmistakable_page.ts';
import { until } from '../support/until.ts';

// The server never has a page in its hands: neither as the scanner saw it nor as it was encoded, neither in its memory nor
// on its disk nor on its lines. The same search must find them in the kiosk's program while people talk, and no more
// afterwards.

let installation: Installation;
let citizen: Citizen;
let adviser: Adviser;
let folder: string;
let glass: UnmistakablePage;
let encoded: Window[];
let document: Window[];
/** What the search found of the page's rows and strips in the kiosk's program. */
const held_rows: string[] = [];
const held_strips: string[] = [];
const pages_fetched: Promise<Buffer>[] = [];

beforeAll(async () => {
  folder = temporary_folder('privacy');
  installation = await start_installation({ commune: 'Bretenoux', wiretap: true });
  glass = place_unmistakable_page(installation, folder);
  const server = { url: `http://127.0.0.1:${installation.wiretap?.port}` };
  [adviser, citizen] = await Promise.all([Adviser.at_work(server), Citizen.arrive(installation.kiosk)]);
  citizen.page.on('response', (response) => {
    if (response.request().method() === 'GET' && response.url().includes('/local/papers/')) pages_fetched.push(response.body());
  });
  await meet(citizen, adviser);
});
afterAll(async () => {
  await citizen?.leave();
  await adviser?.leave();
  await installation?.stop();
  remove_folder(folder);
});

const cable = (): Buffer => Buffer.concat(installation.wiretap?.heard() ?? []);
const daemon = (): number => installation.kiosk.process.pid;
const everything = (): Window[] => [...glass.rows, ...glass.strips, ...encoded, ...document];

/**
 * Halts the daemon while its scan worker is at work: nobody takes what the worker reads, which therefore stays in its
 * hands until it was searched. A look at the idle scanner is such a worker too, and reads nothing.
 */
async function rows_in_scan_worker(): Promise<string[]> {
  return until('rows of the page in the scan worker', async () => {
    const [worker] = children_of(daemon(), 'scan-worker');
    if (worker === undefined) return undefined;
    process.kill(daemon(), 'SIGSTOP');
    try {
      return await until('rows', () => some(found_in_process(worker, glass.rows)), 3000).catch(() => undefined);
    } finally {
      process.kill(daemon(), 'SIGCONT');
    }
  });
}

const some = (found: string[]): string[] | undefined => (found.length > 0 ? found : undefined);

test('a page is being scanned: the search finds the raw rows in the scan worker and the strips in the daemon', async () => {
  // A second screen that is slow to take its strips: they wait in the daemon.
  const slow_screen = await BareLink.open(installation.kiosk.page_link());
  slow_screen.socket.pause();
  await adviser.scans();
  held_rows.push(...(await rows_in_scan_worker()));
  held_strips.push(...(await until('strips in the daemon', () => some(found_in_process(daemon(), glass.strips)))));
  expect(held_rows.length).toBeGreaterThan(0);
  expect(held_strips.length).toBeGreaterThan(0);
  slow_screen.socket.terminate();
});

test('the page is sent, a document is printed: the search finds every part of both in the daemon', async () => {
  await citizen.sends_page();
  await adviser.has_pages(1);
  const [page] = await Promise.all(pages_fetched);
  encoded = windows_of('the page as it was encoded', page ?? Buffer.alloc(0));
  expect(page?.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  document = windows_of('the document', readFileSync(installation.form.pdf));
  installation.printer.set_mode('paper');
  await adviser.offers_print(installation.form.pdf);
  await citizen.agrees_to_print();
  await adviser.reads_print_state('Plus de papier');
  const at_kiosk = [...encoded, ...document];
  expect(found_in_process(daemon(), at_kiosk).sort()).toEqual(at_kiosk.map((one) => one.what).sort());
  installation.printer.set_mode('ok');
  await adviser.reads_print_state('Imprimée');
});

test('nothing of them is in the server’s memory, its database, its log, or on its lines', async () => {
  const all = everything();
  expect(all.map((one) => one.what)).toEqual(expect.arrayContaining([...held_rows, ...held_strips]));
  expect(found_in_process(installation.server.process.pid, all)).toEqual([]);
  expect(found_in_folder(installation.server.data, all)).toEqual([]);
  const heard = cable();
  expect(heard.includes('accept_ring')).toBe(true);
  expect(heard.includes('media_connected')).toBe(true);
  expect(found_in_bytes(heard, all)).toEqual([]);
});

test('after the end nothing of them is left at the kiosk either: program, disk and print spool', async () => {
  await adviser.ends();
  await citizen.reads('La borne n’a rien gardé', 30_000);
  const all = everything();
  expect(found_in_process(daemon(), all)).toEqual([]);
  expect(found_in_children(daemon(), ['scan-worker'], all)).toEqual([]);
  expect(found_in_folder(installation.kiosk.data, all)).toEqual([]);
  expect(installation.printer.spool_files()).toEqual([]);
  expect(found_in_process(installation.server.process.pid, all)).toEqual([]);
  expect(found_in_bytes(cable(), all)).toEqual([]);
});
