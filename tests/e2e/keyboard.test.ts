// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch_browser } from '../support/browser.ts';
import { remove_folder, temporary_folder } from '../support/folders.ts';
import { start_installation, type Installation } from '../support/installation.ts';
import { Adviser, Citizen } from '../support/people.ts';
import { picture_of_pdf, read_marker } from '../support/picture.ts';
import { demo_accounts, demo_password } from '../support/staff.ts';

// A whole interview of an adviser whose mouse lies in a drawer.

class KeyboardAdviser extends Adviser {
  static async come(): Promise<KeyboardAdviser> {
    return new KeyboardAdviser(await launch_browser('adviser'));
  }

  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
  }

  async types(words: string): Promise<void> {
    await this.page.keyboard.type(words);
  }

  /** Goes on with Tab until this has the focus; it must come within one round of the page. */
  async tabs_to(target: Locator): Promise<void> {
    await target.waitFor();
    for (let step = 0; step < 80; step += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.press('Tab');
    }
    throw new Error(`Tab never came to ${target}`);
  }
}

let installation: Installation;
let citizen: Citizen;
let adviser: KeyboardAdviser;
let folder: string;
beforeAll(async () => {
  folder = temporary_folder('keyboard');
  installation = await start_installation({ commune: 'Bretenoux' });
  [adviser, citizen] = await Promise.all([KeyboardAdviser.come(), Citizen.arrive(installation.kiosk)]);
});
afterAll(async () => {
  await citizen?.leave();
  await adviser?.leave();
  await installation?.stop();
  remove_folder(folder);
});

test('signs in by typing', async () => {
  await adviser.page.goto(`${installation.server.url}/adviser/`);
  await adviser.tabs_to(adviser.page.getByLabel('Adresse e-mail'));
  await adviser.types(demo_accounts.adviser);
  await adviser.tabs_to(adviser.page.getByLabel('Mot de passe', { exact: true }));
  await adviser.types(demo_password);
  await adviser.press('Enter');
  await adviser.page.waitForURL('**/adviser/');
});

test('asks for the list of shortcuts, becomes available with one key, receives with another', async () => {
  await adviser.button('Me rendre disponible').waitFor();
  await adviser.press('?');
  await adviser.page.getByRole('dialog').getByText('Disponible').waitFor();
  await adviser.press('Escape');
  await adviser.press('d');
  await adviser.reads(/Vous êtes disponible/);
  await citizen.wishes('Ma famille, mes aides');
  await adviser.button('Recevoir').waitFor();
  await adviser.press('a');
  await Promise.all([citizen.sees_adviser(30_000), adviser.sees_citizen(30_000)]);
});

test('scans, and downloads the PDF', async () => {
  await adviser.button('Numériser').waitFor();
  await adviser.press('Enter');
  await citizen.sends_page();
  await adviser.has_pages(1);
  const coming = adviser.page.waitForEvent('download');
  await adviser.tabs_to(adviser.button(/Télécharger.*PDF/));
  await adviser.press('Enter');
  const pdf = join(folder, 'page.pdf');
  await (await coming).saveAs(pdf);
  expect(read_marker(picture_of_pdf(pdf))).toBe(installation.form.code);
});

test('prints a document', async () => {
  await adviser.press('i');
  const choosing = adviser.page.waitForEvent('filechooser');
  await adviser.tabs_to(adviser.button('Choisir un fichier'));
  await adviser.press('Enter');
  await (await choosing).setFiles(installation.form.pdf);
  await adviser.tabs_to(adviser.button('Proposer l’impression'));
  await adviser.press('Enter');
  await citizen.agrees_to_print();
  await adviser.reads_print_state('Imprimée');
});

test('mutes, writes the outcome, says goodbye', async () => {
  await adviser.press('m');
  await adviser.button('Remettre le micro').waitFor();
  await adviser.press('m');
  await adviser.press('x');
  const dialog = adviser.page.getByRole('dialog');
  await adviser.tabs_to(dialog.getByRole('radio').first());
  await adviser.press('Space');
  await expect.poll(() => dialog.getByRole('radio').first().isChecked()).toBe(true);
  await adviser.tabs_to(dialog.getByLabel('Ce qui a été fait'));
  await adviser.types('Votre dossier est complet.');
  await adviser.tabs_to(dialog.getByRole('button', { name: 'Enregistrer' }));
  await adviser.press('Enter');
  await adviser.tabs_to(adviser.button('Dire au revoir et terminer'));
  await adviser.press('Enter');
  await citizen.reads('La borne n’a rien gardé', 30_000);
});
