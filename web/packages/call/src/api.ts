// SPDX-License-Identifier: EUPL-1.2
// What the pages see of a call. One `Call` is one conversation with one other page; it may use several peer
// connections one after the other (the other page was reloaded, the line was lost for good) without the page noticing
// more than the states below. Everything runs on the page's main thread; nothing here throws for a bad line or a bad peer.
import type { CameraState, IgnoredMessage, MessageOf, ReceivedBy, SentBy, Side } from './control.ts';
import type { Signal } from './signal.ts';

/**
 * idle -> connecting -> connected -> interrupted -> reconnected -> interrupted ... ; `failed` when nothing passed for
 * 60 s (the call goes on trying and may still become reconnected or connected); `closed` is the end.
 */
export type CallState = 'idle' | 'connecting' | 'connected' | 'interrupted' | 'reconnected' | 'failed' | 'closed';

export type QualityLevel = 'good' | 'weak' | 'poor' | 'audio_only';

/** Measured over the last two seconds; null where nothing was measured yet. Ratios in 0..1, rates in bit/s, times in ms. */
export type LineFigures = {
  round_trip_ms: number | null;
  available_bps: number | null;
  sent: { fps: number | null; width: number | null; height: number | null; video_bps: number; audio_bps: number;
          limited_by: 'none' | 'cpu' | 'bandwidth' | 'other'; lost: number | null };
  received: { fps: number | null; width: number | null; height: number | null; video_bps: number; audio_bps: number;
              video_lost: number; audio_lost: number; audio_concealed: number };
  /** What the other page says about what it receives from us; null before its first report. */
  seen_by_peer: { audio_lost: number; audio_concealed: number; video_fps: number; video_lost: number } | null;
  relayed: boolean | null;
};
/** `level` holds for both directions together; `own_video` says whether the line lets our camera through. */
export type Quality = { level: QualityLevel; own_video: 'sent' | 'paused_for_line'; rung: number; figures: LineFigures };

export type CallOptions<S extends Side> = {
  side: S;
  /** Exactly one of the two pages is polite (the kiosk). The impolite one (the adviser) makes the first offer. */
  polite: boolean;
  /** Carries a signal to the other page by the server. Called while the server is away too: drop or queue, both are safe. */
  send_signal: (signal: Signal) => void;
  ice_servers: RTCIceServer[];
  /** Never reveal this side's address to the other: candidates of the relay only. */
  relay_only?: boolean;
  /** Tracks to send; null = none now. They can be changed at any time without a new negotiation. */
  audio?: MediaStreamTrack | null;
  video?: MediaStreamTrack | null;
};

export type CallEvents<S extends Side> = {
  state: CallState;
  /** Every 2 s while connected. */
  quality: Quality;
  /** The other page was loaded anew: it has forgotten everything. `unheard` are our messages that it never confirmed. */
  peer_replaced: { unheard: SentBy<S>[] };
  /** The camera or microphone of the other side, as it says. */
  peer_media: { camera: CameraState; microphone: 'on' | 'muted' | 'none' };
  /** Short words for logs, no personal data: "ice restart", "answer to an old offer ignored"... */
  trace: string;
};

export interface Call<S extends Side> {
  readonly state: CallState;
  readonly quality: Quality | null;
  /** Always the same object: give it to one <video> once. Tracks inside are replaced when the line is rebuilt. */
  readonly remote_stream: MediaStream;
  readonly control: ControlLine<S>;
  readonly papers: PaperLine;
  on<Name extends keyof CallEvents<S>>(name: Name, listener: (value: CallEvents<S>[Name]) => void): () => void;
  /** Gathers addresses ahead of time (while it rings): nothing is sent before start(). Optional. */
  prepare(): void;
  start(): void;
  /** Any value that arrived from the other page by the server. What is no signal is ignored (event `trace`). */
  receive_signal(signal: unknown): void;
  set_audio(track: MediaStreamTrack | null): void;
  set_video(track: MediaStreamTrack | null): void;
  /** Mutes without stopping the device, and tells the other side. */
  mute(what: 'audio' | 'video', muted: boolean): void;
  /** New TURN credentials; used at once for new candidates and by the next restart. */
  set_ice_servers(servers: RTCIceServer[]): void;
  /** Asks for a new path now (the user pressed "try again"). */
  restart(): void;
  /** For diagnostics and tests only. */
  peer_connection(): RTCPeerConnection | null;
  /** Ends the call for good: closes the connection, says so to the other page. Tracks that were given in are not stopped. */
  close(): void;
}

export type ControlLineEvents<S extends Side> = {
  message: ReceivedBy<S>;
  ignored: IgnoredMessage;
  /** True when the channel is open now. */
  open: boolean;
};
export interface ControlLine<S extends Side> {
  readonly open: boolean;
  /**
   * Sends in order, exactly once as long as both pages live, across reconnections: what is not confirmed is kept (at
   * most 512 messages) and sent again. `full` means that it was not taken.
   */
  send(message: SentBy<S>): 'sent' | 'kept' | 'full' | 'too_long' | 'closed';
  on<Name extends keyof ControlLineEvents<S>>(name: Name, listener: (value: ControlLineEvents<S>[Name]) => void): () => void;
  /** Listener for one type of message, e.g. `control.when('scan', scan => ...)`. */
  when<T extends ReceivedBy<S>['type']>(type: T, listener: (message: MessageOf<ReceivedBy<S>, T>) => void): () => void;
}

/** 64 MiB: a 600 dpi A4 colour page as JPEG is about 10 MiB; more than this is no paper and would not fit the kiosk's memory. */
export const largest_paper_bytes = 64 * 1024 * 1024;

export type PaperToSend = {
  transfer_id: string; name: string; media_type: string; bytes: ArrayBuffer | Uint8Array<ArrayBuffer> | Blob;
  /** What the other side may show until the paper is whole: `data:image/jpeg;base64,...`. Longer than 16 KiB it is left out. */
  small_picture?: string | undefined;
};
export type PaperOutcome =
  | { outcome: 'received' }
  | { outcome: 'cancelled'; by: 'sender' | 'receiver' }
  | { outcome: 'failed'; reason: 'too_large' | 'empty' | 'refused' | 'damaged' | 'wiped' | 'peer_replaced' | 'name_invalid' | 'closed' };
export type OutgoingPaper = {
  readonly transfer_id: string;
  readonly done: Promise<PaperOutcome>;
  cancel(): void;
};
export type PaperProgress = { transfer_id: string; direction: 'out' | 'in'; bytes: number; of_bytes: number };
export type ReceivedPaper = { transfer_id: string; name: string; media_type: string; content: Uint8Array<ArrayBuffer> };
export type PaperLineEvents = {
  announced: { transfer_id: string; name: string; media_type: string; of_bytes: number; small_picture?: string | undefined };
  /** At most ten times a second per paper, and once at the end. */
  progress: PaperProgress;
  /** A whole paper whose checksum was equal. The page now holds it; the line keeps no copy. */
  received: ReceivedPaper;
  incoming_failed: { transfer_id: string; reason: 'cancelled' | 'damaged' | 'peer_replaced' | 'wiped' | 'refused' };
};
export type PaperWipe = { outgoing: number; incoming: number; bytes: number };
export interface PaperLine {
  /** Queued in order, one at a time; survives interruptions and continues where the receiver stopped. */
  send(paper: PaperToSend): OutgoingPaper;
  cancel_incoming(transfer_id: string): void;
  on<Name extends keyof PaperLineEvents>(name: Name, listener: (value: PaperLineEvents[Name]) => void): () => void;
  /** bit/s that papers may use now; null = not limited. */
  readonly limit_bps: number | null;
  /** Drops every buffer of papers on their way, both directions, and says how much that was. */
  wipe(): PaperWipe;
}
