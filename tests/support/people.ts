// SPDX-License-Identifier: EUPL-1.2
// What each person does in front of their own screen, in their own words. Every wait is bounded by Playwright.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Download, Locator, Page } from 'playwright-core';
import { launch_browser, type BrowserOptions, type RoleBrowser } from './browser.ts';
import type { StartedKiosk } from './kiosk.ts';
import type { StartedServer } from './server.ts';
import { demo_accounts, demo_password } from './staff.ts';
import { stumbling_blocks_of } from './stumbling_blocks.ts';
import { until } from './until.ts';

/** Pictures that this video element has shown so far. */
async function pictures_shown(video: Locator): Promise<number> {
  return video.evaluate((element) => (element as HTMLVideoElement).getVideoPlaybackQuality().totalVideoFrames);
}

/** Waits until the video shows new pictures, a quarter of a second's worth. */
export async function sees_moving(video: Locator, limit_ms = 30_000): Promise<void> {
  await video.waitFor({ state: 'attached', timeout: limit_ms });
  const before = await pictures_shown(video);
  await until('a moving picture', async () => (await pictures_shown(video)) >= before + 4, limit_ms);
}

/** Everybody who sits in front of a screen now. */
export const present = new Set<Person>();

class Person {
  readonly page: Page;
  readonly window: RoleBrowser;

  protected constructor(window: RoleBrowser) {
    this.window = window;
    this.page = window.page;
    this.page.setDefaultTimeout(30_000);
    present.add(this);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** Waits until these words stand on the screen. */
  async reads(words: string | RegExp, limit_ms = 30_000): Promise<void> {
    await this.page.getByText(words).first().waitFor({ timeout: limit_ms });
  }

  /** What a screen reader or a person with weak sight would stumble over here, in one line each; none is expected. */
  async stumbling_blocks(): Promise<string[]> {
    return stumbling_blocks_of(this.page);
  }

  async leave(): Promise<void> {
    present.delete(this);
    await this.window.close();
  }
}

interface CountingWindow {
  camera_openings: number;
}

/** Runs in the page before its own scripts. */
function count_camera_openings(): void {
  const counting = window as unknown as CountingWindow;
  counting.camera_openings = 0;
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = (wanted) => {
    counting.camera_openings += 1;
    return open(wanted);
  };
}

export type Wish = 'Ma famille, mes aides' | 'Ma santé' | 'Ma retraite';

/** In front of the kiosk: touches, looks, and types nothing. */
export class Citizen extends Person {
  static async arrive(kiosk: StartedKiosk, options: BrowserOptions & { screen?: { width: number; height: number } } = {}): Promise<Citizen> {
    const citizen = new Citizen(await launch_browser('kiosk', options));
    await citizen.page.addInitScript(count_camera_openings);
    await citizen.page.goto(kiosk.start_url());
    return citizen;
  }

  /** How often the page has asked for camera or microphone since it was opened. */
  camera_openings(): Promise<number> {
    return this.page.evaluate(() => (window as unknown as CountingWindow).camera_openings);
  }

  async touch(name: string | RegExp): Promise<void> {
    await this.button(name).first().tap();
  }

  /** Touches a subject, once a body behind it is open, and answers the rehearsal. */
  async wishes(wish: Wish): Promise<void> {
    await this.button(new RegExp(`${wish}.*Ouvert maintenant`, 's')).tap({ timeout: 30_000 });
    await this.touch('Oui, j’entends');
    await this.reads(/Nous appelons/);
  }

  async sees_adviser(limit_ms?: number): Promise<void> {
    await sees_moving(this.page.getByLabel('Votre conseiller').locator('video').or(this.page.locator('video[aria-label="Votre conseiller"]')).first(), limit_ms);
  }

  async sends_page(): Promise<void> {
    await this.reads('Envoyer cette page au conseiller ?', 30_000);
    await this.touch(/^Envoyer$/);
  }

  async keeps_page(): Promise<void> {
    await this.reads('Envoyer cette page au conseiller ?', 30_000);
    await this.touch('Ne pas envoyer');
  }

  async agrees_to_print(): Promise<void> {
    await this.touch(/^Imprimer$/);
  }

  /** Leaves the end screen by a touch and is back at the start. */
  async goes(): Promise<void> {
    await this.reads('La borne n’a rien gardé', 30_000);
    await this.touch('J’ai fini');
    await this.is_at_start();
  }

  /** The start screen, with its tiles. */
  async is_at_start(limit_ms = 30_000): Promise<void> {
    await this.page.getByRole('heading', { name: 'Bonjour' }).waitFor({ timeout: limit_ms });
  }
}

/** At home, with a telephone in the hand: touches, and types a village and a first name. */
export class Visitor extends Person {
  static async open_portal(server: { url: string }, options: BrowserOptions & { screen?: { width: number; height: number } } = {}): Promise<Visitor> {
    const visitor = new Visitor(await launch_browser('telephone', options));
    await visitor.page.goto(`${server.url}/portal/`);
    await visitor.page.getByLabel('Votre village').waitFor();
    return visitor;
  }

  link(name: string | RegExp): Locator {
    return this.page.getByRole('link', { name });
  }

  /** Touches a button or a link. */
  async touch(name: string | RegExp): Promise<void> {
    await this.button(name).or(this.link(name)).first().tap();
  }

  async is_at(heading: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { name: heading }).first().waitFor();
  }

  /** From the search to the three ways for a motive. */
  async asks_for(counter: string, subject: string, motive: string): Promise<void> {
    await this.touch(counter);
    await this.touch(subject);
    await this.touch(motive);
    await this.is_at('Choisissez votre rendez-vous');
  }

  /** The names of the counters in the list, the first one first. */
  async counters(): Promise<string[]> {
    return this.page.getByRole('article').getByRole('heading').allInnerTexts();
  }
}

/** A member of the staff, who signs in through the page as people do. */
export class Staff extends Person {
  static async sign_in(server: StartedServer, email: string, path: string, role: 'adviser' | 'desk' | 'technician' = 'adviser'): Promise<Staff> {
    const staff = new this(await launch_browser(role));
    await staff.signs_in(server, email, path);
    return staff;
  }

  protected async signs_in(server: { url: string }, email: string, path: string): Promise<void> {
    await this.page.goto(`${server.url}${path}`);
    await this.page.getByLabel('Adresse e-mail').fill(email);
    await this.page.getByLabel('Mot de passe', { exact: true }).fill(demo_password);
    await this.button('Se connecter').click();
    await this.page.waitForURL(`**${path}`);
    this.window.complaints.length = 0; // before signing in, the browser complains of the refusals that lead there
  }
}

export class Adviser extends Staff {
  /** Signed in, and available when `available`. */
  static async at_work(server: { url: string }, email: string = demo_accounts.adviser, available = true, options: BrowserOptions = {}): Promise<Adviser> {
    const adviser = new Adviser(await launch_browser('adviser', options));
    await adviser.signs_in(server, email, '/adviser/');
    if (available) {
      await adviser.button('Me rendre disponible').click();
      await adviser.reads(/Vous êtes disponible/);
    }
    return adviser;
  }

  async accepts(): Promise<void> {
    await this.button('Recevoir').first().click();
  }

  get citizen_picture(): Locator {
    return this.page.getByLabel('Image de la personne');
  }

  async sees_citizen(limit_ms?: number): Promise<void> {
    await sees_moving(this.citizen_picture, limit_ms);
  }

  async chooses(group: string, value: string): Promise<void> {
    await this.page.getByRole('radiogroup', { name: group }).locator('label').filter({ hasText: new RegExp(`^${value}$`) }).click();
  }

  async scans(): Promise<void> {
    await this.button('Numériser').click();
  }

  /** Pages that have arrived, as the tray shows them. */
  pages(): Locator {
    return this.page.getByRole('img', { name: /^Page \d+$/ });
  }

  async has_pages(count: number, limit_ms = 30_000): Promise<void> {
    await until(`${count} pages in the tray`, async () => (await this.pages().count()) === count, limit_ms);
  }

  /** Downloads every page as one PDF into the folder, under the name that the page gives it or another. */
  async downloads_pdf(folder: string, name?: string): Promise<string> {
    const coming = this.page.waitForEvent('download', { timeout: 30_000 });
    await this.button(/Télécharger.*PDF/).click();
    return kept(await coming, folder, name);
  }

  /** Picks a file of their computer, to be shown or printed. */
  async chooses_file(file: string): Promise<void> {
    await this.page.getByRole('tab', { name: 'Montrer ou imprimer' }).click();
    await this.page.locator('input[type=file]').setInputFiles(file);
  }

  async offers_print(pdf: string): Promise<void> {
    await this.chooses_file(pdf);
    await this.button('Proposer l’impression').click();
  }

  async reads_print_state(words: string, limit_ms = 30_000): Promise<void> {
    await this.page.getByRole('list', { name: 'Impressions' }).getByText(words).first().waitFor({ timeout: limit_ms });
  }

  /** Fills in what came of it and saves; the dialog then offers the receipt. */
  async writes_outcome(): Promise<void> {
    await this.button('Terminer').click();
    const dialog = this.page.getByRole('dialog');
    await dialog.locator('label').filter({ hasText: /^Résolu$/ }).click();
    await dialog.getByLabel('Ce qui a été fait').fill('Votre dossier est complet.');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  }

  async says_goodbye(): Promise<void> {
    await this.button('Dire au revoir et terminer').click();
  }

  async ends(): Promise<void> {
    await this.writes_outcome();
    await this.says_goodbye();
  }
}

async function kept(download: Download, folder: string, name = download.suggestedFilename()): Promise<string> {
  const file = join(folder, name);
  await download.saveAs(file);
  if (statSync(file).size === 0) throw new Error(`${file} is empty`);
  return file;
}

/** Citizen and adviser, in a call in which both see each other. */
export async function meet(citizen: Citizen, adviser: Adviser, wish: Wish = 'Ma famille, mes aides'): Promise<void> {
  await citizen.wishes(wish);
  await adviser.accepts();
  await Promise.all([citizen.sees_adviser(30_000), adviser.sees_citizen(30_000)]);
}
