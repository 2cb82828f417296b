// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { remove_folder, temporary_folder } from '../support/folders.ts';
import { start_installation, type Installation } from '../support/installation.ts';
import { found_in_bytes, found_in_folder, found_in_process, windows_of, type Window } from '../support/memory.ts';
import { Adviser, Citizen, meet } from '../support/people.ts';

// The server never has a page in its hands: neither as the scanner saw it nor as it was encoded, neither in its memory nor
// on its disk nor on its lines. The same search must find them at the kiosk while people talk, and no more afterwards.

let installation: Installation;
let citizen: Citizen;
let adviser: Adviser;
let folder: string;
let raw: Window[];
let encoded: Window[];
let document: Window[];
const pages_fetched: Promise<Buffer>[] = [];

/** The form with a patch of chance on it, so that its bytes are nobody else's. Returns the patch, row by row. */
function place_unmistakable_page(): Buffer {
  const picture = readFileSync(installation.form.picture);
  const [head = '', width_text = '0'] = /^P6\s+(\d+)\s+\d+\s+255\s/.exec(picture.subarray(0, 64).toString('latin1')) ?? [];
  const row_bytes = Number(width_text) * 3;
  const rows = Array.from({ length: 300 }, () => randomBytes(900));
  rows.forEach((row, index) => row.copy(picture, head.length + (1000 + index) * row_bytes + 600));
  const file = join(folder, 'page.ppm');
  writeFileSync(file, picture);
  installation.scanner.place(file);
  return rows[150] ?? Buffer.alloc(0);
}

beforeAll(async () => {
  folder = temporary_folder('privacy');
  installation = await start_installation({ commune: 'Bretenoux', wiretap: true });
  raw = windows_of('the page as the scanner saw it', place_unmistakable_page());
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

test('a page is scanned and sent, a document is printed: the search finds both in the kiosk’s program', async () => {
  await adviser.scans();
  await citizen.sends_page();
  await adviser.has_pages(1);
  const [page] = await Promise.all(pages_fetched);
  encoded = windows_of('the page as it was encoded', page ?? Buffer.alloc(0));
  expect(page?.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  const pdf = readFileSync(installation.form.pdf);
  document = windows_of('the document', pdf);
  installation.printer.set_mode('paper');
  await adviser.offers_print(installation.form.pdf);
  await citizen.agrees_to_print();
  await adviser.reads_print_state('Plus de papier');

  const at_kiosk = [...encoded, ...document];
  expect(found_in_process(installation.kiosk.process.pid, at_kiosk).sort()).toEqual(at_kiosk.map((one) => one.what).sort());
  expect(found_in_process(process.pid, raw).sort()).toEqual(raw.map((one) => one.what).sort());
  installation.printer.set_mode('ok');
  await adviser.reads_print_state('Imprimée');
});

test('nothing of them is in the server’s memory, its database, its log, or on its lines', async () => {
  const all = [...raw, ...encoded, ...document];
  expect(found_in_process(installation.server.process.pid, all)).toEqual([]);
  expect(found_in_folder(installation.server.data, all)).toEqual([]);
  const heard = cable();
  expect(heard.includes('accept_ring')).toBe(true);
  expect(heard.includes('media_connected')).toBe(true);
  expect(found_in_bytes(heard, all)).toEqual([]);
});

test('after the end nothing of them is left at the kiosk either: program, disk and print spool', async () => {
  await adviser.ends();
  await citizen.reads('Rien n’a été gardé ici', 30_000);
  const all = [...raw, ...encoded, ...document];
  expect(found_in_process(installation.kiosk.process.pid, all)).toEqual([]);
  expect(found_in_folder(installation.kiosk.data, all)).toEqual([]);
  expect(installation.printer.spool_files()).toEqual([]);
  expect(found_in_process(installation.server.process.pid, all)).toEqual([]);
  expect(found_in_bytes(cable(), all)).toEqual([]);
});
