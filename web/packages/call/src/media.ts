// SPDX-License-Identifier: EUPL-1.2
import { rungs } from './descent.ts';

const most_fps = 30;
/**
 * How small the first pictures are. Before it knows the line, Chromium expects 300 kbit/s and throws away the first
 * pictures that are larger than 640x480: those of a 720p camera come a quarter of a second later (measured).
 */
const opening_height = 360;
/** The first look at a line comes with its first packets; at the second, two seconds later, it is known. */
const opening_looks = 2;

type Wanted = { audio: MediaStreamTrack | null; video: MediaStreamTrack | null; audio_muted: boolean; video_muted: boolean };

/**
 * The tracks that one peer connection sends. Tracks are exchanged without a new negotiation; a muted track stays open
 * at the device but sends nothing of it.
 */
export class MediaSender {
  private readonly wanted: Wanted = { audio: null, video: null, audio_muted: false, video_muted: false };
  private senders: { audio: RTCRtpSender | null; video: RTCRtpSender | null } = { audio: null, video: null };
  private rung = 0;
  private ceiling_bps: number | null = null;
  private looks = 0;

  /** The side that offers first brings the two media lines. */
  offer_media(connection: RTCPeerConnection): void {
    for (const kind of ['audio', 'video'] as const) {
      const sendEncodings = kind === 'video' ? [this.video_encoding()] : [{}];
      const transceiver = connection.addTransceiver(kind, { direction: 'sendrecv', sendEncodings });
      this.prefer_redundant_speech(transceiver, kind);
      this.senders[kind] = transceiver.sender;
    }
    this.apply();
  }

  /** The connection is gone; the tracks stay for the next one. */
  forget_connection(): void {
    this.senders = { audio: null, video: null };
    this.looks = 0;
  }

  /** The side that answers first gives its tracks to the media lines of the offer. */
  answer_media(connection: RTCPeerConnection): void {
    for (const transceiver of connection.getTransceivers()) {
      const kind = transceiver.receiver.track.kind;
      if (kind !== 'audio' && kind !== 'video') continue;
      transceiver.direction = 'sendrecv';
      this.prefer_redundant_speech(transceiver, kind);
      this.senders[kind] = transceiver.sender;
    }
    this.apply();
  }

  set(kind: 'audio' | 'video', track: MediaStreamTrack | null): void {
    this.wanted[kind] = track;
    this.apply();
  }

  mute(kind: 'audio' | 'video', muted: boolean): void {
    this.wanted[`${kind}_muted`] = muted;
    this.apply();
  }

  /** What the line allows, after each look at it: an index of `rungs`, and a lower ceiling while papers wait on a thin line (null = none). */
  allow(rung: number, ceiling_bps: number | null): void {
    this.looks += 1;
    if (this.looks !== opening_looks && rung === this.rung && ceiling_bps === this.ceiling_bps) return;
    this.rung = rung;
    this.ceiling_bps = ceiling_bps;
    this.apply();
  }

  state(): { camera: 'on' | 'muted' | 'none' | 'paused_for_line'; microphone: 'on' | 'muted' | 'none' } {
    const { audio, video, audio_muted, video_muted } = this.wanted;
    const paused = rungs[this.rung] === 'audio_only';
    return {
      camera: video === null ? 'none' : video_muted ? 'muted' : paused ? 'paused_for_line' : 'on',
      microphone: audio === null ? 'none' : audio_muted ? 'muted' : 'on',
    };
  }

  /** Called after each negotiation too: before it, the browser has no encodings to set. */
  apply(): void {
    this.give(this.senders.audio, this.wanted.audio_muted ? null : this.wanted.audio);
    this.give(this.senders.video, this.wanted.video_muted ? null : this.wanted.video);
    if (this.wanted.video !== null) this.wanted.video.contentHint = 'motion';
    this.favour_audio();
    this.limit_video();
  }

  private give(sender: RTCRtpSender | null, track: MediaStreamTrack | null): void {
    if (sender === null || sender.track === track) return;
    void sender.replaceTrack(track).catch(() => undefined);
  }

  private favour_audio(): void {
    const sender = this.senders.audio;
    if (sender === null) return;
    const parameters = sender.getParameters();
    const encoding = parameters.encodings[0];
    if (encoding === undefined || encoding.priority === 'high') return;
    // No maxBitrate: on the answering side Chromium 156 then sends the voice at 6 kbit/s for the whole call (measured).
    Object.assign(encoding, { priority: 'high', networkPriority: 'high' });
    void sender.setParameters(parameters).catch(() => undefined);
  }

  private limit_video(): void {
    const sender = this.senders.video;
    if (sender === null) return;
    const parameters = sender.getParameters();
    const encoding = parameters.encodings[0];
    if (encoding === undefined) return;
    const wanted = this.video_encoding();
    if (Object.entries(wanted).every(([name, value]) => encoding[name as keyof typeof encoding] === value)) return;
    Object.assign(encoding, wanted);
    Object.assign(parameters, { degradationPreference: 'maintain-framerate' });
    void sender.setParameters(parameters).catch(() => undefined);
  }

  private video_encoding(): RTCRtpEncodingParameters {
    const rung = rungs[this.rung] ?? 'audio_only';
    if (rung === 'audio_only') return { active: false };
    const settings = this.wanted.video?.getSettings();
    const height = Math.min(settings?.height ?? 720, settings?.width ?? 1280);
    const sent_height = this.looks < opening_looks ? Math.min(opening_height, rung.height) : rung.height;
    return {
      active: true,
      maxBitrate: Math.min(rung.video_bps, this.ceiling_bps ?? rung.video_bps),
      scaleResolutionDownBy: Math.max(1, height / sent_height),
      maxFramerate: most_fps,
    };
  }

  /**
   * Puts RED (RFC 2198) before plain Opus: each packet repeats the sound of the one before, so a single lost packet is
   * not heard. Opus' own in-band correction stays on below it (`useinbandfec=1` in the browser's description).
   */
  private prefer_redundant_speech(transceiver: RTCRtpTransceiver, kind: 'audio' | 'video'): void {
    if (kind !== 'audio') return;
    const codecs = RTCRtpReceiver.getCapabilities('audio')?.codecs ?? [];
    const redundant = codecs.filter((codec) => codec.mimeType.toLowerCase() === 'audio/red');
    if (redundant.length === 0) return;
    transceiver.setCodecPreferences([...redundant, ...codecs.filter((codec) => !redundant.includes(codec))]);
  }
}
