// SPDX-License-Identifier: EUPL-1.2
// One running interview on the adviser's side: the call, the tray of papers, and the orders given to the kiosk. Lives
// outside React, so that nothing of it depends on what is shown.
import {
  create_call, new_id, type Call, type CallState, type PrintOptions, type PrintPurpose, type Quality,
  type ReceivedBy, type ReceivedPaper, type Retouch, type ScanOptions,
} from '@parvis/call';
import type { DeviceReport } from '@parvis/ui';
import type { AdviserInterview } from '../console_model.ts';
import type { ChosenFile } from '../papers/chosen_file.ts';
import { FileShowing } from '../papers/file_showing.ts';
import { after, empty_tray, type Retake, type Tray, type TrayEvent } from '../papers/tray_model.ts';
import type { Signals } from '../use_console.ts';

/** The kiosk waits 4 s for the server to say the same, wipes, and tells what it wiped. */
const goodbye_ms = 10_000;

type Said = ReceivedBy<'adviser'>;

export interface RoomView {
  state: CallState;
  quality: Quality | null;
  tray: Tray;
  /** Bytes of what has arrived, by transfer. They leave with the interview. */
  contents: ReadonlyMap<string, ReceivedPaper>;
  /** Small pictures of pages that are coming or here, by transfer; these leave too. */
  small_pictures: ReadonlyMap<string, string>;
  /** The file that the adviser is about to show or print. */
  chosen: ChosenFile | null;
  devices: DeviceReport | null;
  granted: boolean;
  citizen_gone: boolean;
  citizen_camera: 'on' | 'muted' | 'none' | 'paused_for_line';
}

export class InterviewRoom {
  readonly call: Call<'adviser'>;
  readonly files: FileShowing;
  private view_: RoomView = {
    state: 'idle', quality: null, tray: empty_tray, contents: new Map(), small_pictures: new Map(), chosen: null, devices: null, granted: false,
    citizen_gone: false, citizen_camera: 'on',
  };
  private readonly listeners_ = new Set<() => void>();
  private readonly ends_: (() => void)[] = [];
  private grant_: string;
  private left_ = false;

  constructor(interview: AdviserInterview, signals: Signals, tracks: { audio: MediaStreamTrack | null; video: MediaStreamTrack | null }) {
    this.grant_ = interview.grant ?? '';
    this.call = create_call({
      side: 'adviser',
      polite: false,
      send_signal: (signal) => signals.send(interview.interview_id, signal),
      ice_servers: interview.ice_servers as RTCIceServer[],
      ...tracks,
    });
    this.files = new FileShowing(this.call, () => this.view_.tray, (event) => this.tell(event));
    this.ends_.push(
      signals.listen((payload) => this.call.receive_signal(payload)),
      this.call.on('state', (state) => this.change({ state })),
      this.call.on('quality', (quality) => this.change({ quality })),
      this.call.on('peer_media', (media) => this.change({ citizen_camera: media.camera })),
      this.call.on('peer_replaced', () => {
        this.greet();
        this.files.kiosk_page_is_new();
      }),
      this.call.control.on('message', (message) => this.hear(message)),
      this.call.papers.on('announced', ({ transfer_id, small_picture }) => {
        if (small_picture !== undefined) this.change({ small_pictures: new Map(this.view_.small_pictures).set(transfer_id, small_picture) });
      }),
      this.call.papers.on('progress', ({ transfer_id, direction, bytes, of_bytes }) =>
        this.tell({ type: direction === 'in' ? 'transfer_progress' : 'file_progress', transfer_id, progress: bytes / of_bytes }),
      ),
      this.call.papers.on('received', (paper) => this.keep(paper)),
    );
    this.greet();
    this.call.start();
  }

  readonly view = (): RoomView => this.view_;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners_.add(listener);
    return () => this.listeners_.delete(listener);
  };

  /** New relay credentials and a new grant: before the old ones expire, and after a restart of the server. */
  renew(interview: AdviserInterview): void {
    this.call.set_ice_servers(interview.ice_servers as RTCIceServer[]);
    if (!interview.grant || interview.grant === this.grant_) return;
    this.grant_ = interview.grant;
    this.call.control.send({ type: 'grant', grant: this.grant_ });
  }

  /** With `retake`, the page that comes takes the place of another one; what the citizen keeps leaves that one where it is. */
  scan(options: ScanOptions, retake: Retake | null = null): void {
    const command_id = new_id();
    this.tell({ type: 'scan_ordered', command_id, options, retake });
    this.call.control.send({ type: 'scan', command_id, options });
  }

  cancel_scan(): void {
    const scan = this.view_.tray.scan;
    if (scan) this.call.control.send({ type: 'cancel_scan', command_id: scan.command_id });
  }

  retouch(page_id: string, operation: Retouch): void {
    this.call.control.send({ type: 'retouch', command_id: new_id(), page_id, operation });
  }

  drop_page(page_id: string): void {
    this.tell({ type: 'page_dropped', page_id });
    this.call.control.send({ type: 'drop_page', page_id });
  }

  order_pages(page_ids: readonly string[]): void {
    this.tell({ type: 'pages_ordered', page_ids });
  }

  /** One PDF of these pages, in this order; it arrives as a document of the tray. */
  assemble(page_ids: string[], black_and_white: boolean): string {
    const command_id = new_id();
    this.call.control.send({ type: 'assemble', command_id, page_ids, format: 'pdf', black_and_white });
    return command_id;
  }

  /** Sends a PDF to the kiosk and asks to print it: the citizen sees it and decides. */
  async print(name: string, bytes: Uint8Array<ArrayBuffer>, purpose: PrintPurpose, options: PrintOptions): Promise<string> {
    const command_id = new_id();
    const paper_id = new_id();
    this.tell({ type: 'print_ordered', command_id, name, purpose, options });
    const sent = this.call.papers.send({ transfer_id: paper_id, name, media_type: 'application/pdf', bytes });
    const outcome = await sent.done;
    if (outcome.outcome === 'received') this.call.control.send({ type: 'print', command_id, paper_id, purpose, options });
    else {
      const reason = outcome.outcome === 'failed' ? outcome.reason : outcome.outcome;
      this.tell({ type: 'said', message: { type: 'command_refused', command_id, reason } });
    }
    return command_id;
  }

  /** Prints a paper that the kiosk already has. */
  print_held(name: string, paper_id: string, options: PrintOptions): void {
    const command_id = new_id();
    this.tell({ type: 'print_ordered', command_id, name, purpose: 'document', options });
    this.call.control.send({ type: 'print', command_id, paper_id, purpose: 'document', options });
  }

  choose(chosen: ChosenFile | null): void {
    this.change({ chosen });
  }

  cancel_print(command_id: string): void {
    this.call.control.send({ type: 'cancel_print', command_id });
  }

  note(note_id: string, text: string, finished: boolean): void {
    this.call.control.send({ type: 'note', note_id, text, finished });
  }

  /** The citizen reads that the receipt is being prepared. */
  closing(): void {
    this.call.control.send({ type: 'closing' });
  }

  /** Says goodbye to the kiosk's page and lets go of every paper. The line stays a moment: no server need carry the word. */
  leave(): void {
    const { call } = this;
    call.control.send({ type: 'end' });
    this.let_go();
    call.set_audio(null);
    call.set_video(null);
    const timer = setTimeout(() => call.close(), goodbye_ms);
    call.control.when('wiped', () => {
      clearTimeout(timer);
      call.close();
    });
  }

  close(): void {
    if (this.left_) return;
    this.let_go();
    this.call.close();
  }

  private let_go(): void {
    this.left_ = true;
    for (const end of this.ends_.splice(0)) end();
    this.call.papers.wipe();
    this.files.forget();
    this.change({ contents: new Map(), small_pictures: new Map(), chosen: null, tray: empty_tray });
  }

  /** What a kiosk page that has just been loaded must know; and what this page must learn anew after its own reload. */
  private greet(): void {
    this.call.control.send({ type: 'grant', grant: this.grant_ });
    this.call.control.send({ type: 'send_again' });
  }

  private hear(said: Said): void {
    switch (said.type) {
      case 'granted':
        this.change({ granted: true });
        break;
      case 'wiped': // before our own goodbye: the citizen stopped, and the server may not have been there to say so
        this.change({ citizen_gone: true });
        break;
      case 'devices':
        this.change({ devices: said.report as unknown as DeviceReport });
        break;
      default:
        this.tell({ type: 'said', message: said });
    }
  }

  private keep(paper: ReceivedPaper): void {
    this.change({ contents: new Map(this.view_.contents).set(paper.transfer_id, paper) });
    this.tell({ type: 'transfer_here', transfer_id: paper.transfer_id });
    const retaken = this.view_.tray.pages.find((page) => page.transfer_id === paper.transfer_id)?.retakes ?? null;
    if (retaken !== null) this.drop_page(retaken);
  }

  private tell(event: TrayEvent): void {
    this.change({ tray: after(this.view_.tray, event) });
  }

  private change(change: Partial<RoomView>): void {
    this.view_ = { ...this.view_, ...change };
    for (const listener of this.listeners_) listener();
  }
}
