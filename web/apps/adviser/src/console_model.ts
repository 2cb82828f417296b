// SPDX-License-Identifier: EUPL-1.2
// What the console knows of its adviser's world, as the server last told it.
import type { components, LinkMessage } from '@parvis/api';

export type Availability = components['schemas']['Availability'];
export type RingView = components['schemas']['RingView'];
export type KioskView = components['schemas']['KioskView'];
export type AdviserInterview = components['schemas']['AdviserInterview'];
export type LineView = components['schemas']['LineView'];
export type TicketView = components['schemas']['TicketView'];
type ToAdviser = components['schemas']['ToAdviser'];

export interface Console {
  availability: Availability;
  rings: RingView[];
  kiosks: KioskView[];
  interview: AdviserInterview | null;
  /** The lines of the adviser's groups; each is told after the snapshot. */
  lines: LineView[];
  /** Whom the adviser has called or is with. */
  held: TicketView | null;
  /** Grows whenever an appointment of these groups, or the line that it led to, has changed. */
  appointment_news: number;
}

/** The console after a message of the server; a signal and what a newer server may say change nothing here. */
export function after(known: Console | null, message: LinkMessage): Console | null {
  const told = message as unknown as ToAdviser;
  if (told.type === 'snapshot') {
    return {
      availability: told.availability,
      rings: told.rings,
      kiosks: told.kiosks,
      interview: told.interview ?? null,
      lines: [],
      held: null,
      appointment_news: known?.appointment_news ?? 0,
    };
  }
  if (!known) return null;
  switch (told.type) {
    case 'availability':
      return { ...known, availability: told.availability };
    case 'rings':
      return { ...known, rings: told.rings };
    case 'kiosks':
      return { ...known, kiosks: told.kiosks };
    case 'queue_line':
      return { ...known, lines: with_line(known.lines, told.line) };
    case 'appointments_changed':
      return { ...known, appointment_news: known.appointment_news + 1 };
    case 'held_ticket':
      return { ...known, held: told.ticket ?? null };
    case 'interview':
      return { ...known, interview: told.interview };
    default:
      return known;
  }
}

function with_line(lines: LineView[], line: LineView): LineView[] {
  const others = lines.filter((known) => known.group_id !== line.group_id);
  return [...others, line].sort((one, other) => one.acronym.localeCompare(other.acronym) || one.group_id.localeCompare(other.group_id));
}

/** What the adviser has done on this page and the server may not know yet. */
export interface DoneHere {
  ended: boolean;
  outcome_kept: boolean;
}

/** What the screen is about: nobody, an own call that waits, a conversation, or what is left to write after it. */
export type Stage = 'lobby' | 'calling' | 'talking' | 'closing';

export function stage_of(interview: AdviserInterview | null, done_here: DoneHere = { ended: false, outcome_kept: false }): Stage {
  switch (interview?.state) {
    case 'calling':
      return 'calling';
    case 'running':
      return done_here.ended ? 'lobby' : 'talking';
    case 'ended':
      // A call that nobody answered leaves nothing to write.
      return interview.accepted_at !== undefined && !interview.has_outcome && !done_here.outcome_kept ? 'closing' : 'lobby';
    default:
      return 'lobby';
  }
}
