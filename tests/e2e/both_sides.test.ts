// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begin_conversation, type Conversation } from '../support/conversation.ts';
import { EsclScanner } from '../support/escl_scanner.ts';
import { remove_folder, temporary_folder } from '../support/folders.ts';
import type { Adviser, Citizen } from '../support/people.ts';
import { picture_of_pdf, read_marker } from '../support/picture.ts';

const codes = ['0123456789abcdef', '8421842184218421', 'f0f0f0f00f0f0f0f', 'fedcba9876543210'] as const;

let scanner: EsclScanner;
let conversation: Conversation;
let citizen: Citizen;
let adviser: Adviser;
let folder: string;
beforeAll(async () => {
  folder = temporary_folder('both-sides');
  scanner = await EsclScanner.start();
  conversation = await begin_conversation({
    scanner_config: scanner.config_folder,
    kiosk_settings: { scanner: { device: scanner.device, options: [] } },
  });
  ({ citizen, adviser } = conversation);
});
afterAll(async () => {
  await conversation?.end();
  await scanner?.stop();
  remove_folder(folder);
});

async function scans_pages(first: number, last: number): Promise<void> {
  await adviser.scans();
  for (let page = first; page <= last; page += 1) {
    await citizen.page.getByRole('img', { name: `Votre papier, page ${page}`, exact: true }).waitFor({ timeout: 30_000 });
    await citizen.sends_page();
  }
}

test('two sheets printed on both sides come as four pages, front before back, each with the citizen’s word', async () => {
  scanner.load([
    { front: codes[0], back: codes[1] },
    { front: codes[2], back: codes[3] },
  ]);
  await adviser.chooses('Papier', 'Chargeur recto verso');
  await adviser.chooses('Points par pouce', '150');
  await scans_pages(1, 4);
  await adviser.has_pages(4);
  const pdf = await adviser.downloads_pdf(folder);
  expect(codes.map((_, index) => read_marker(picture_of_pdf(pdf, index + 1)))).toEqual(codes);
});

test('the same feeder reads the fronts alone when the adviser asks for one side', async () => {
  scanner.load([
    { front: codes[3], back: codes[0] },
    { front: codes[2], back: codes[1] },
  ]);
  await adviser.chooses('Papier', 'Chargeur');
  await scans_pages(5, 6);
  await adviser.has_pages(6);
  const pdf = await adviser.downloads_pdf(folder);
  expect([5, 6].map((page) => read_marker(picture_of_pdf(pdf, page)))).toEqual([codes[3], codes[2]]);
});
