// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';
import type { BrowserOptions } from '../../tests/support/browser.ts';
import { start_installation, type Installation } from '../../tests/support/installation.ts';
import { Adviser, Citizen } from '../../tests/support/people.ts';
import { demo_accounts } from '../../tests/support/staff.ts';
import type { TomlTable } from '../../tests/support/toml.ts';

interface TouchedWindow {
  touched_at: number;
}

/** Notes when the person touched last, by the clock that all browsers of this machine share. */
function note_touches(page: Page): Promise<void> {
  return page.evaluate(() => {
    const touched = window as unknown as TouchedWindow;
    document.addEventListener('pointerup', () => (touched.touched_at = Date.now()), { capture: true });
  });
}

/** When this person's finger or button went up last, in ms since 1970. */
export function touched_at(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as TouchedWindow).touched_at);
}

/** Waits for a mark of the page and gives its moment in ms since 1970. */
export async function mark_at(page: Page, name: string, limit_ms = 30_000): Promise<number> {
  await page.waitForFunction((wanted) => performance.getEntriesByName(wanted).length > 0, name, { polling: 50, timeout: limit_ms });
  return page.evaluate((wanted) => {
    const [first] = performance.getEntriesByName(wanted);
    return Date.now() - performance.now() + (first?.startTime ?? Number.NaN);
  }, name);
}

export function forget_marks(page: Page): Promise<void> {
  return page.evaluate(() => performance.clearMarks());
}

/** A whole installation with a citizen and an adviser whose camera is open, as it is after their check. */
export class StaffedCounter {
  readonly installation: Installation;
  readonly citizen: Citizen;
  readonly adviser: Adviser;

  private constructor(installation: Installation, citizen: Citizen, adviser: Adviser) {
    this.installation = installation;
    this.citizen = citizen;
    this.adviser = adviser;
  }

  static async open(options: { kiosk_settings?: TomlTable; browser?: BrowserOptions } = {}): Promise<StaffedCounter> {
    const { kiosk_settings, browser = {} } = options;
    const installation = await start_installation({ commune: 'Bretenoux', ...(kiosk_settings === undefined ? {} : { kiosk_settings }) });
    const adviser = await Adviser.at_work(installation.server, demo_accounts.adviser, true, browser);
    const citizen = await Citizen.arrive(installation.kiosk, browser);
    const counter = new StaffedCounter(installation, citizen, adviser);
    await adviser.button('Ouvrir la caméra et le micro').click();
    await note_touches(adviser.page);
    await note_touches(citizen.page);
    return counter;
  }

  /** The citizen asks and rehearses, the adviser receives. Gives the moments of acceptance and of the first picture at the kiosk. */
  async meet(): Promise<{ accepted_at: number; known_at: number; shown_at: number }> {
    const { citizen, adviser } = this;
    await forget_marks(citizen.page);
    await citizen.wishes('Ma famille, mes aides');
    await adviser.accepts();
    const shown_at = await mark_at(citizen.page, 'parvis:first-remote-frame');
    const known_at = await mark_at(citizen.page, 'parvis:accepted');
    return { accepted_at: await touched_at(adviser.page), known_at, shown_at };
  }

  /** The interview ends, and both are where they were before. */
  async part(): Promise<void> {
    await this.adviser.ends();
    await this.citizen.goes();
    await this.adviser.reads(/Vous êtes disponible/);
  }

  async close(): Promise<void> {
    await this.citizen.leave();
    await this.adviser.leave();
    await this.installation.stop();
  }
}
