// SPDX-License-Identifier: EUPL-1.2
// What a waiting number is told at the kiosk: one promise or one range, never a single false number.
import type { KioskWait } from '../wire.ts';

export type WaitWords =
  | { readonly key: 'back_at' | 'expected'; readonly at: number }
  | { readonly key: 'range'; readonly from: number; readonly to: number }
  | { readonly key: 'up_to'; readonly to: number }
  | { readonly key: 'nobody_there' | 'unknown' };

export function wait_words(wait: KioskWait): WaitWords {
  if (wait.back_at !== undefined) return { key: 'back_at', at: wait.back_at };
  if (wait.expected_at !== undefined) return { key: 'expected', at: wait.expected_at };
  const { from_minutes, to_minutes } = wait;
  if (from_minutes !== undefined && to_minutes !== undefined) {
    return from_minutes === 0 ? { key: 'up_to', to: to_minutes } : { key: 'range', from: from_minutes, to: to_minutes };
  }
  return { key: wait.nobody_there ? 'nobody_there' : 'unknown' };
}
