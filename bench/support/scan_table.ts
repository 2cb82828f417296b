// SPDX-License-Identifier: EUPL-1.2
import { until } from '../../tests/support/until.ts';
import { kiosk_scanner, time_scanimage, type DeviceOptions } from './scanimage.ts';
import { forget_marks, mark_at, StaffedCounter, touched_at } from './staffed_counter.ts';

/** An interview that is on, in which the adviser scans A4 pages in colour. */
export class ScanTable {
  readonly #counter: StaffedCounter;
  readonly #options: DeviceOptions;
  #sent = 0;

  private constructor(counter: StaffedCounter, options: DeviceOptions) {
    this.#counter = counter;
    this.#options = options;
  }

  static async open(options: DeviceOptions, dots_per_inch = 300): Promise<ScanTable> {
    const counter = await StaffedCounter.open({ kiosk_settings: kiosk_scanner(options) });
    const table = new ScanTable(counter, options);
    await counter.meet();
    await counter.adviser.chooses('Points par pouce', String(dots_per_inch));
    return table;
  }

  /** Orders a page. Gives how long after the order its first strip and its last line were shown at the kiosk, in ms. */
  async scan(): Promise<{ first_strip: number; last_line: number }> {
    const { page } = this.#counter.citizen;
    await this.#order();
    const last_line = await mark_at(page, 'parvis:last-line', 60_000);
    const ordered = await mark_at(page, 'parvis:scan-ordered');
    const first_strip = await mark_at(page, 'parvis:first-strip');
    return { first_strip: first_strip - ordered, last_line: last_line - ordered };
  }

  /** Orders a page and stops it once its first strip is shown. Gives how long that took from the order, in ms. */
  async scan_first_strip(): Promise<number> {
    const { citizen, adviser } = this.#counter;
    await this.#order();
    const first_strip = await mark_at(citizen.page, 'parvis:first-strip', 60_000);
    const ordered = await mark_at(citizen.page, 'parvis:scan-ordered');
    await adviser.button('Arrêter la numérisation').click();
    await adviser.button('Numériser').waitFor();
    return first_strip - ordered;
  }

  /** The same page from the same device, by SANE's own program. */
  scanimage(): Promise<number> {
    return time_scanimage(this.#counter.installation.scanner.config_folder, this.#options);
  }

  keep(): Promise<void> {
    return this.#counter.citizen.keeps_page();
  }

  /** The citizen agrees. Gives the time from their touch until the picture is drawn in the adviser's tray, in ms. */
  async send(): Promise<number> {
    const { citizen, adviser } = this.#counter;
    this.#sent += 1;
    const shown = adviser.page.evaluate(picture_shown, this.#sent);
    await citizen.sends_page();
    const shown_at = await shown;
    return shown_at - (await touched_at(citizen.page));
  }

  /** Of the daemon, whose children read the scanner and work on pictures. */
  get daemon_pid(): number {
    return this.#counter.installation.kiosk.process.pid;
  }

  close(): Promise<void> {
    return this.#counter.close();
  }

  async #order(): Promise<void> {
    const { citizen, adviser } = this.#counter;
    await until('the scanner to be free', () => adviser.button('Numériser').isEnabled(), 20_000);
    await forget_marks(citizen.page);
    await adviser.scans();
  }
}

/** Runs in the adviser's page: waits until this many pages are whole and shown in the tray and gives that moment. */
function picture_shown(count: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      // Until a page is whole its picture has no name and cannot be opened.
      const pictures = [...document.images].filter(({ alt, complete }) => complete && /^Page \d+$/.test(alt));
      const newest = pictures[count - 1];
      if (newest === undefined) return;
      observer.disconnect();
      document.body.removeEventListener('load', look, true);
      newest.decode().then(() => requestAnimationFrame(() => resolve(Date.now())), reject);
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    document.body.addEventListener('load', look, true);
    setTimeout(() => reject(new Error('the page did not come within 30 s')), 30_000);
    look();
  });
}
