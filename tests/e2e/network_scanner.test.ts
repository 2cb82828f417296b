// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, test } from 'vitest';
import { begin_conversation, type Conversation } from '../support/conversation.ts';
import type { Adviser, Citizen } from '../support/people.ts';
import { start_network_scanner, type NetworkScanner } from '../support/scanner.ts';

let scanner: NetworkScanner;
let conversation: Conversation;
let citizen: Citizen;
let adviser: Adviser;
beforeAll(async () => {
  scanner = start_network_scanner();
  conversation = await begin_conversation({
    scanner_config: scanner.config_folder,
    kiosk_settings: { scanner: { device: scanner.device, options: ['test-picture=Grid'] } },
  });
  ({ citizen, adviser } = conversation);
});
afterAll(async () => {
  await conversation?.end();
  scanner?.stop();
});

test('a scanner somewhere on the town hall’s network scans like one on the table', async () => {
  await adviser.chooses('Points par pouce', '150');
  await adviser.scans();
  await citizen.sends_page();
  await adviser.has_pages(1);
});

test('when its line is cut the adviser reads that it is gone, and the citizen whom to ask', async () => {
  scanner.unplug();
  await adviser.scans();
  await adviser.reads('Le scanner n’est plus branché.', 60_000);
  await citizen.reads('Le scanner n’est pas branché. Appelez l’accueil.');
  await citizen.touch('J’ai compris');
});

test('plugged in again, it works at the next command', async () => {
  scanner.plug_in();
  await adviser.scans();
  await citizen.sends_page();
  await adviser.has_pages(2);
});
