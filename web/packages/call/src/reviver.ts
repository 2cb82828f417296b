// SPDX-License-Identifier: EUPL-1.2
// Decides, from the time and what was heard, how to bring a lost line back. Pure: the clock is a parameter (ms).

/** 'up', 'soft' = lost for the moment, heals by itself in most cuts of up to 10 s; 'hard' = given up; 'starting' = never up. */
export type LineCondition = 'up' | 'soft' | 'hard' | 'starting';
export type ReviverStep = 'nothing' | 'probe' | 'offer' | 'rebuild';

/** A soft loss is left alone this long before anything is asked. */
const soft_patience_ms = 3000;
/** Signalling works again but media does not yet: media comes back by itself within 0.5 to 2.8 s (measured), so wait. */
const self_healing_ms = 3000;
/** The polite side lets the other begin, so that two restarts do not cross. */
const polite_head_start_ms = 1500;
/** The first offer may simply be on its way; asking costs a message. */
const first_question_ms = 1500;
/** Time between two questions while nobody answers: the second value after `many_questions`. */
const question_every_ms = 1000;
const slow_question_every_ms = 2000;
const many_questions = 10;
/** An ICE restart takes 0.15 to 0.45 s once signalling is back (measured), relays and loss included: 4 s is plenty. */
const attempt_patience_ms = 4000;
/** A first connection also gathers addresses and may try relays one after the other. */
const first_attempt_patience_ms = 7000;
/** After so many restarts in vain, the connection itself is suspect (DTLS, SCTP): begin a new one. */
const restarts_before_rebuild = 3;
/** Nothing for a minute: say so plainly, a human alternative is due. The reviver goes on. */
export const failed_after_ms = 60_000;

export class Reviver {
  private readonly polite: boolean;
  private down_since: number | null = null;
  private asked_at = -Infinity;
  private questions = 0;
  private proven_at = -Infinity;
  private tried_at = -Infinity;
  private tries = 0;
  private forced: 'offer' | 'rebuild' | null = null;

  constructor(polite: boolean) {
    this.polite = polite;
  }

  /** The other page answered a question just now. */
  heard(now: number): void {
    this.proven_at = now;
    this.questions = 0;
  }

  /** A person or a dead channel asks for a new path; done as soon as the other page is known to listen. */
  force(step: 'offer' | 'rebuild'): void {
    this.forced = step;
    this.proven_at = -Infinity;
  }

  /** A new connection was begun (by either side): give it time before the next try. */
  begun(now: number): void {
    this.tried_at = now;
    this.tries = 0;
    this.forced = null;
  }

  failed(now: number): boolean {
    return this.down_since !== null && now - this.down_since >= failed_after_ms;
  }

  /** Called every half second or so. The step it names is taken as done. */
  step(now: number, condition: LineCondition): ReviverStep {
    if (condition === 'up' && this.forced === null) {
      this.down_since = null;
      this.tries = 0;
      this.questions = 0;
      return 'nothing';
    }
    this.down_since ??= now;
    const down_ms = now - this.down_since;
    if (this.forced === null && condition === 'soft' && down_ms < soft_patience_ms) return 'nothing';
    if (condition === 'starting' && down_ms < first_question_ms) return 'nothing';
    const patience = condition === 'starting' ? first_attempt_patience_ms : attempt_patience_ms;
    if (this.forced === null && now - this.tried_at < patience) return 'nothing';
    return this.listens(now) ? this.attempt(now, condition) : this.question(now);
  }

  /** The other page answered since the last try and since the line went down. */
  private listens(now: number): boolean {
    const since = Math.max(this.down_since ?? now, this.tried_at);
    return this.proven_at >= since;
  }

  private question(now: number): ReviverStep {
    const every = this.questions >= many_questions ? slow_question_every_ms : question_every_ms;
    if (now - this.asked_at < every) return 'nothing';
    this.asked_at = now;
    this.questions += 1;
    return 'probe';
  }

  private attempt(now: number, condition: LineCondition): ReviverStep {
    const waited = now - this.proven_at;
    const healing = this.forced === null && condition === 'soft' && this.tries === 0 ? self_healing_ms : 0;
    const head_start = this.forced === null && this.polite && condition !== 'starting' ? polite_head_start_ms : 0;
    if (waited < healing + head_start) return 'nothing';
    const step = this.forced ?? (this.tries >= restarts_before_rebuild ? 'rebuild' : 'offer');
    this.tried_at = now;
    this.tries = step === 'rebuild' ? 0 : this.tries + 1;
    this.forced = null;
    return step;
  }
}
