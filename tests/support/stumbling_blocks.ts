// SPDX-License-Identifier: EUPL-1.2
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const criteria = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Runs in the page: a colour half way to another one has a contrast that nobody reads. What turns for ever is not waited for. */
async function motion_has_ended(): Promise<void> {
  const passing = document.getAnimations().filter((motion) => motion.effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(passing.map(async (motion) => motion.finished));
}

/** What breaks WCAG 2.2 AA on this page, in one line each, once nothing moves any more. */
export async function stumbling_blocks_of(page: Page): Promise<string[]> {
  await page.evaluate(motion_has_ended);
  // React Aria's announcements keep the name of a button for seven seconds, also of one that has left meanwhile.
  const { violations } = await new AxeBuilder({ page }).exclude('[data-live-announcer]').withTags(criteria).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html.slice(0, 200)} ${node.failureSummary?.split('\n').at(1)?.trim() ?? ''}`).join(' | ')}`);
}
