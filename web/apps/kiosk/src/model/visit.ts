// SPDX-License-Identifier: EUPL-1.2
// Where the person in front of the kiosk is, beyond what the daemon knows; and the screen that follows from both.
import type { EndReason, KioskInterview, OfferEntry, SubjectTile, WipeCounts } from '../wire.ts';
import { live_interview, type Known } from './known.ts';

/** What somebody came for: a body under a subject. */
export interface Wish {
  readonly subject: string;
  readonly offer_id: string;
}

export type Visit =
  | { readonly at: 'start' }
  | { readonly at: 'bodies'; readonly subject: string }
  | { readonly at: 'not_open'; readonly wish: Wish }
  | { readonly at: 'rehearsal'; readonly wish: Wish; readonly interview_id: string }
  /** The ring is on its way. */
  | { readonly at: 'asking'; readonly wish: Wish; readonly interview_id: string }
  | { readonly at: 'not_reached'; readonly wish: Wish | null }
  | { readonly at: 'farewell'; readonly interview_id: string; readonly code: string | null; readonly why: EndReason | null;
      readonly counts: WipeCounts | null };

export const at_start: Visit = { at: 'start' };

export function tile_of(known: Known | null, subject: string): SubjectTile | null {
  return known?.tiles.find((tile) => tile.subject === subject) ?? null;
}

export function offer_of(known: Known | null, wish: Wish): OfferEntry | null {
  return tile_of(known, wish.subject)?.offers.find((offer) => offer.offer_id === wish.offer_id) ?? null;
}

/** The first offer here of this body. */
export function offer_of_body(known: Known | null, partner_id: string): OfferEntry | null {
  return known?.tiles.flatMap((tile) => tile.offers).find((offer) => offer.partner_id === partner_id) ?? null;
}

/** A touch on a tile: the rehearsal when somebody is there, the hours when not, a choice when several bodies are behind it. */
export function after_subject(tile: SubjectTile, interview_id: string): Visit {
  const only = tile.offers[0];
  if (!only || tile.offers.length > 1) return { at: 'bodies', subject: tile.subject };
  return after_offer({ subject: tile.subject, offer_id: only.offer_id }, only, interview_id);
}

export function after_offer(wish: Wish, offer: OfferEntry, interview_id: string): Visit {
  return offer.state === 'open' ? { at: 'rehearsal', wish, interview_id } : { at: 'not_open', wish };
}

/** What the daemon's news mean for the visit. `gone`: an interview whose end the daemon does not know yet. */
export function after_news(visit: Visit, before: Known | null, after: Known | null, gone: string | null): Visit {
  const was = live_interview(before);
  const is = live_interview(after);
  if (is && is.interview_id !== gone) {
    // Another interview begins: the last person's farewell gives way.
    return is.interview_id === was?.interview_id && visit.at === 'farewell' ? visit : at_start;
  }
  if (!was || is || was.interview_id === gone) return visit;
  const ended = after?.interview?.interview_id === was.interview_id ? after.interview : null;
  if (was.state === 'running') return farewell(was.interview_id, ended?.code ?? was.code ?? null, ended?.end_reason ?? null);
  if (was.state === 'calling' || ended?.end_reason === 'withdrawn') return at_start;
  return { at: 'not_reached', wish: wish_of(was, after) };
}

export function farewell(interview_id: string, code: string | null, why: EndReason | null): Visit {
  return { at: 'farewell', interview_id, code, why, counts: null };
}

function wish_of({ subject, partner }: KioskInterview, known: Known | null): Wish | null {
  const rung = tile_of(known, subject)?.offers.find((offer) => offer.acronym === partner.acronym);
  return rung ? { subject, offer_id: rung.offer_id } : null;
}

export type DaemonLink = 'opening' | 'online' | 'lost' | 'ended';

export type Screen =
  | 'opening' | 'out_of_order' | 'pairing' | 'start' | 'bodies' | 'not_open' | 'rehearsal' | 'ringing' | 'called'
  | 'interview' | 'not_reached' | 'farewell';

export interface Situation {
  readonly link: DaemonLink;
  readonly known: Known | null;
  readonly visit: Visit;
  readonly gone: string | null;
}

/** Which screen is shown. A conversation goes on whatever becomes of the daemon. */
export function screen_of({ link, known, visit, gone }: Situation): Screen {
  if (!known) return link === 'ended' ? 'out_of_order' : 'opening';
  const live = live_interview(known);
  const interview = live && live.interview_id !== gone ? live : null;
  if (interview?.state === 'running') return 'interview';
  if (visit.at === 'farewell' && !interview) return 'farewell';
  if (link === 'lost' || link === 'ended') return 'out_of_order';
  if (!known.paired) return 'pairing';
  if (interview?.state === 'calling') return 'called';
  if (interview?.state === 'ringing' || visit.at === 'asking') return 'ringing';
  return visit.at;
}

/** Screens that nobody may stand on for ever: without a touch they go back to the first one. */
export function goes_home_when_idle(screen: Screen): boolean {
  return screen === 'bodies' || screen === 'not_open' || screen === 'rehearsal' || screen === 'not_reached';
}

/** How a tile looks: open when any of its bodies is, else nobody there, else closed until the soonest opening. */
export function tile_state(tile: SubjectTile): { state: OfferEntry['state']; opens_at: number | null } {
  const states = tile.offers.map((offer) => offer.state);
  if (states.includes('open')) return { state: 'open', opens_at: null };
  if (states.includes('nobody_there')) return { state: 'nobody_there', opens_at: null };
  const openings = tile.offers.flatMap((offer) => (offer.opens_at === undefined ? [] : [offer.opens_at]));
  return { state: 'closed', opens_at: openings.length > 0 ? Math.min(...openings) : null };
}
