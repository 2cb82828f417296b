// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BareKiosk, offers_at } from '../support/bare_kiosk.ts';
import { launch_browser } from '../support/browser.ts';
import { new_ulid, type BareLink } from '../support/link.ts';
import { site_of } from '../support/pairing.ts';
import { Staff } from '../support/people.ts';
import { StartedServer } from '../support/server.ts';
import { demo_accounts, StaffSession } from '../support/staff.ts';

// The screen of a waiting room: numbers only, for people who sit five metres away.

interface SoundingWindow {
  notes_played: number;
}

/** Runs in the page before its own scripts. */
function count_notes(): void {
  const sounding = window as unknown as SoundingWindow;
  sounding.notes_played = 0;
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (when?: number) {
    sounding.notes_played += 1;
    start.call(this, when);
  };
}

class Wall extends Staff {
  static async stand(): Promise<Wall> {
    const wall = new Wall(await launch_browser('desk'));
    await wall.page.setViewportSize({ width: 1920, height: 1080 });
    await wall.page.addInitScript(count_notes);
    return wall;
  }

  async set_up_by(server: StartedServer, email: string): Promise<void> {
    await this.signs_in(server, email, '/wall/');
    await this.page.getByRole('heading', { name: 'Écran de la salle d’attente' }).waitFor();
  }

  notes(): Promise<number> {
    return this.page.evaluate(() => (window as unknown as SoundingWindow).notes_played);
  }
}

let server: StartedServer;
let wall: Wall;
let mediator: StaffSession;
let adviser: StaffSession;
let colleague: StaffSession;
let site_id: string;
let kiosk: BareKiosk;
let kiosk_link: BareLink;
let offers: Map<string, string>;

beforeAll(async () => {
  server = await StartedServer.start();
  mediator = await StaffSession.open(server.local_url, demo_accounts.mediator);
  adviser = await StaffSession.open(server.local_url, demo_accounts.adviser);
  colleague = await StaffSession.open(server.local_url, demo_accounts.foreign_adviser);
  site_id = await site_of(mediator, 'Bretenoux');
  kiosk = await BareKiosk.pair(server, 'Bretenoux');
  kiosk_link = await kiosk.open();
  offers = await offers_at(kiosk_link);
  wall = await Wall.stand();
});
afterAll(async () => {
  await wall?.leave();
  await kiosk_link?.close();
  await server?.stop();
});

async function comes(body: string): Promise<string> {
  const ticket_id = new_ulid();
  const answer = await mediator.put(`/api/v1/queue/tickets/${ticket_id}`, { site_id, offer_id: offers.get(body) });
  expect(answer.status).toBe(200);
  return ticket_id;
}
const act = (who: StaffSession, ticket_id: string, form: Record<string, unknown>) => who.put(`/api/v1/queue/tickets/${ticket_id}/acts/${new_ulid()}`, form);
const called_number = (page: Page) => page.getByRole('region', { name: 'On appelle' });

async function is_clear(screen: string): Promise<void> {
  expect.soft(await wall.stumbling_blocks(), screen).toEqual([]);
  const folder = process.env.TEST_PICTURES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await wall.page.screenshot({ path: `${folder}/wall-${screen.replaceAll(' ', '-')}.png` });
}

test('the mediator makes a screen of this computer without a mouse, and nobody is signed in there any more', async () => {
  await wall.set_up_by(server, demo_accounts.mediator);
  await wall.button('Afficher sur cet écran').waitFor();
  await is_clear('set up');
  await wall.button('Afficher sur cet écran').focus();
  await wall.page.keyboard.press('Enter');
  await wall.page.getByRole('heading', { name: 'Mairie de Bretenoux', level: 1 }).waitFor();
  await wall.reads('Votre numéro s’affiche ici quand c’est à vous.');
  expect(await wall.page.context().cookies()).toEqual([]);
  await wall.reads('Pas de conseiller');
  await is_clear('nobody called');
});

test('who waits sees the numbers before theirs, and what they were told', async () => {
  const first = await comes('CAF');
  await comes('CAF');
  await comes('CPAM');
  await wall.reads('Suivants : 1 · 2');
  await act(adviser, first, { act: 'announce', in_minutes: 10 });
  await wall.reads('N° 1 : dans environ 10 minutes');
  expect(await wall.page.locator('body').innerText()).not.toContain(first);
});

test('who is called stands there very big, with the kiosk and a gentle sound; then the screen is quiet again', async () => {
  const before = await wall.notes();
  await adviser.post('/api/v1/queue/next', { call_id: new_ulid() });
  await called_number(wall.page).getByText('1', { exact: true }).waitFor();
  await called_number(wall.page).getByText('Borne de Bretenoux').waitFor();
  await expect.poll(() => wall.notes()).toBeGreaterThan(before);
  await is_clear('somebody called');
  const { lines } = (await adviser.get('/api/v1/queue')).body as { lines: { tickets: { ticket_id: string; state: string }[] }[] };
  const held = lines.flatMap((line) => line.tickets).find((ticket) => ticket.state === 'called')?.ticket_id ?? '';
  const once = await wall.notes();
  await act(adviser, held, { act: 'no_answer' });
  await called_number(wall.page).getByText('Deuxième appel').waitFor();
  await expect.poll(() => wall.notes()).toBeGreaterThan(once);
  await act(adviser, held, { act: 'met' });
  await wall.reads('Votre numéro s’affiche ici quand c’est à vous.');
  await act(adviser, held, { act: 'finish' });
});

test('a body that closes says why, and for how long', async () => {
  const { lines } = (await colleague.get('/api/v1/queue')).body as { lines: { group_id: string }[] };
  const message = 'Nous ne pouvons plus recevoir aujourd’hui. Revenez demain matin.';
  await colleague.put(`/api/v1/queue/lines/${lines[0]?.group_id ?? ''}/closing`, { closing_id: new_ulid(), message });
  await wall.reads('Fermé aujourd’hui');
  await wall.reads(message);
  await is_clear('closed');
});

test('the server is killed and comes back: so does the screen, by itself, with who is called meanwhile', async () => {
  await server.kill();
  await server.start_again();
  kiosk_link = await kiosk.open();
  adviser = await StaffSession.open(server.local_url, demo_accounts.adviser);
  await adviser.post('/api/v1/queue/next', { call_id: new_ulid() });
  await called_number(wall.page).getByText('2', { exact: true }).waitFor();
  wall.window.complaints.length = 0; // the browser complains of the line that was cut
});

test('a screen that is switched off and on again opens as it was; taken back, it says so', async () => {
  await wall.page.reload();
  await called_number(wall.page).getByText('2', { exact: true }).waitFor();
  mediator = await StaffSession.open(server.local_url, demo_accounts.mediator);
  const { walls } = (await mediator.get(`/api/v1/sites/${site_id}/walls`)).body as { walls: { wall_id: string }[] };
  expect(walls).toHaveLength(1);
  await mediator.delete(`/api/v1/walls/${walls[0]?.wall_id ?? ''}`);
  await wall.page.getByRole('heading', { name: 'Cet écran n’est plus autorisé' }).waitFor();
  await is_clear('taken back');
});
