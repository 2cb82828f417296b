// SPDX-License-Identifier: EUPL-1.2
import { start_chime } from '@parvis/ui';

/** An adviser calls: three soft notes. Returns the function that ends them. */
export function start_ring_tone(): () => void {
  return start_chime({ notes_hz: [523, 659, 523], step_s: 0.3, loudness: 0.25, again_after_ms: 3500 });
}
