// SPDX-License-Identifier: EUPL-1.2
// What was done at this desk and the server has not confirmed yet: a list in the order in which it happened. Pure.
//
// Every deed bears ids that the desk chose, so it may be told as often as it takes and is done once. A deed that the
// server refuses, or does otherwise than was said to the person at the desk, stays until somebody has settled it; what
// follows from it waits meanwhile.
import type { Problem, Result } from '@parvis/api';
import type { AppointmentView, Arrival, ArriveForm, BookForm, CancelForm, MoveForm, TakeTicket, TicketAct, TicketView, WalkIn, WalkInForm } from '../wire.ts';

export type Deed =
  | { readonly kind: 'ticket'; readonly ticket_id: string; readonly form: TakeTicket }
  | { readonly kind: 'act'; readonly ticket_id: string; readonly act_id: string; readonly form: TicketAct }
  | { readonly kind: 'booking'; readonly appointment_id: string; readonly form: BookForm }
  | { readonly kind: 'arrival'; readonly appointment_id: string; readonly form: ArriveForm }
  | { readonly kind: 'move'; readonly appointment_id: string; readonly form: MoveForm }
  | { readonly kind: 'cancel'; readonly appointment_id: string; readonly form: CancelForm }
  | { readonly kind: 'miss'; readonly appointment_id: string }
  | { readonly kind: 'walk_in'; readonly walk_in_id: string; readonly form: WalkInForm };

/** What a person must know: the server said no, or it came out otherwise than was promised. */
export type Trouble =
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'number_changed'; readonly said: number; readonly now: number }
  | { readonly kind: 'code_changed'; readonly said: string; readonly now: string }
  | { readonly kind: 'slot_gone' }
  | { readonly kind: 'line_closed'; readonly message: string };

export interface Entry {
  readonly entry_id: string;
  readonly site_id: string;
  /** Of whom or what: how a person recognises it. */
  readonly about: string;
  readonly occurred_at: number;
  readonly deed: Deed;
  readonly trouble: Trouble | null;
}

export type Confirmed = TicketView | AppointmentView | Arrival | WalkIn;

export interface Telling {
  readonly method: 'PUT' | 'POST';
  readonly path: string;
  readonly body?: unknown;
}

/** How the server is told. The hour goes with it: it may be told late. */
export function telling(entry: Entry): Telling {
  const { deed, occurred_at } = entry;
  switch (deed.kind) {
    case 'ticket':
      return { method: 'PUT', path: `/api/v1/queue/tickets/${deed.ticket_id}`, body: { ...deed.form, occurred_at } };
    case 'act':
      return { method: 'PUT', path: `/api/v1/queue/tickets/${deed.ticket_id}/acts/${deed.act_id}`, body: { ...deed.form, occurred_at } };
    case 'booking':
      return { method: 'PUT', path: `/api/v1/appointments/${deed.appointment_id}`, body: { ...deed.form, occurred_at } };
    case 'arrival':
      return { method: 'POST', path: `/api/v1/appointments/${deed.appointment_id}/arrive`, body: { ...deed.form, occurred_at } };
    case 'move':
      return { method: 'POST', path: `/api/v1/appointments/${deed.appointment_id}/move`, body: deed.form };
    case 'cancel':
      return { method: 'POST', path: `/api/v1/appointments/${deed.appointment_id}/cancel`, body: deed.form };
    case 'miss':
      return { method: 'POST', path: `/api/v1/appointments/${deed.appointment_id}/miss` };
    case 'walk_in':
      return { method: 'PUT', path: `/api/v1/walk_ins/${deed.walk_in_id}`, body: { ...deed.form, occurred_at } };
  }
}

/** Tickets, appointments and visits that the deed touches: what is done to one of them later must be told later. */
export function touches(deed: Deed): string[] {
  switch (deed.kind) {
    case 'ticket':
    case 'act':
      return [deed.ticket_id];
    case 'walk_in':
      return [deed.walk_in_id];
    case 'arrival':
      return [deed.appointment_id, deed.form.ticket_id];
    case 'move':
      return [deed.appointment_id, deed.form.appointment_id];
    default:
      return [deed.appointment_id];
  }
}

/** The entry that is told next: the oldest that follows from nothing that was refused. */
export function next_to_tell(entries: readonly Entry[]): Entry | null {
  const blocked = new Set<string>();
  for (const entry of entries) {
    const touched = touches(entry.deed);
    const waits = touched.some((id) => blocked.has(id));
    if (entry.trouble === null && !waits) return entry;
    if (waits || entry.trouble?.kind === 'refused') touched.forEach((id) => blocked.add(id));
  }
  return null;
}

/** Whether the server will take it another time: nobody answered, it was too busy, or somebody has to sign in first. */
export function is_passing(problem: Problem): boolean {
  return ['unavailable', 'timeout', 'rate_limited', 'unauthenticated'].includes(problem.code);
}

/** What an answer differs in from what the person at the desk was told. */
export function difference(deed: Deed, answer: Confirmed): Trouble | null {
  if (deed.kind === 'ticket') return ticket_difference(deed.form.number, answer as TicketView);
  if (deed.kind === 'arrival') {
    const { ticket } = answer as Arrival;
    return ticket ? ticket_difference(deed.form.number, ticket) : null;
  }
  if (deed.kind !== 'booking') return null;
  const { state, code } = answer as AppointmentView;
  if (state === 'requested') return { kind: 'slot_gone' };
  return deed.form.code !== undefined && code !== undefined && code !== deed.form.code
    ? { kind: 'code_changed', said: deed.form.code, now: code }
    : null;
}

function ticket_difference(said: number | undefined, ticket: TicketView): Trouble | null {
  if (ticket.state === 'closed' && said !== undefined) return { kind: 'line_closed', message: ticket.message };
  return said !== undefined && said !== ticket.number ? { kind: 'number_changed', said, now: ticket.number } : null;
}

/** The entries after an answer to one of them. */
export function answered(entries: readonly Entry[], entry_id: string, answer: Result<Confirmed>): readonly Entry[] {
  const entry = entries.find((one) => one.entry_id === entry_id);
  if (entry === undefined) return entries;
  if (!answer.ok) return is_passing(answer.error) ? entries : troubled(entries, entry_id, { kind: 'refused', problem: answer.error });
  const trouble = difference(entry.deed, answer.value);
  // A wish without a place is kept by the server and shown from there, to every desk of the site.
  if (trouble === null || trouble.kind === 'slot_gone') return without(entries, entry_id);
  return troubled(entries, entry_id, trouble);
}

function troubled(entries: readonly Entry[], entry_id: string, trouble: Trouble): readonly Entry[] {
  return entries.map((one) => (one.entry_id === entry_id ? { ...one, trouble } : one));
}

function without(entries: readonly Entry[], entry_id: string): readonly Entry[] {
  return entries.filter((one) => one.entry_id !== entry_id);
}

/** Somebody has seen to it. What followed from a refused beginning is void with it; those entries are named. */
export function settled(entries: readonly Entry[], entry_id: string): { kept: readonly Entry[]; dropped: readonly string[] } {
  const entry = entries.find((one) => one.entry_id === entry_id);
  if (entry === undefined) return { kept: entries, dropped: [] };
  const begins = entry.trouble?.kind === 'refused' && (entry.deed.kind === 'ticket' || entry.deed.kind === 'booking');
  const void_ids = new Set(begins ? touches(entry.deed) : []);
  const dropped = entries.filter((one) => one.entry_id === entry_id || touches(one.deed).some((id) => void_ids.has(id)));
  return { kept: entries.filter((one) => !dropped.includes(one)), dropped: dropped.map((one) => one.entry_id) };
}

/** As it is promised to the person while nobody can be asked: a place that is gone by then is for a person to settle. */
export function promised(entry: Entry, number: number, code: string): Entry {
  const { deed } = entry;
  if (deed.kind !== 'booking') return numbered(entry, number);
  return { ...entry, deed: { ...deed, form: { ...deed.form, if_taken: 'keep_as_request', code } } };
}

/** With a number that was given out while nobody could be asked. */
function numbered(entry: Entry, number: number): Entry {
  const { deed } = entry;
  if (deed.kind === 'ticket') return { ...entry, deed: { ...deed, form: { ...deed.form, number } } };
  if (deed.kind === 'arrival') return { ...entry, deed: { ...deed, form: { ...deed.form, number } } };
  return entry;
}

/** The number that this desk would give out next: above all that it has seen today. */
export function next_number(entries: readonly Entry[], highest_seen: number): number {
  const given = entries.flatMap(({ deed }) => (deed.kind === 'ticket' || deed.kind === 'arrival' ? [deed.form.number ?? 0] : []));
  return Math.max(highest_seen, ...given) + 1;
}

/** Letters that nobody confuses on paper; the same as the server's codes. */
const code_letters = 'ACDEFHJKMPRTWXY3479';

/** A code like "K7MF4-PXA9C" for an appointment that is printed before the server knows of it. */
export function new_code(): string {
  let code = '';
  while (code.length < 10) {
    const [chance = 255] = crypto.getRandomValues(new Uint8Array(1));
    // Without this limit the first letters of the list would come more often.
    if (chance < 256 - (256 % code_letters.length)) code += code_letters.charAt(chance % code_letters.length);
  }
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}
