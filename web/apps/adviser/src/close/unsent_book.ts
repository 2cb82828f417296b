// SPDX-License-Identifier: EUPL-1.2
// What an adviser wrote and ended while the server or the line was away. It stays on this computer, under the account
// that wrote it, until the server has taken it; each thing is told until it is answered, and the server does it once.
import { new_ulid, type Problem, type Result } from '@parvis/api';
import type { AdviserInterview } from '../console_model.ts';
import type { OutcomeForm } from './outcome_model.ts';

export interface Unsent {
  readonly interview_id: string;
  /** Where it was held: how the adviser recognises it; no kiosk has a name at home. */
  readonly site_name: string;
  readonly kiosk_name: string;
  /** As the server takes it; its words are somebody's affairs. */
  readonly outcome: OutcomeForm | null;
  readonly written_at: number | null;
  readonly ended_at: number | null;
  /** The server will not take it: only a person can go on. */
  readonly problem: Problem | null;
}

type HeldInterview = Pick<AdviserInterview, 'interview_id' | 'site_name' | 'kiosk_name'>;

/** How the book reaches the server; both may be repeated. */
export interface Door {
  save_outcome(interview_id: string, form: OutcomeForm): Promise<Result<unknown>>;
  end_interview(interview_id: string, waited_ms: number): Promise<Result<unknown>>;
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The server takes nothing older, and these words must not lie about for longer. */
const longest_wait_ms = 8 * 24 * 3_600_000;

export class UnsentBook {
  private readonly shelf_: Shelf;
  private readonly key_: string;
  private readonly door_: Door;
  private readonly now_: () => number;
  private readonly listeners_ = new Set<() => void>();
  private readonly ended_here_ = new Set<string>();
  private entries_: readonly Unsent[];
  private sending_: Promise<void> = Promise.resolve();

  constructor(account_id: string, door: Door, shelf: Shelf = localStorage, now: () => number = Date.now) {
    this.shelf_ = shelf;
    this.key_ = `parvis.unsent.${account_id}`;
    this.door_ = door;
    this.now_ = now;
    this.entries_ = this.read();
  }

  readonly entries = (): readonly Unsent[] => this.entries_;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners_.add(listener);
    return () => this.listeners_.delete(listener);
  };

  entry(interview_id: string): Unsent | null {
    return this.entries_.find((one) => one.interview_id === interview_id) ?? null;
  }

  /** This page has said goodbye, whatever the server knows of it yet. */
  is_ended(interview_id: string): boolean {
    return this.ended_here_.has(interview_id) || (this.entry(interview_id)?.ended_at ?? null) !== null;
  }

  write_outcome(interview: HeldInterview, form: OutcomeForm): void {
    this.put(interview, { outcome: { ...form, outcome_id: new_ulid() }, written_at: this.now_(), problem: null });
  }

  write_end(interview: HeldInterview): void {
    this.ended_here_.add(interview.interview_id);
    this.put(interview, { ended_at: this.now_() });
  }

  forget(interview_id: string): void {
    this.keep(this.entries_.filter((one) => one.interview_id !== interview_id));
  }

  /** Tells the server all that it does not know yet, one after the other; what cannot be told now stays. */
  send(): Promise<void> {
    this.sending_ = this.sending_.then(async () => {
      for (const { interview_id } of this.entries_) await this.send_one(interview_id);
    });
    return this.sending_;
  }

  private async send_one(interview_id: string): Promise<void> {
    const { outcome, written_at, problem } = this.entry(interview_id) ?? {};
    if (outcome && !problem) {
      const done = await this.door_.save_outcome(interview_id, { ...outcome, waited_ms: this.waited(written_at) });
      // Corrected meanwhile: the newer words are still to be told.
      const same = this.entry(interview_id)?.outcome?.outcome_id === outcome.outcome_id;
      if (same && done.ok) this.change(interview_id, { outcome: null, written_at: null });
      else if (same && !done.ok && !is_passing(done.error)) this.change(interview_id, { problem: done.error });
    }
    const ended_at = this.entry(interview_id)?.ended_at ?? null;
    if (ended_at !== null) {
      const done = await this.door_.end_interview(interview_id, this.waited(ended_at));
      if (done.ok || !is_passing(done.error)) this.change(interview_id, { ended_at: null });
    }
  }

  private waited(since: number | null | undefined): number {
    return Math.max(0, this.now_() - (since ?? this.now_()));
  }

  private put({ interview_id, site_name, kiosk_name }: HeldInterview, change: Partial<Unsent>): void {
    const before = this.entry(interview_id) ?? { interview_id, site_name, kiosk_name, outcome: null, written_at: null, ended_at: null, problem: null };
    const others = this.entries_.filter((one) => one.interview_id !== interview_id);
    this.keep([...others, { ...before, ...change }]);
  }

  private change(interview_id: string, change: Partial<Unsent>): void {
    this.keep(
      this.entries_
        .map((one) => (one.interview_id === interview_id ? { ...one, ...change } : one))
        .filter((one) => one.outcome !== null || one.ended_at !== null),
    );
  }

  private keep(entries: readonly Unsent[]): void {
    this.entries_ = entries;
    try {
      if (entries.length === 0) this.shelf_.removeItem(this.key_);
      else this.shelf_.setItem(this.key_, JSON.stringify(entries));
    } catch {
      // A browser that keeps nothing: it lives as long as this page, which warns before it is closed.
    }
    for (const listener of this.listeners_) listener();
  }

  private read(): readonly Unsent[] {
    try {
      const kept = JSON.parse(this.shelf_.getItem(this.key_) ?? '[]') as Unsent[];
      const oldest = this.now_() - longest_wait_ms;
      return kept.filter((one) => (one.ended_at ?? one.written_at ?? 0) > oldest);
    } catch {
      return [];
    }
  }
}

/** Worth telling again: nobody answered, or the answer was not about what was told. */
function is_passing({ code, reason }: Problem): boolean {
  return ['unavailable', 'timeout', 'rate_limited', 'unauthenticated'].includes(code) || reason === 'interview_changed';
}
