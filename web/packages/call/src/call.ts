// SPDX-License-Identifier: EUPL-1.2
import type { Call, CallEvents, CallOptions, CallState, Quality } from './api.ts';
import { ControlLineOverChannel } from './control_line.ts';
import type { Side } from './control.ts';
import { Events } from './events.ts';
import { new_id } from './ids.ts';
import { MediaSender } from './media.ts';
import { Pairing } from './pairing.ts';
import { PaperLineOverChannel } from './paper_line.ts';
import { PeerLink } from './peer_link.ts';
import { Pulse } from './pulse.ts';
import { QualityWatch, busy_look_every_ms, look_every_ms } from './quality_watch.ts';
import { Reviver } from './reviver.ts';
import { read_signal } from './signal.ts';
import type { Signal, SignalBody } from './signal.ts';

const tick_ms = 500;
/** Eight pulses missing: the line stands still, seconds before the browser says so. */
const pulse_silence_ms = 4000;
/** Questions that may still be answered; older answers prove nothing about now. */
const open_questions = 4;
/** Signals that came before start(): an offer and its candidates. */
const most_early_signals = 128;
/** While papers wait on a thin line the picture makes room for them: 240p to 360p, still 20 images a second. */
const video_bps_beside_papers = 250_000;

export function create_call<S extends Side>(options: CallOptions<S>): Call<S> {
  return new CallOverPeerLinks(options);
}

class CallOverPeerLinks<S extends Side> implements Call<S> {
  readonly remote_stream = new MediaStream();
  readonly control: ControlLineOverChannel<S>;
  readonly papers: PaperLineOverChannel;
  state: CallState = 'idle';
  quality: Quality | null = null;
  private readonly options: CallOptions<S>;
  private readonly events = new Events<CallEvents<S>>();
  private readonly pairing = new Pairing();
  private readonly media = new MediaSender();
  private readonly pulse = new Pulse();
  private readonly reviver: Reviver;
  private readonly watch = new QualityWatch();
  private ice_servers: RTCIceServer[];
  private link: PeerLink | null = null;
  private ever_up = false;
  private questions: string[] = [];
  private early: { out: SignalBody[]; in: unknown[] } = { out: [], in: [] };
  private timer: ReturnType<typeof setInterval> | null = null;
  private looked_at = 0;

  constructor(options: CallOptions<S>) {
    this.options = options;
    this.ice_servers = options.ice_servers;
    this.reviver = new Reviver(options.polite);
    this.control = new ControlLineOverChannel<S>(options.side);
    this.papers = new PaperLineOverChannel(() => this.watch.take_glance());
    this.media.set('audio', options.audio ?? null);
    this.media.set('video', options.video ?? null);
    this.listen_to_control();
  }

  on<Name extends keyof CallEvents<S>>(name: Name, listener: (value: CallEvents<S>[Name]) => void): () => void {
    return this.events.on(name, listener);
  }

  prepare(): void {
    if (this.state === 'idle' && this.link === null) this.begin_link();
  }

  start(): void {
    if (this.state !== 'idle') return;
    this.prepare();
    this.set_state('connecting');
    this.reviver.begun(performance.now());
    this.timer = setInterval(() => this.tick(), tick_ms);
    const { out, in: arrived } = this.early;
    this.early = { out: [], in: [] };
    for (const body of out) this.send(body);
    for (const signal of arrived) this.receive_signal(signal);
    // The polite side shows itself: a page that was here before learns that this one is new.
    if (this.options.polite && this.pairing.peer_session === null) this.ask();
  }

  receive_signal(value: unknown): void {
    if (this.state === 'closed') return;
    if (this.state === 'idle') {
      if (this.early.in.length < most_early_signals) this.early.in.push(value);
      return;
    }
    const signal = read_signal(value);
    if (signal === null) return this.trace('signal ignored: not understood');
    const verdict = this.pairing.receive(signal);
    if (verdict === 'not_ours') return this.trace('signal ignored: of another page load');
    if (verdict === 'replaced') this.replace_peer();
    if (verdict === 'next_round') this.begin_link();
    if (verdict !== 'behind') return this.obey(signal, verdict === 'met' || verdict === 'current');
    if (signal.type === 'are_you_there') this.send({ type: 'here', nonce: signal.nonce });
  }

  set_audio(track: MediaStreamTrack | null): void {
    this.media.set('audio', track);
    this.tell_media();
  }
  set_video(track: MediaStreamTrack | null): void {
    this.media.set('video', track);
    this.tell_media();
  }
  mute(what: 'audio' | 'video', muted: boolean): void {
    this.media.mute(what, muted);
    this.tell_media();
  }

  set_ice_servers(servers: RTCIceServer[]): void {
    this.ice_servers = servers;
    this.link?.connection.setConfiguration(this.configuration());
  }

  restart(): void {
    this.reviver.force('offer');
  }

  peer_connection(): RTCPeerConnection | null {
    return this.link?.connection ?? null;
  }

  close(): void {
    if (this.state === 'closed') return;
    if (this.state !== 'idle') this.send({ type: 'bye' });
    this.end();
  }

  private end(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.drop_link();
    this.control.close();
    this.papers.close();
    for (const track of this.remote_stream.getTracks()) this.remote_stream.removeTrack(track);
    this.set_state('closed');
  }

  private configuration(): RTCConfiguration {
    return {
      iceServers: this.ice_servers,
      iceTransportPolicy: this.options.relay_only === true ? 'relay' : 'all',
      bundlePolicy: 'max-bundle',
    };
  }

  private begin_link(): void {
    this.drop_link();
    const link = new PeerLink({
      configuration: this.configuration(),
      polite: this.options.polite,
      media: this.media,
      send: (body) => this.send(body),
      on_change: () => this.line_changed(),
      on_track: (track) => this.take_track(track),
      on_channel_lost: () => this.reviver.force('rebuild'),
      trace: (words) => this.trace(words),
    });
    this.link = link;
    this.reviver.begun(performance.now());
    this.watch.forget_line();
    this.control.attach(link.control);
    this.papers.attach(link.papers);
    this.pulse.attach(link.pulse);
    if (!this.options.polite) link.offer_first();
    this.line_changed();
  }

  private drop_link(): void {
    this.control.detach();
    this.papers.detach();
    this.pulse.detach();
    this.media.forget_connection();
    this.link?.close();
    this.link = null;
  }

  private replace_peer(): void {
    this.trace('the other page is new');
    const unheard = this.control.peer_replaced().filter(({ type }) => type !== 'line_report' && type !== 'media_state');
    this.papers.peer_replaced();
    this.begin_link();
    this.tell_media();
    this.events.emit('peer_replaced', { unheard });
  }

  private obey(signal: Signal, same_link: boolean): void {
    switch (signal.type) {
      case 'are_you_there':
        this.send({ type: 'here', nonce: signal.nonce });
        // It may never have got our first offer: it was not there yet, or the server was away.
        if (same_link && !this.options.polite) void this.link?.negotiation.repeat_first_offer();
        return;
      case 'here':
        if (this.questions.includes(signal.nonce)) this.reviver.heard(performance.now());
        return;
      case 'bye':
        return this.end();
      default:
        void this.link?.negotiation.receive(signal);
    }
  }

  private send(body: SignalBody): void {
    if (this.state === 'closed') return;
    if (this.state === 'idle') this.early.out.push(body);
    else this.options.send_signal({ ...this.pairing.head(), ...body });
  }

  private ask(): void {
    const nonce = new_id();
    this.questions = [...this.questions.slice(1 - open_questions), nonce];
    this.send({ type: 'are_you_there', nonce });
  }

  private tick(): void {
    const link = this.link;
    if (link === null) return;
    const now = performance.now();
    const step = this.reviver.step(now, link.condition());
    if (step === 'probe') this.ask();
    if (step === 'offer') {
      this.trace('trying another way');
      link.try_again();
    }
    if (step === 'rebuild') {
      this.trace('beginning a new connection');
      this.pairing.next_round();
      this.begin_link();
      if (this.options.polite) this.ask();
    }
    this.line_changed();
    // Also now and then at rest: the pacing has to know how the line is without papers.
    if (link.condition() === 'up') void this.watch.glance(link.connection, now);
    const due = this.papers.active ? busy_look_every_ms : look_every_ms;
    if (link.condition() === 'up' && now - this.looked_at >= due - tick_ms / 4) {
      this.looked_at = now;
      void this.look(link, now);
    }
  }

  private async look(link: PeerLink, now: number): Promise<void> {
    const seen = await this.watch.look(link.connection, now);
    if (seen === null || link !== this.link) return;
    const before = this.media.state().camera;
    this.media.allow(this.watch.rung, this.papers.limit_bps !== null && this.papers.active ? video_bps_beside_papers : null);
    if (this.media.state().camera !== before) this.tell_media();
    if (this.control.open) this.control.send(seen.report);
    this.quality = seen.quality;
    this.events.emit('quality', seen.quality);
  }

  private line_changed(): void {
    if (this.state === 'idle' || this.state === 'closed' || this.link === null) return;
    const now = performance.now();
    const silent = this.pulse.heard_at !== null && now - this.pulse.heard_at > pulse_silence_ms;
    if (this.link.condition() === 'up' && !silent) {
      if (!this.ever_up || this.state === 'connecting') this.set_state('connected');
      else if (this.state !== 'connected') this.set_state('reconnected');
      this.ever_up = true;
    } else if (this.reviver.failed(now)) this.set_state('failed');
    else this.set_state(this.ever_up ? 'interrupted' : 'connecting');
  }

  private set_state(state: CallState): void {
    if (state === this.state) return;
    this.state = state;
    this.events.emit('state', state);
  }

  private take_track(track: MediaStreamTrack): void {
    for (const old of this.remote_stream.getTracks()) if (old.kind === track.kind) this.remote_stream.removeTrack(old);
    this.remote_stream.addTrack(track);
  }

  private tell_media(): void {
    if (this.state !== 'closed') this.control.send({ type: 'media_state', ...this.media.state() });
  }

  private listen_to_control(): void {
    this.control.on('message', (message) => {
      if (message.type === 'line_report') this.watch.hear_report(message);
      if (message.type !== 'media_state') return;
      this.watch.hear_media(message);
      this.events.emit('peer_media', { camera: message.camera, microphone: message.microphone });
    });
    this.tell_media();
  }

  private trace(words: string): void {
    this.events.emit('trace', words);
  }
}
