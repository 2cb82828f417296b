// SPDX-License-Identifier: EUPL-1.2
import { new_id } from './ids.ts';
import type { SignalBody } from './signal.ts';

/** Candidates that came before their description; far more than two pages ever have. */
const most_waiting_candidates = 256;

export type NegotiationOptions = {
  peer_connection: RTCPeerConnection;
  polite: boolean;
  send: (body: SignalBody) => void;
  /** Called once, between the first offer of the other side and our answer: the moment to give tracks to its media. */
  before_first_answer: () => void;
  trace: (words: string) => void;
};

/**
 * Offers and answers of one peer connection. Perfect negotiation with one addition: every offer has an id, answers and
 * candidates name it, and what belongs to another offer than the one of now is ignored. Steps run one after another, so
 * a late answer never meets a connection in the wrong state.
 */
export class Negotiation {
  private readonly options: NegotiationOptions;
  private steps: Promise<void> = Promise.resolve();
  private pending: { offer_id: string; first: boolean } | null = null;
  /** The offer that our own candidates of now belong to. */
  private own_offer_id: string | null = null;
  private peer_offer_id: string | null = null;
  private answered: { offer_id: string; sdp: string } | null = null;
  private refused_offer_id: string | null = null;
  private waiting: { offer_id: string; candidate: RTCIceCandidateInit }[] = [];
  private ended = false;

  constructor(options: NegotiationOptions) {
    this.options = options;
    options.peer_connection.addEventListener('icecandidate', ({ candidate }) => this.send_candidate(candidate));
  }

  get awaits_answer(): boolean {
    return this.pending !== null;
  }

  end(): void {
    this.ended = true;
  }

  /** Makes and sends an offer; one that still waits for its answer is taken back first. */
  offer(ice_restart: boolean): Promise<void> {
    return this.step('offer', async (connection) => {
      if (connection.signalingState === 'have-local-offer') await connection.setLocalDescription({ type: 'rollback' });
      if (connection.signalingState !== 'stable') return;
      const first = connection.remoteDescription === null;
      const offer = await connection.createOffer({ iceRestart: ice_restart });
      const offer_id = new_id();
      this.pending = { offer_id, first };
      this.own_offer_id = offer_id;
      await connection.setLocalDescription(offer);
      this.options.send({ type: 'offer', offer_id, sdp: offer.sdp ?? '' });
    });
  }

  /** Sends the first offer again, with all addresses found so far: the other page may have missed it. */
  repeat_first_offer(): Promise<void> {
    return this.step('repeat offer', async (connection) => {
      const sdp = connection.localDescription?.sdp;
      if (this.pending?.first && sdp !== undefined) this.options.send({ type: 'offer', offer_id: this.pending.offer_id, sdp });
    });
  }

  receive(body: SignalBody): Promise<void> {
    if (body.type === 'offer') return this.step('their offer', (connection) => this.take_offer(connection, body));
    if (body.type === 'answer') return this.step('their answer', (connection) => this.take_answer(connection, body));
    if (body.type !== 'candidate') return Promise.resolve();
    const candidate = { candidate: body.candidate, sdpMid: body.sdp_mid, sdpMLineIndex: body.sdp_m_line_index };
    return this.step('candidate', (connection) => this.take_candidate(connection, body.offer_id, candidate));
  }

  private step(words: string, work: (connection: RTCPeerConnection) => Promise<void>): Promise<void> {
    const done = this.steps.then(async () => {
      if (this.ended || this.options.peer_connection.signalingState === 'closed') return;
      await work(this.options.peer_connection);
    });
    // A step that failed (a description that the browser refuses) must not stop the next one: the restart recovers it.
    this.steps = done.catch((error: unknown) => {
      this.options.trace(`${words}: ${error instanceof Error ? error.message : 'failed'}`);
    });
    return this.steps;
  }

  private async take_offer(connection: RTCPeerConnection, offer: { offer_id: string; sdp: string }): Promise<void> {
    if (offer.offer_id === this.answered?.offer_id) {
      this.options.send({ type: 'answer', ...this.answered });
      return;
    }
    if (this.pending !== null && !this.options.polite) {
      this.refused_offer_id = offer.offer_id;
      this.options.trace('offer ignored: ours comes first');
      return;
    }
    const first = connection.remoteDescription === null;
    this.pending = null;
    await connection.setRemoteDescription({ type: 'offer', sdp: offer.sdp });
    if (first) this.options.before_first_answer();
    this.own_offer_id = offer.offer_id;
    const answer = await connection.createAnswer();
    await connection.setLocalDescription(answer);
    this.answered = { offer_id: offer.offer_id, sdp: answer.sdp ?? '' };
    this.options.send({ type: 'answer', ...this.answered });
    await this.use_waiting(connection, offer.offer_id);
  }

  private async take_answer(connection: RTCPeerConnection, answer: { offer_id: string; sdp: string }): Promise<void> {
    if (answer.offer_id !== this.pending?.offer_id || connection.signalingState !== 'have-local-offer') {
      this.options.trace('answer to an old offer ignored');
      return;
    }
    this.pending = null;
    await connection.setRemoteDescription({ type: 'answer', sdp: answer.sdp });
    await this.use_waiting(connection, answer.offer_id);
  }

  private async take_candidate(connection: RTCPeerConnection, offer_id: string, candidate: RTCIceCandidateInit): Promise<void> {
    if (offer_id === this.refused_offer_id) return;
    if (offer_id === this.peer_offer_id) return this.use_candidate(connection, candidate);
    this.waiting.push({ offer_id, candidate });
    if (this.waiting.length > most_waiting_candidates) this.waiting.shift();
  }

  private async use_waiting(connection: RTCPeerConnection, offer_id: string): Promise<void> {
    this.peer_offer_id = offer_id;
    const ready = this.waiting.filter((item) => item.offer_id === offer_id);
    this.waiting = [];
    for (const { candidate } of ready) await this.use_candidate(connection, candidate);
  }

  private async use_candidate(connection: RTCPeerConnection, candidate: RTCIceCandidateInit): Promise<void> {
    try {
      await connection.addIceCandidate(candidate);
    } catch (error) {
      // One address that this browser cannot use (mDNS off, unknown transport) leaves the others.
      this.options.trace(`candidate: ${error instanceof Error ? error.message : 'refused'}`);
    }
  }

  private send_candidate(candidate: RTCIceCandidate | null): void {
    if (this.ended || candidate === null || candidate.candidate === '' || this.own_offer_id === null) return;
    this.options.send({
      type: 'candidate', offer_id: this.own_offer_id, candidate: candidate.candidate,
      sdp_mid: candidate.sdpMid, sdp_m_line_index: candidate.sdpMLineIndex,
    });
  }
}
