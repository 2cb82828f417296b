// SPDX-License-Identifier: EUPL-1.2
import { expect } from 'vitest';
import { launch_browser, type BrowserOptions } from './browser.ts';
import { sees_moving, Visitor } from './people.ts';

/** At home, with a telephone in the hand, and an appointment there. */
export class HomeVisitor extends Visitor {
  /** Opens the link of the appointment. */
  static async join(server: { url: string }, code: string, options: BrowserOptions & { screen?: { width: number; height: number } } = {}): Promise<HomeVisitor> {
    const visitor = new HomeVisitor(await launch_browser('telephone', options));
    await visitor.page.goto(`${server.url}/visit/#${code}`);
    return visitor;
  }

  /** The screen is clear for everybody, the browser has complained of nothing, and nothing must be pushed sideways. */
  async is_clear(screen: string): Promise<void> {
    expect.soft(await this.stumbling_blocks(), screen).toEqual([]);
    expect.soft(this.window.complaints, screen).toEqual([]);
    const width = await this.page.evaluate(() => document.documentElement.scrollWidth);
    expect.soft(width, `${screen} is wider than the telephone`).toBeLessThanOrEqual(390);
  }

  async sees_adviser(limit_ms?: number): Promise<void> {
    await sees_moving(this.page.locator('video[aria-label="Votre conseiller"]'), limit_ms);
  }
}
