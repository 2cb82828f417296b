// SPDX-License-Identifier: EUPL-1.2
// One picture of each role's page on a demonstration's day, for the tour.
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Installation } from '../../tests/support/installation.ts';
import { StartedKiosk } from '../../tests/support/kiosk.ts';
import { Mediator } from '../../tests/support/mediator.ts';
import { pair_kiosk } from '../../tests/support/pairing.ts';
import { Adviser, Citizen, Staff, Visitor } from '../../tests/support/people.ts';
import { demo_accounts } from '../../tests/support/staff.ts';

const desk_screen = { width: 1440, height: 900 };

class Album {
  readonly #folder: string;

  constructor(folder: string) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
  }

  /** WebP: a third of a PNG, and every browser that Parvis runs in shows it. */
  async keep(page: Page, name: string): Promise<void> {
    await page.evaluate(() => document.fonts.ready);
    const session = await page.context().newCDPSession(page);
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
    const file = join(this.#folder, `${name}.webp`);
    writeFileSync(file, Buffer.from(data, 'base64'));
    console.log(`   ${name} (${Math.round(statSync(file).size / 1024)} kB)`);
  }
}

/** Opens the pages one after another and leaves their pictures in the folder, which is emptied first. Throws at the first page that does not show its day. */
export async function take_album(installation: Installation, folder: string): Promise<void> {
  const album = new Album(folder);
  const { server } = installation;
  await with_person(await Mediator.at_desk(server), async (mediator) => {
    await mediator.page.setViewportSize(desk_screen);
    await mediator.page.getByRole('region', { name: /^Qui vient/ }).getByRole('listitem').first().waitFor();
    // The kiosk has only just come: who waits for it is told a moment later.
    await mediator.page.getByText('borne hors ligne').first().waitFor({ state: 'detached' });
    await album.keep(mediator.page, 'front-desk');
    await mediator.button('Prendre rendez-vous').click();
    const dialog = mediator.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Refaire ma carte Vitale' }).click();
    await dialog.locator('ul').first().getByRole('listitem').nth(2).waitFor();
    await album.keep(mediator.page, 'booking');
  });
  await with_a_second_kiosk(installation, async () => {
    await with_person(await Adviser.at_work(server, demo_accounts.adviser), async (adviser) => {
      await adviser.reads(/File d’attente : /);
      await adviser.button('Personne suivante').click({ trial: true });
      await album.keep(adviser.page, 'adviser');
    });
  });
  await with_person(await Staff.sign_in(server, demo_accounts.mediator, '/wall/', 'desk'), async (mediator) => {
    await mediator.page.setViewportSize({ width: 1920, height: 1080 });
    await mediator.page.getByRole('heading', { name: 'Écran de la salle d’attente' }).waitFor();
    await mediator.button('Afficher sur cet écran').click();
    await mediator.reads(/Suivants/);
    await album.keep(mediator.page, 'waiting-room');
  });
  await with_person(await Staff.sign_in(server, demo_accounts.manager, '/partner/', 'desk'), async (manager) => {
    await manager.page.setViewportSize(desk_screen);
    await manager.page.getByRole('button', { name: /conseiller/ }).first().waitFor();
    await album.keep(manager.page, 'supply');
  });
  await with_person(await Visitor.open_portal(server), async (visitor) => {
    await visitor.page.getByLabel('Votre village').fill('Prudhomat');
    await visitor.page.getByRole('article').first().waitFor();
    await album.keep(visitor.page, 'portal');
  });
  await with_person(await Citizen.arrive(installation.kiosk), async (citizen) => {
    await citizen.is_at_start();
    await album.keep(citizen.page, 'kiosk-start');
  });
}

/** At certain minutes the kiosk of Bretenoux is kept for who booked it; that of Gourdon then receives who waits there. */
async function with_a_second_kiosk({ server, printer, scanner }: Installation, act: () => Promise<void>): Promise<void> {
  const kiosk = await StartedKiosk.start({ server: `http://127.0.0.1:${server.port}`, printer, scanner });
  try {
    await pair_kiosk(server, kiosk, 'Gourdon');
    await act();
  } finally {
    await kiosk.stop();
  }
}

async function with_person<P extends { leave(): Promise<void> }>(person: P, act: (person: P) => Promise<void>): Promise<void> {
  try {
    await act(person);
  } finally {
    await person.leave();
  }
}
