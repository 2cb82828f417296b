// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';

/** The seconds that the countdown on the screen shows, once there is one to be seen. */
export async function seconds_left(page: Page): Promise<number> {
  const number = page.getByRole('timer').locator('svg text');
  await number.waitFor({ state: 'visible' });
  return Number((await number.innerHTML()).trim());
}
