// SPDX-License-Identifier: EUPL-1.2
// One running interview at the kiosk: the call, and three clerks for what passes between adviser, citizen and daemon.
// Lives outside React, so that nothing of it depends on what is shown.
import { create_call, type Call, type CallState, type CameraState, type PageDecision, type PrintDecision, type ReceivedBy } from '@parvis/call';
import { desk_of, type Desk, type DeskPage, type DeskPrint } from '../papers/paper_desk.ts';
import type { DeviceReport, KioskInterview, Paper, ToPage, WipeCounts } from '../wire.ts';
import { FileClerk } from './file_clerk.ts';
import { Orders, type ClerkTools } from './orders.ts';
import { PageClerk } from './page_clerk.ts';
import { PrintClerk } from './print_clerk.ts';

export interface RoomView {
  readonly state: CallState;
  readonly adviser_camera: CameraState;
  readonly desk: Desk;
  readonly pictures_version: number;
  /** What the adviser writes, as it grows; empty when nothing. */
  readonly note: string;
  /** The adviser writes the receipt. */
  readonly closing: boolean;
  /** Given to one <video>; another object when the adviser's page began anew. */
  readonly remote_stream: MediaStream;
}

export interface RoomEvents {
  /** The adviser said that it is over. */
  ended_by_adviser(): void;
}

export interface Tracks {
  readonly audio: MediaStreamTrack | null;
  readonly video: MediaStreamTrack | null;
}

export class InterviewRoom {
  readonly interview_id: string;
  readonly tools: ClerkTools;
  private readonly events_: RoomEvents;
  private readonly orders_: Orders;
  private readonly pages_: PageClerk;
  private readonly prints_: PrintClerk;
  /** The file that the adviser shows. */
  readonly files: FileClerk;
  private readonly listeners_ = new Set<() => void>();
  private ice_servers_: RTCIceServer[];
  private tracks_: Tracks;
  private devices_: DeviceReport;
  private call_: Call<'kiosk'>;
  private view_: RoomView;
  private over_ = false;

  constructor(interview: KioskInterview, tools: ClerkTools, start: { tracks: Tracks; papers: readonly Paper[]; devices: DeviceReport }, events: RoomEvents) {
    this.interview_id = interview.interview_id;
    this.tools = tools;
    this.events_ = events;
    this.ice_servers_ = ice(interview);
    this.tracks_ = start.tracks;
    this.devices_ = start.devices;
    this.call_ = this.begin_call();
    const desk = desk_of(start.papers);
    this.orders_ = new Orders(tools, () => this.call_, desk, () =>
      this.change({ desk: this.orders_.desk, pictures_version: this.orders_.pictures_version }),
    );
    this.pages_ = new PageClerk(this.orders_);
    this.prints_ = new PrintClerk(this.orders_);
    this.files = new FileClerk(this.orders_);
    this.view_ = {
      state: 'connecting', adviser_camera: 'on', desk, pictures_version: 0, note: '', closing: false,
      remote_stream: this.call_.remote_stream,
    };
    for (const paper of start.papers) if (paper.media_type.startsWith('image/')) void this.pages_.show(paper);
    this.call_.start();
    this.tell_devices(start.devices);
  }

  readonly view = (): RoomView => this.view_;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners_.add(listener);
    return () => this.listeners_.delete(listener);
  };

  // ---- the citizen

  decide_page(page: DeskPage, decision: PageDecision): void {
    void this.pages_.decide(page, decision);
  }

  decide_print(print: DeskPrint, decision: PrintDecision): void {
    void this.prints_.decide(print, decision);
  }

  print_bytes(print: DeskPrint): Uint8Array<ArrayBuffer> | null {
    return this.prints_.bytes_of(print.command_id);
  }

  trouble_read(): void {
    this.orders_.change({ type: 'trouble_read' });
  }

  // ---- this page

  set_tracks(tracks: Tracks): void {
    this.tracks_ = tracks;
    this.call_.set_audio(tracks.audio);
    this.call_.set_video(tracks.video);
  }

  /** New relay credentials. */
  renew(interview: KioskInterview): void {
    this.ice_servers_ = ice(interview);
    this.call_.set_ice_servers(this.ice_servers_);
  }

  tell_devices(report: DeviceReport): void {
    this.devices_ = report;
    this.call_.control.send({ type: 'devices', report: { ...report } });
  }

  // ---- the daemon

  hear(message: ToPage): void {
    switch (message.type) {
      case 'signal':
        if (message.interview_id === this.interview_id) this.call_.receive_signal(message.payload);
        break;
      case 'scan_started': return this.pages_.scan_started(message);
      case 'page_scanned': return this.pages_.page_scanned(message);
      case 'scan_finished': return this.pages_.scan_finished(message);
      case 'scan_failed': return this.pages_.scan_failed(message);
      case 'paper_ready': return this.pages_.paper_ready(message);
      case 'command_failed': return this.pages_.command_failed(message);
      case 'print_changed': return this.prints_.print_changed(message);
    }
  }

  strip_came(frame: ArrayBuffer): void {
    this.pages_.strip_came(frame);
  }

  daemon_is_new(papers: readonly Paper[]): void {
    this.pages_.daemon_is_new(papers);
    this.prints_.daemon_is_new();
    this.files.daemon_is_new(papers);
  }

  // ---- the end

  /** Drops every paper and picture and stops sending; the line stays for say_wiped(). Gives how many papers were held. */
  let_go(): number {
    this.over_ = true;
    this.set_tracks({ audio: null, video: null });
    this.call_.papers.wipe();
    const held = this.orders_.received.size + this.pages_.wipe() + this.prints_.wipe() + this.files.wipe();
    this.orders_.wipe();
    this.change({ desk: this.orders_.desk, note: '' });
    return held;
  }

  /** The adviser sees what was wiped, then the line is closed. */
  close(counts: WipeCounts | null): void {
    if (counts) this.call_.control.send({ type: 'wiped', counts: { ...counts } });
    const call = this.call_;
    // What was just said has to leave the browser first.
    setTimeout(() => call.close(), counts ? 500 : 0);
  }

  // ---- the adviser

  private begin_call(): Call<'kiosk'> {
    const call = create_call<'kiosk'>({
      side: 'kiosk',
      polite: true,
      ice_servers: this.ice_servers_,
      send_signal: (payload) => void this.tools.link.send('signal', { interview_id: this.interview_id, payload }, { patience_ms: 10_000 }),
      ...this.tracks_,
    });
    call.on('state', (state) => this.call_is(call, state));
    call.on('peer_media', ({ camera }) => this.change({ adviser_camera: camera }));
    call.control.on('message', (message) => this.obey(message));
    call.papers.on('received', (paper) => void this.orders_.received.set(paper.transfer_id, paper));
    return call;
  }

  private call_is(call: Call<'kiosk'>, state: CallState): void {
    if (call !== this.call_ || this.over_) return;
    if (state !== 'closed') return this.change({ state });
    // The adviser's page said goodbye, yet nobody ended the interview: it may come back, to a line of its own.
    this.call_ = this.begin_call();
    this.change({ state: 'interrupted', remote_stream: this.call_.remote_stream });
    this.call_.start();
    this.tell_devices(this.devices_);
  }

  private obey(message: ReceivedBy<'kiosk'>): void {
    switch (message.type) {
      case 'grant':
        this.orders_.grant = message.grant;
        return this.orders_.tell({ type: 'granted' });
      case 'scan': return void this.pages_.scan(message);
      case 'cancel_scan': return this.pages_.cancel_scan(message.command_id);
      case 'retouch': return void this.pages_.retouch(message);
      case 'assemble': return void this.pages_.assemble(message);
      case 'drop_page': return this.pages_.drop_page(message.page_id);
      case 'show_file': return void this.files.show(message);
      case 'turn_page': return this.files.turn_page(message);
      case 'close_file': return this.files.close_file(message);
      case 'print': return void this.prints_.print(message);
      case 'cancel_print': return this.prints_.cancel(message);
      case 'send_again':
        this.tell_devices(this.devices_);
        this.pages_.send_again();
        this.prints_.send_again();
        return this.files.send_again();
      case 'note': return this.change({ note: message.text });
      case 'closing': return this.change({ closing: true });
      case 'end': return this.events_.ended_by_adviser();
    }
  }

  private change(change: Partial<RoomView>): void {
    this.view_ = { ...this.view_, ...change };
    for (const listener of this.listeners_) listener();
  }
}

function ice({ ice_servers }: KioskInterview): RTCIceServer[] {
  return ice_servers.map(({ urls, username, credential }) => ({
    urls: [...urls],
    ...(username === undefined ? {} : { username }),
    ...(credential === undefined ? {} : { credential }),
  }));
}
