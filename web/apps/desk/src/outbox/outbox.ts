// SPDX-License-Identifier: EUPL-1.2
// Writes down each deed of the desk before anybody is told of it, and tells the server until it has answered.
import type { Problem, Result } from '@parvis/api';
import { answered, is_passing, next_to_tell, settled, telling, type Confirmed, type Entry, type Telling } from './outbox_model.ts';

/** Where entries outlive the page. `all` gives them in the order in which they happened. */
export interface Shelf {
  all(): Promise<readonly Entry[]>;
  put(entry: Entry): Promise<void>;
  remove(entry_ids: readonly string[]): Promise<void>;
}

export interface OutboxParts {
  shelf: Shelf;
  tell(what: Telling): Promise<Result<Confirmed>>;
  /** One page of this browser at a time. */
  alone<Value>(work: () => Promise<Value>): Promise<Value>;
  /** How long somebody at the desk waits for the server before it goes on without. */
  patience_ms: number;
}

/** told: the server did it; kept: it is written down here and told later; refused: nothing was done. */
export type Outcome =
  | { readonly kind: 'told'; readonly answer: Confirmed }
  | { readonly kind: 'kept'; readonly entry: Entry }
  | { readonly kind: 'refused'; readonly problem: Problem };

type Heard = Result<Confirmed> | null;

export class Outbox {
  private readonly parts_: OutboxParts;
  private readonly listeners_ = new Set<() => void>();
  private readonly waiting_ = new Map<string, (heard: Heard) => void>();
  private sites_: ReadonlySet<string> = new Set();
  private entries_: readonly Entry[] = [];
  private telling_: Promise<void> | null = null;
  private again_ = false;

  constructor(parts: OutboxParts) {
    this.parts_ = parts;
  }

  readonly entries = (): readonly Entry[] => this.entries_;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners_.add(listener);
    return () => this.listeners_.delete(listener);
  };

  /** Whose deeds may be told: the sites of the account at work. Those of others wait for their own mediator. */
  async serve(sites: readonly string[]): Promise<void> {
    this.sites_ = new Set(sites);
    await this.look();
  }

  /** `promise` makes of the entry what the person is told when the server does not answer in time. */
  async submit(entry: Entry, promise: (entry: Entry) => Entry): Promise<Outcome> {
    await this.parts_.shelf.put(entry);
    const hearing = new Promise<Heard>((resolve) => {
      this.waiting_.set(entry.entry_id, resolve);
      setTimeout(() => resolve(null), this.parts_.patience_ms);
    });
    void this.tell_all();
    const heard = await hearing;
    this.waiting_.delete(entry.entry_id);
    if (heard?.ok) return { kind: 'told', answer: heard.value };
    if (heard !== null && !is_passing(heard.error)) return { kind: 'refused', problem: heard.error };
    const kept = promise(entry);
    // Should it have been done meanwhile, it is told once more and answered alike: what differs is then seen.
    await this.parts_.shelf.put(kept);
    await this.look();
    return { kind: 'kept', entry: kept };
  }

  /** A person has seen to what was refused or came out otherwise. */
  async settle(entry_id: string): Promise<void> {
    const { dropped } = settled(await this.parts_.shelf.all(), entry_id);
    await this.parts_.shelf.remove(dropped);
    await this.tell_all();
  }

  /** Tells all that can be told now, the oldest first. */
  async tell_all(): Promise<void> {
    this.again_ = true;
    this.telling_ ??= this.parts_.alone(() => this.tell_in_turn()).finally(() => {
      this.telling_ = null;
    });
    await this.telling_;
  }

  private async tell_in_turn(): Promise<void> {
    while (this.again_) {
      this.again_ = false;
      await this.look();
      const entry = next_to_tell(this.entries_.filter((one) => this.sites_.has(one.site_id)));
      if (entry === null) continue;
      const answer = await this.parts_.tell(telling(entry));
      if (!answer.ok && is_passing(answer.error)) {
        for (const resolve of this.waiting_.values()) resolve(answer);
        await this.look();
        return;
      }
      await this.apply(entry.entry_id, answer);
      this.again_ = true;
    }
  }

  private async apply(entry_id: string, answer: Result<Confirmed>): Promise<void> {
    const waiting = this.waiting_.get(entry_id);
    const before = await this.parts_.shelf.all();
    const after = answered(before, entry_id, answer);
    const stays = after.find((one) => one.entry_id === entry_id);
    // Who stands at the desk reads the refusal at once and goes on from there.
    if (stays === undefined || (waiting !== undefined && !answer.ok)) await this.parts_.shelf.remove([entry_id]);
    else await this.parts_.shelf.put(stays);
    waiting?.(answer);
    await this.look();
  }

  private async look(): Promise<void> {
    this.entries_ = await this.parts_.shelf.all();
    for (const listener of this.listeners_) listener();
  }
}
