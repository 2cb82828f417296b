// SPDX-License-Identifier: EUPL-1.2
import { failure, read_problem, success, type Problem, type Result } from './result.ts';
import type { LinkMessage } from './link_messages.ts';

interface Pending {
  readonly frame: string;
  readonly settle: (result: Result<unknown>) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Commands that wait for their answer, in the order in which they were given. */
export class CommandBook {
  private readonly pending_ = new Map<string, Pending>();

  /** Keeps `frame` until it is answered, refused, or `patience_ms` have passed. The same id joins the command under way. */
  add(id: string, frame: string, patience_ms: number): Promise<Result<unknown>> {
    return new Promise((settle) => {
      const earlier = this.pending_.get(id);
      const timer =
        earlier?.timer ?? setTimeout(() => this.settle(id, failure('timeout', 'no_answer')), patience_ms);
      const tell_all = earlier
        ? (result: Result<unknown>) => {
            earlier.settle(result);
            settle(result);
          }
        : settle;
      this.pending_.set(id, { frame: earlier?.frame ?? frame, settle: tell_all, timer });
    });
  }

  /** The frames to send again over a new socket. */
  unanswered(): string[] {
    return [...this.pending_.values()].map((pending) => pending.frame);
  }

  /** Takes `done` and `refused`; true when the message was one of them. Answers to forgotten commands are dropped. */
  answer(message: LinkMessage): boolean {
    if (message.type !== 'done' && message.type !== 'refused') return false;
    const id = typeof message['id'] === 'string' ? message['id'] : '';
    this.settle(
      id,
      message.type === 'done' ? success(message['result']) : { ok: false, error: read_problem(message['problem']) },
    );
    return true;
  }

  fail_all(error: Problem): void {
    for (const id of [...this.pending_.keys()]) this.settle(id, { ok: false, error });
  }

  private settle(id: string, result: Result<unknown>): void {
    const pending = this.pending_.get(id);
    if (!pending) return;
    this.pending_.delete(id);
    clearTimeout(pending.timer);
    pending.settle(result);
  }
}
