// SPDX-License-Identifier: EUPL-1.2
import { new_id } from './ids.ts';
import type { SignalHead } from './signal.ts';

/** What a signal means for the peer connection of now. */
export type PairingVerdict =
  /** Belongs to the connection of now. */
  | 'current'
  /** First word of the other page: still the connection of now. */
  | 'met'
  /** The same page began a new connection: begin one too. */
  | 'next_round'
  /** The other page was loaded anew: begin a new connection and forget what the old page knew. */
  | 'replaced'
  /** The same page, but of a connection that we have left behind. */
  | 'behind'
  /** For or from a page load that is gone. */
  | 'not_ours';

/** Older page loads than this are no longer recognised; a page is not reloaded that often in one call. */
const remembered_loads = 64;

/** Which two page loads talk to each other, and which peer connection between them is the one of now. */
export class Pairing {
  readonly session = new_id();
  peer_session: string | null = null;
  round = 0;
  private gone = new Set<string>();

  head(): SignalHead {
    return { session: this.session, peer_session: this.peer_session, round: this.round };
  }

  next_round(): void {
    this.round += 1;
  }

  receive(head: SignalHead): PairingVerdict {
    if (head.session === this.session || this.gone.has(head.session)) return 'not_ours';
    if (head.peer_session !== null && head.peer_session !== this.session) return 'not_ours';
    if (this.peer_session !== head.session) return this.meet(head);
    if (head.round < this.round) return 'behind';
    if (head.round === this.round) return 'current';
    this.round = head.round;
    return 'next_round';
  }

  private meet(head: SignalHead): PairingVerdict {
    const before = this.peer_session;
    this.peer_session = head.session;
    if (before === null) {
      if (head.round > this.round) {
        this.round = head.round;
        return 'next_round';
      }
      return head.round < this.round ? 'behind' : 'met';
    }
    this.gone.add(before);
    if (this.gone.size > remembered_loads) this.gone.delete([...this.gone][0] ?? '');
    this.round = head.round;
    return 'replaced';
  }
}
