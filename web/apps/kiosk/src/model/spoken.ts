// SPDX-License-Identifier: EUPL-1.2
// Which sentence of the kiosk's voice goes with the daemon's news. What follows from a touch is said where it is touched.
import type { Sentence } from '../voice/voice.ts';
import { live_interview, type Known } from './known.ts';
import type { Visit } from './visit.ts';

export function sentence_for(before: Known | null, after: Known | null, visit: Visit): Sentence | null {
  const was = live_interview(before);
  const is = live_interview(after);
  if (is && is.state !== was?.state) {
    if (is.state === 'running') return 'adviser_coming';
    if (is.state === 'calling') return 'adviser_calling';
    // The citizen's own ring was announced at the touch.
    return is.way_in === 'mediator' ? 'calling' : null;
  }
  // Whom an adviser calls on this very screen hears that already.
  if (!is && after?.queue.turn && turn_key(after) !== turn_key(before)) return 'your_turn';
  if (was && !is && visit.at === 'not_reached') return 'nobody_available';
  return before?.bell === 'ringing' && after?.bell === 'answered' ? 'bell_coming' : null;
}

function turn_key(known: Known | null): string {
  const turn = known?.queue.turn;
  return turn ? `${turn.number} ${turn.calls}` : '';
}
