// SPDX-License-Identifier: EUPL-1.2
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Staff, Visitor } from '../support/people.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts } from '../support/staff.ts';

// The coordinator gives a town hall what it pastes into its own site, and a programmer the addresses.

let server: StartedServer;
let coordinator: Staff;
let neighbour: Visitor;
/** The town hall's own web site, on another origin. */
let commune: Server;
let lines = '';
beforeAll(async () => {
  server = await StartedServer.start();
  coordinator = await Staff.sign_in(server, demo_accounts.coordinator, '/network/');
  neighbour = await Visitor.open_portal(server);
  commune = createServer((_, answer) => {
    answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    answer.end(`<!doctype html><html lang="fr"><head><title>Assier</title></head><body><main><h1>Assier</h1>${lines}</main></body></html>`);
  });
  await new Promise<void>((listening) => commune.listen(0, '127.0.0.1', listening));
});
afterAll(async () => {
  await coordinator?.leave();
  await neighbour?.leave();
  commune?.close();
  await server?.stop();
});

const copied = async () => coordinator.page.getByLabel('Lignes à copier').inputValue();
const preview = () => coordinator.page.frameLocator('iframe');

test('the coordinator sees the list as it will be on another site', async () => {
  await coordinator.page.getByRole('tab', { name: 'Site internet' }).click();
  await preview().getByRole('listitem').nth(12).waitFor();
  lines = await copied();
  expect(await coordinator.stumbling_blocks()).toEqual([]);
  expect(coordinator.window.complaints).toEqual([]);
});

test('what was copied shows all places within the site of the town hall', async () => {
  await neighbour.page.goto(`http://127.0.0.1:${(commune.address() as AddressInfo).port}/`);
  const list = neighbour.page.frameLocator('iframe');
  await list.getByRole('link', { name: 'Mairie de Bretenoux', exact: true }).waitFor();
  expect(await list.getByRole('listitem').count()).toBe(13);
});

test('one place is chosen by keyboard: its list, and its calendar', async () => {
  await coordinator.page.getByText('choisissez un lieu ci-dessus').waitFor();
  await coordinator.button(/Que voulez-vous montrer/).focus();
  await coordinator.page.keyboard.press('Enter');
  const bretenoux = coordinator.page.getByRole('option', { name: 'Mairie de Bretenoux' });
  await bretenoux.waitFor();
  while ((await bretenoux.getAttribute('data-focused')) === null) await coordinator.page.keyboard.press('ArrowDown');
  await coordinator.page.keyboard.press('Enter');
  await preview().getByRole('heading', { name: 'Mairie de Bretenoux' }).waitFor();
  expect(await copied()).toContain('title="Mairie de Bretenoux"');
  expect(await coordinator.stumbling_blocks()).toEqual([]);
});

test('the addresses answer whoever has no account', async () => {
  const address = async (end: RegExp) => (await coordinator.page.getByRole('link', { name: end }).innerText()).trim();
  const feed = await fetch(await address(/\/feed$/));
  expect(feed.status).toBe(200);
  expect(((await feed.json()) as { network: unknown }).network).toBeTruthy();
  const calendar = await fetch(await address(/sessions\.ics/));
  expect(calendar.status).toBe(200);
  expect(await calendar.text()).toMatch(/^BEGIN:VCALENDAR/);
});
