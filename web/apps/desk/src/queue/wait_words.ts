// SPDX-License-Identifier: EUPL-1.2
import type { Say } from '@parvis/i18n';
import type { WaitEstimate } from '../wire.ts';

/** A range, or plainly that nobody can say: never a single number. */
export function wait_words(wait: WaitEstimate | undefined, say: Say): string {
  if (wait?.from_minutes !== undefined && wait.to_minutes !== undefined) {
    return wait.from_minutes === 0
      ? say('desk.wait.up_to', { to: wait.to_minutes })
      : say('desk.wait.range', { from: wait.from_minutes, to: wait.to_minutes });
  }
  if (wait?.unknown === 'nobody_on_duty') return say('desk.wait.nobody_on_duty');
  if (wait?.unknown === 'kiosk_offline') return say('desk.wait.kiosk_offline');
  return say('desk.wait.unknown');
}
