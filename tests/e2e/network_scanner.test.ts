// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, test } from 'vitest';
import { start_installation, type Installation } from '../support/installation.ts';
import { Adviser, Citizen, meet } from '../support/people.ts';
import { start_network_scanner, type NetworkScanner } from '../support/scanner.ts';

let scanner: NetworkScanner;
let installation: Installation;
let citizen: Citizen;
let adviser: Adviser;
beforeAll(async () => {
  scanner = start_network_scanner();
  installation = await start_installation({
    commune: 'Bretenoux',
    scanner_config: scanner.config_folder,
    kiosk_settings: { scanner: { device: scanner.device, options: ['test-picture=Grid'] } },
  });
  [adviser, citizen] = await Promise.all([Adviser.at_work(installation.server), Citizen.arrive(installation.kiosk)]);
  await meet(citizen, adviser);
});
afterAll(async () => {
  await citizen?.leave();
  await adviser?.leave();
  await installation?.stop();
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
