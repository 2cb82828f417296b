// SPDX-License-Identifier: EUPL-1.2
import type { MediaSender } from './media.ts';
import { Negotiation } from './negotiation.ts';
import type { LineCondition } from './reviver.ts';
import type { SignalBody } from './signal.ts';

/** Negotiated channel numbers: both pages make the same three, so no channel is ever announced. */
const control_channel_id = 0;
const papers_channel_id = 1;
const pulse_channel_id = 2;

export type PeerLinkOptions = {
  configuration: RTCConfiguration;
  polite: boolean;
  media: MediaSender;
  send: (body: SignalBody) => void;
  on_change: () => void;
  on_track: (track: MediaStreamTrack) => void;
  /** A channel ended although the connection lives: only a new connection brings it back. */
  on_channel_lost: () => void;
  trace: (words: string) => void;
};

/** One RTCPeerConnection with its negotiation and channels. Thrown away as a whole when a new one is needed. */
export class PeerLink {
  readonly connection: RTCPeerConnection;
  readonly negotiation: Negotiation;
  readonly control: RTCDataChannel;
  readonly papers: RTCDataChannel;
  readonly pulse: RTCDataChannel;
  private readonly options: PeerLinkOptions;
  private was_up = false;
  private closed = false;

  constructor(options: PeerLinkOptions) {
    this.options = options;
    this.connection = new RTCPeerConnection(options.configuration);
    this.control = this.connection.createDataChannel('control', { negotiated: true, id: control_channel_id, ordered: true });
    this.papers = this.connection.createDataChannel('papers', { negotiated: true, id: papers_channel_id, ordered: true });
    this.pulse = this.connection.createDataChannel('pulse', { negotiated: true, id: pulse_channel_id, ordered: false, maxRetransmits: 0 });
    this.papers.binaryType = 'arraybuffer';
    this.negotiation = new Negotiation({
      peer_connection: this.connection,
      polite: options.polite,
      send: options.send,
      before_first_answer: () => options.media.answer_media(this.connection),
      trace: options.trace,
    });
    for (const channel of [this.control, this.papers, this.pulse]) {
      channel.addEventListener('close', () => {
        if (!this.closed) options.on_channel_lost();
      });
    }
    this.connection.addEventListener('connectionstatechange', () => this.changed());
    this.connection.addEventListener('track', ({ track }) => options.on_track(track));
  }

  /** The impolite side's first words. */
  offer_first(): void {
    this.options.media.offer_media(this.connection);
    void this.negotiation.offer(false);
  }

  /** Tries to get media through again: the first offer once more, or an ICE restart. */
  try_again(): void {
    if (this.connection.remoteDescription !== null) void this.negotiation.offer(true);
    else if (!this.options.polite) void this.negotiation.repeat_first_offer();
  }

  condition(): LineCondition {
    const state = this.connection.connectionState;
    if (state === 'connected') return 'up';
    if (state === 'failed' || state === 'closed') return 'hard';
    if (!this.was_up) return 'starting';
    return state === 'disconnected' ? 'soft' : 'hard';
  }

  close(): void {
    this.closed = true;
    this.negotiation.end();
    this.connection.close();
  }

  private changed(): void {
    if (this.closed) return;
    this.options.trace(`connection ${this.connection.connectionState}`);
    if (this.connection.connectionState === 'connected') {
      this.was_up = true;
      this.options.media.apply();
    }
    this.options.on_change();
  }
}
