// SPDX-License-Identifier: EUPL-1.2
// One running interview on the citizen's own device: the call, without a daemon behind it. Lives outside React.
import { new_ulid, type LinkClient } from '@parvis/api';
import { create_call, open_camera_and_microphone, type Call, type CallState, type CameraState, type OpenedDevices, type ReceivedBy } from '@parvis/call';
import type { Fact } from '../papers/clerk_tools.ts';
import { PaperClerk } from '../papers/paper_clerk.ts';
import { PhotoStand, type PhotoView } from '../papers/photo_stand.ts';
import { empty_table, type Table } from '../papers/table.ts';
import type { KioskInterview, KioskRecord } from '../wire.ts';
import { device_report } from './device_report.ts';

/** A fact is told as long as the page stays open. */
const record_patience_ms = 600_000;
const between_cameras_ms = 500;

export interface RoomView {
  readonly state: CallState;
  readonly adviser_camera: CameraState;
  /** What the adviser writes, as it grows; empty when nothing. */
  readonly note: string;
  /** The adviser writes down what was done. */
  readonly closing: boolean;
  /** Given to one <video>; another object when the adviser's page began anew. */
  readonly remote_stream: MediaStream;
  readonly table: Table;
  readonly muted: { readonly audio: boolean; readonly video: boolean };
  /** The camera looks at a paper. */
  readonly photo: PhotoView | null;
  /** Until the camera shows the citizen again. */
  readonly face_away: boolean;
  /** It did not open again after a photo: the adviser sees the citizen no more. */
  readonly face_lost: boolean;
}

interface Around {
  ended_by_adviser(): void;
  devices_changed(devices: OpenedDevices): void;
}

export class InterviewRoom {
  readonly interview_id: string;
  readonly papers: PaperClerk;
  private readonly link_: LinkClient;
  readonly photo: PhotoStand;
  private readonly around_: Around;
  private readonly listeners_ = new Set<() => void>();
  private ice_servers_: RTCIceServer[];
  private devices_: OpenedDevices;
  private call_: Call<'kiosk'>;
  private view_: RoomView;
  private over_ = false;
  /** As the server told it to this page, and as the adviser's page showed it: only one that is both commands anything. */
  private told_grant_ = '';
  private shown_grant_ = '';
  private granted_ = '';

  constructor(interview: KioskInterview, link: LinkClient, devices: OpenedDevices, around: Around) {
    this.interview_id = interview.interview_id;
    this.link_ = link;
    this.around_ = around;
    this.ice_servers_ = ice(interview);
    this.devices_ = devices;
    this.papers = new PaperClerk({
      call: () => this.call_,
      may_command: () => this.granted_ !== '' && this.granted_ === this.shown_grant_,
      record: (fact) => this.record({ kind: fact }),
      changed: (table) => this.change({ table }),
    });
    this.photo = new PhotoStand({
      face_away: () => this.face_away(),
      face_again: () => this.face_again(),
      give: (picture) => this.papers.send_photo(picture),
      changed: (photo) => this.change({ photo }),
    });
    this.call_ = this.begin_call();
    this.view_ = {
      state: 'connecting', adviser_camera: 'on', note: '', closing: false, remote_stream: this.call_.remote_stream,
      table: empty_table, muted: { audio: false, video: false }, photo: null, face_away: false, face_lost: false,
    };
    this.call_.start();
    this.tell_devices();
  }

  readonly view = (): RoomView => this.view_;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners_.add(listener);
    return () => this.listeners_.delete(listener);
  };

  // ---- this page

  set_devices(devices: OpenedDevices): void {
    this.devices_ = devices;
    this.call_.set_audio(devices.audio);
    this.call_.set_video(devices.video);
    this.tell_devices();
  }

  mute(what: 'audio' | 'video', muted: boolean): void {
    this.change({ muted: { ...this.view_.muted, [what]: muted } });
    this.keep_quiet();
  }

  /** Once more, after it did not open. */
  reopen_face(): void {
    this.face_away();
    void this.face_again();
  }

  // ---- the server

  /** New relay credentials. */
  renew(interview: KioskInterview): void {
    this.ice_servers_ = ice(interview);
    this.call_.set_ice_servers(this.ice_servers_);
  }

  hear_signal(payload: unknown): void {
    this.call_.receive_signal(payload);
  }

  hear_grant(grant: string): void {
    this.told_grant_ = grant;
    this.compare_grants();
  }

  // ---- the end

  /** Drops everything and stops sending; the line stays for say_wiped(). Gives how many papers were held. */
  let_go(): number {
    this.over_ = true;
    this.call_.set_audio(null);
    this.call_.set_video(null);
    this.call_.papers.wipe();
    this.change({ note: '', photo: null });
    return this.photo.wipe() + this.papers.wipe();
  }

  close(): void {
    this.call_.close();
  }

  /** The adviser sees what was wiped, then the line is closed. */
  say_wiped(page_papers: number): void {
    this.call_.control.send({ type: 'wiped', counts: { page_papers } });
    const call = this.call_;
    // What was just said has to leave the browser first.
    setTimeout(() => call.close(), 500);
  }

  // ---- the camera

  private keep_quiet(): void {
    const { muted, face_away } = this.view_;
    this.call_.mute('audio', muted.audio);
    this.call_.mute('video', muted.video || face_away);
  }

  /** What the camera sees of a paper is no picture of the conversation. */
  private face_away(): void {
    this.change({ face_away: true, face_lost: false });
    this.keep_quiet();
    this.devices_.video?.stop();
  }

  /** Some telephones need a moment between two cameras. */
  private async open_face(): Promise<OpenedDevices> {
    const opened = await open_camera_and_microphone({ microphone: false });
    if (opened.video || this.over_) return opened;
    await new Promise((resolve) => setTimeout(resolve, between_cameras_ms));
    return open_camera_and_microphone({ microphone: false });
  }

  private async face_again(): Promise<void> {
    const { video, video_failure } = await this.open_face();
    if (this.over_) return video?.stop();
    this.devices_.video?.stop();
    this.set_devices({ ...this.devices_, video, video_failure });
    this.around_.devices_changed(this.devices_);
    this.change({ face_away: false, face_lost: video === null });
    this.keep_quiet();
  }

  // ---- the adviser

  private begin_call(): Call<'kiosk'> {
    const call = create_call<'kiosk'>({
      side: 'kiosk',
      polite: true,
      ice_servers: this.ice_servers_,
      send_signal: (payload) => void this.link_.send('signal', { interview_id: this.interview_id, payload }, { patience_ms: 10_000 }),
      audio: this.devices_.audio,
      video: this.devices_.video,
    });
    call.on('state', (state) => this.call_is(call, state));
    call.on('peer_media', ({ camera }) => this.change({ adviser_camera: camera }));
    call.control.on('message', (message) => this.obey(message));
    call.papers.on('received', (paper) => this.papers.paper_came(paper));
    return call;
  }

  private call_is(call: Call<'kiosk'>, state: CallState): void {
    if (call !== this.call_ || this.over_) return;
    if (state !== 'closed') return this.change({ state });
    // The adviser's page said goodbye, yet nobody ended the interview: it may come back, to a line of its own.
    this.call_ = this.begin_call();
    this.change({ state: 'interrupted', remote_stream: this.call_.remote_stream });
    this.keep_quiet();
    this.call_.start();
    this.tell_devices();
  }

  private obey(message: ReceivedBy<'kiosk'>): void {
    switch (message.type) {
      case 'grant':
        this.shown_grant_ = message.grant;
        return this.compare_grants();
      case 'send_again':
        this.tell_devices();
        return this.papers.hear(message);
      case 'note': return this.change({ note: message.text });
      case 'closing': return this.change({ closing: true });
      case 'end': return this.around_.ended_by_adviser();
      default: return this.papers.hear(message);
    }
  }

  private compare_grants(): void {
    if (this.told_grant_ === '' || this.told_grant_ !== this.shown_grant_ || this.granted_ === this.told_grant_) return;
    this.granted_ = this.told_grant_;
    this.call_.control.send({ type: 'granted' });
  }

  /** The audit trail is owed it; counts and kinds, never content. */
  private record(fact: { kind: Fact }): Promise<unknown> {
    const record: KioskRecord = { record_id: new_ulid(), interview_id: this.interview_id, occurred_at: Date.now(), ...fact };
    return this.link_.send('records', { records: [record] }, { patience_ms: record_patience_ms });
  }

  private tell_devices(): void {
    this.call_.control.send({ type: 'devices', report: device_report(this.devices_) });
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
