// SPDX-License-Identifier: EUPL-1.2
// Which screen follows from what is known.
import type { Problem } from '@parvis/api';
import type { HomeVisit, KioskInterview } from '../wire.ts';

export type Screen =
  | 'opening' | 'code' | 'elsewhere' | 'early' | 'late' | 'ready' | 'waiting' | 'called' | 'interview' | 'farewell' | 'over'
  | 'replaced';

export interface Situation {
  readonly code: string | null;
  readonly visit: HomeVisit | null;
  /** Why the code did not open anything. */
  readonly problem: Problem | null;
  /** Why the link has ended for good. */
  readonly ended: Problem | null;
  readonly interview: KioskInterview | null;
  /** The conversation is over, and everything was wiped. */
  readonly farewell: boolean;
  /** By the server's clock. */
  readonly now: number;
}

/** The interview that is not over. */
export function live(interview: KioskInterview | null): KioskInterview | null {
  return interview && interview.state !== 'ended' ? interview : null;
}

export function screen_of({ code, visit, problem, ended, interview, farewell, now }: Situation): Screen {
  if (farewell) return 'farewell';
  const held = live(interview);
  if (held?.state === 'running') return 'interview';
  if (ended?.reason === 'link_replaced') return 'replaced';
  if (code === null || (problem && !visit)) return 'code';
  if (!visit) return 'opening';
  if (held?.state === 'calling') return 'called';
  const { appointment } = visit;
  switch (appointment.state) {
    case 'arrived':
    case 'called':
    case 'in_interview':
      return visit.wait ? 'waiting' : 'elsewhere';
    case 'confirmed':
    case 'no_show':
      if (appointment.door !== 'home') return 'elsewhere';
      if (now < visit.opens_at) return 'early';
      return now > visit.closes_at ? 'late' : 'ready';
    default:
      return 'over';
  }
}
