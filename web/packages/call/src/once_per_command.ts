// SPDX-License-Identifier: EUPL-1.2

/** More commands than one interview ever has; older ones are forgotten first. */
const remembered_commands = 1024;

/**
 * Lets each command through once. A command may arrive twice: sent again after the line was rebuilt, or by an adviser's
 * page that was reloaded and repeats what it saw unanswered. The answers given so far are kept, so that a repeated
 * command is answered again instead of being done again.
 */
export class OncePerCommand<Answer> {
  private answers = new Map<string, Answer[]>();

  /** `new` the first time, otherwise the answers recorded so far (send them again). */
  begin(command_id: string): 'new' | readonly Answer[] {
    const known = this.answers.get(command_id);
    if (known !== undefined) return known;
    this.answers.set(command_id, []);
    if (this.answers.size > remembered_commands) {
      const oldest = this.answers.keys().next();
      if (!oldest.done) this.answers.delete(oldest.value);
    }
    return 'new';
  }

  /** Remembers an answer of a command that was begun; a command never begun, or forgotten, is left alone. */
  record(command_id: string, answer: Answer): void {
    this.answers.get(command_id)?.push(answer);
  }

  /** Forgets everything, for the next citizen. */
  forget(): number {
    const known = this.answers.size;
    this.answers.clear();
    return known;
  }
}
