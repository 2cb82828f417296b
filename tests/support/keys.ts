// SPDX-License-Identifier: EUPL-1.2
import type { Locator, Page } from 'playwright-core';

/** More than any page has to stop at. */
const most_steps = 200;

/** Goes on with Tab until this has the focus; it must come within one round of the page. */
export async function tabs_to(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < most_steps; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${target}`);
}

/** Tabs to it and presses it. */
export async function presses(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabs_to(page, target);
  await page.keyboard.press(key);
}

/** Tabs to a field and writes into it, over what stands there. */
export async function writes(page: Page, target: Locator, words: string): Promise<void> {
  await tabs_to(page, target);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(words);
}

/** In a menu that is open: arrows go to this entry, and Enter takes it. */
export async function chooses_entry(page: Page, name: string): Promise<void> {
  const entry = page.getByRole('menuitem', { name, exact: true });
  await entry.waitFor();
  for (let step = 0; step < most_steps; step += 1) {
    if (await entry.evaluate((element) => element === document.activeElement)) return page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`the arrows never came to ${name}`);
}

/** Tabs into a group of which one can be chosen; arrows choose this one. */
export async function picks(page: Page, radio: Locator): Promise<void> {
  await radio.waitFor({ state: 'attached' });
  const is_in = () => page.evaluate(() => document.activeElement?.getAttribute('type') === 'radio');
  for (let step = 0; step < most_steps && !(await is_in()); step += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  for (let step = 0; step < most_steps && !(await radio.isChecked()); step += 1) await page.keyboard.press('ArrowDown');
  if (!(await radio.isChecked())) throw new Error(`the arrows never came to ${radio}`);
}
