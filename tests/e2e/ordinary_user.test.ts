// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begin_conversation, type Conversation } from '../support/conversation.ts';
import { remove_folder, temporary_folder } from '../support/folders.ts';
import { likeness, picture_of_pdf, read_marker, read_picture } from '../support/picture.ts';

// The kiosk's program needs no rights that the account on its screen does not have.

let conversation: Conversation;
let folder: string;
beforeAll(async () => {
  folder = temporary_folder('story');
  conversation = await begin_conversation({ kiosk_account: 'nobody' });
});
afterAll(async () => {
  await conversation?.end();
  remove_folder(folder);
});

test('the kiosk’s program runs as an ordinary user, with no right beyond, and an interview is on', () => {
  const status = readFileSync(`/proc/${conversation.installation.kiosk.process.pid}/status`, 'utf8');
  const told = (name: string): string[] => (new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(status)?.[1] ?? '').split(/\s+/);
  expect(told('Uid')).not.toContain('0');
  expect(told('Gid')).not.toContain('0');
  expect(told('CapEff')).toEqual(['0000000000000000']);
});

test('the paper on the glass arrives', async () => {
  const { installation, citizen, adviser } = conversation;
  await adviser.scans();
  await citizen.sends_page();
  await adviser.has_pages(1);
  const received = picture_of_pdf(await adviser.downloads_pdf(folder));
  expect(read_marker(received)).toBe(installation.form.code);
  expect(likeness(received, read_picture(installation.form.picture))).toBeGreaterThan(0.97);
});

test('a document is printed byte for byte', async () => {
  const { installation, citizen, adviser } = conversation;
  await adviser.offers_print(installation.form.pdf);
  await citizen.agrees_to_print();
  await adviser.reads_print_state('Imprimée');
  expect(readFileSync(installation.printer.papers()[0] ?? '')).toEqual(readFileSync(installation.form.pdf));
});

test('at the end everything is wiped, the spool of the printer too', async () => {
  const { installation, citizen, adviser } = conversation;
  await adviser.ends();
  await citizen.reads(/La borne a effacé \d+ papiers?/);
  expect(installation.printer.spool_files()).toEqual([]);
});
