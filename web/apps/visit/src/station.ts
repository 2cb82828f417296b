// SPDX-License-Identifier: EUPL-1.2
// The page's own life: the appointment, the place in the line, the interview. React only shows it. Nothing is stored:
// the code stands in the address's fragment until it is over.
import { LinkClient, new_ulid, type LinkMessage, type Problem } from '@parvis/api';
import { open_camera_and_microphone, type OpenedDevices } from '@parvis/call';
import { InterviewRoom } from './call/interview_room.ts';
import { address_with, code_in } from './model/code.ts';
import { live, screen_of, type Screen } from './model/screen.ts';
import type { HomeVisit, KioskInterview, ToHome } from './wire.ts';
import * as wire from './wire.ts';

/** Positions change with every call, about once in some minutes. */
const look_again_ms = 10_000;
/** After the adviser's goodbye the server says so too; when it cannot, the page ends by itself. */
const end_patience_ms = 4_000;
/** What was wiped is told as long as the page stays open. */
const record_patience_ms = 600_000;

export interface StationView {
  readonly screen: Screen;
  readonly code: string | null;
  readonly visit: HomeVisit | null;
  readonly problem: Problem | null;
  readonly busy: boolean;
  /** False after a link that stood was lost. */
  readonly online: boolean;
  readonly interview: KioskInterview | null;
  /** Null before the camera was asked for. */
  readonly devices: OpenedDevices | null;
  readonly opening_devices: boolean;
  readonly room: InterviewRoom | null;
  /** Of the last conversation: what the receipt bears, and how many papers were dropped. */
  readonly farewell: { readonly code: string | null; readonly papers: number } | null;
  /** The line broke: they wait again, at their place. */
  readonly cut: boolean;
}

export class Station {
  private readonly listeners_ = new Set<() => void>();
  private link_: LinkClient | null = null;
  private ended_: Problem | null = null;
  private clock_ahead_ = 0;
  private opening_: Promise<void> | null = null;
  private stood_ = false;
  private timer_: ReturnType<typeof setInterval> | undefined;
  private readonly ticket_id_ = new_ulid();
  private last_grant_: { interview_id: string; grant: string } | null = null;
  private view_: StationView = {
    screen: 'opening', code: null, visit: null, problem: null, busy: false, online: true, interview: null, devices: null,
    opening_devices: false, room: null, farewell: null, cut: false,
  };

  readonly view = (): StationView => this.view_;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners_.add(listener);
    return () => this.listeners_.delete(listener);
  };

  start(): void {
    addEventListener('hashchange', () => this.take_code());
    document.addEventListener('visibilitychange', () => void this.look_again());
    this.timer_ = setInterval(() => void this.look_again(), look_again_ms);
    this.take_code();
  }

  // ---- touches

  async open(code: string): Promise<void> {
    this.change({ busy: true, problem: null });
    const answer = await wire.read(code);
    if (!answer.ok) return this.change({ busy: false, problem: answer.error, code });
    history.replaceState(null, '', address_with(code));
    this.change({ busy: false, code });
    this.hear_visit(answer.value);
  }

  /** Opens both anew; whoever asks meanwhile waits for the same opening. */
  open_devices(): Promise<void> {
    return (this.opening_ ??= this.open_them().finally(() => {
      this.opening_ = null;
    }));
  }

  private async open_them(): Promise<void> {
    this.change({ opening_devices: true });
    stop(this.view_.devices);
    const devices = await open_camera_and_microphone();
    // Over meanwhile: nobody wants to be seen any more.
    const over = this.view_.farewell !== null || this.ended_?.reason === 'link_replaced';
    if (over) stop(devices);
    this.change({ devices: over ? null : devices, opening_devices: false });
    if (!over) this.view_.room?.set_devices(devices);
  }

  /** "I am there." */
  async arrive(): Promise<void> {
    const { code } = this.view_;
    if (code === null) return;
    this.change({ busy: true, problem: null });
    const answer = await wire.arrive(code, this.ticket_id_);
    this.change({ busy: false });
    if (answer.ok) this.hear_visit(answer.value);
    else this.change({ problem: answer.error });
  }

  async answer_call(): Promise<void> {
    const interview = live(this.view_.interview);
    if (interview?.state !== 'calling') return;
    if (!this.view_.devices) void this.open_devices();
    await this.link_?.send('answer', { interview_id: interview.interview_id });
  }

  async not_now(): Promise<void> {
    const interview = live(this.view_.interview);
    if (interview) await this.link_?.send('withdraw', { interview_id: interview.interview_id });
  }

  /** The citizen ends the conversation: it ends here at once, whatever the network does. */
  async leave(): Promise<void> {
    const interview = live(this.view_.interview);
    if (interview?.state !== 'running') return;
    await this.tell_leaving(interview, {});
  }

  /** After another page had taken the appointment: here again. */
  take_back(): void {
    this.ended_ = null;
    this.link_ = null;
    this.connect();
    this.change({});
  }

  // ---- the appointment

  private take_code(): void {
    const code = code_in(location.hash);
    const known = this.view_.code;
    // A link inside the page took the place of the code.
    if (code === null && known !== null) return history.replaceState(null, '', address_with(known));
    if (code === known) return;
    this.change({ code, visit: null, problem: null });
    if (code !== null) void this.open(code);
  }

  private async look_again(): Promise<void> {
    const { code, screen } = this.view_;
    const waits = screen === 'early' || screen === 'ready' || screen === 'waiting';
    if (code === null || !waits || document.visibilityState === 'hidden') return;
    const answer = await wire.read(code);
    if (answer.ok) this.hear_visit(answer.value);
    else this.change({});
  }

  private hear_visit(visit: HomeVisit): void {
    this.clock_ahead_ = visit.server_time - Date.now();
    this.change({ visit });
    const is_here = this.view_.screen === 'waiting';
    if (is_here) this.connect();
    else if (this.view_.screen === 'over') this.link_?.stop();
  }

  // ---- the link

  private connect(): void {
    const { code } = this.view_;
    if (this.link_ || code === null) return;
    const link = new LinkClient({
      url: '/api/v1/kiosk-link',
      language: document.documentElement.lang || 'fr',
      hello: { proof: { code } },
      on_message: (message) => this.hear(message),
    });
    this.link_ = link;
    link.subscribe(() => this.link_changed(link));
    link.start();
    if (!this.view_.devices) void this.open_devices();
  }

  private link_changed(link: LinkClient): void {
    if (link !== this.link_) return;
    const { status, ended } = link.state();
    this.ended_ = ended;
    if (ended?.reason === 'link_replaced') this.give_way();
    else if (ended) this.link_gone();
    if (status === 'online') this.stood_ = true;
    this.change({ online: status === 'online' || !this.stood_ });
  }

  /** Another device has the appointment now: nothing of it stays here. */
  private give_way(): void {
    const { room, devices } = this.view_;
    room?.let_go();
    room?.close();
    stop(devices);
    this.change({ room: null, interview: null, devices: null });
  }

  /** Moved, cancelled or over: what became of it is told by the appointment. */
  private link_gone(): void {
    this.link_ = null;
    const { code } = this.view_;
    if (code !== null) void wire.read(code).then((answer) => answer.ok && this.change({ visit: answer.value }));
  }

  private hear(message: LinkMessage): void {
    const told = message as unknown as ToHome;
    switch (told.type) {
      case 'snapshot': return this.follow(told.interview ?? null);
      case 'interview': return this.follow(told.interview);
      case 'signal':
        if (told.interview_id === this.view_.room?.interview_id) this.view_.room.hear_signal(told.payload);
        return;
      case 'grant':
        this.last_grant_ = told;
        if (told.interview_id === this.view_.room?.interview_id) this.view_.room.hear_grant(told.grant);
        return;
    }
  }

  private follow(interview: KioskInterview | null): void {
    const before = this.view_.room;
    this.change({ interview });
    const running = interview?.state === 'running' ? interview : null;
    if (before && before.interview_id !== running?.interview_id) void this.end(before, interview);
    if (!running || this.view_.farewell) return;
    if (before?.interview_id === running.interview_id) before.renew(running);
    else void this.begin(running);
  }

  private async begin(interview: KioskInterview): Promise<void> {
    if (!this.view_.devices) await this.open_devices();
    const { devices, interview: now } = this.view_;
    if (!this.link_ || !devices || now?.interview_id !== interview.interview_id || now.state !== 'running') return;
    const room = new InterviewRoom(now, this.link_, devices, {
      ended_by_adviser: () => setTimeout(() => void this.end_if_still_open(now), this.view_.online ? end_patience_ms : 0),
      devices_changed: (changed) => this.change({ devices: changed }),
    });
    if (this.last_grant_?.interview_id === room.interview_id) room.hear_grant(this.last_grant_.grant);
    this.change({ room, cut: false });
  }

  // ---- the end

  private async end_if_still_open(interview: KioskInterview): Promise<void> {
    if (this.view_.room?.interview_id === interview.interview_id) await this.tell_leaving(interview, { end_reason: 'finished' });
  }

  private async tell_leaving(interview: KioskInterview, by: { end_reason?: 'finished' }): Promise<void> {
    const done = await this.link_?.send('leave', { interview_id: interview.interview_id, ...by }, { patience_ms: end_patience_ms });
    const { room } = this.view_;
    if (!done?.ok && room?.interview_id === interview.interview_id) await this.end(room, { ...interview, state: 'ended', end_reason: 'citizen_left' });
  }

  /** Held: goodbye, and nothing remains. Cut by circumstances: they wait again, and keep their place. */
  private async end(room: InterviewRoom, interview: KioskInterview | null): Promise<void> {
    const was_framing = room.view().face_away;
    const papers = room.let_go();
    const reason = interview?.interview_id === room.interview_id ? interview.end_reason : undefined;
    const was_held = reason === 'finished' || reason === 'citizen_left';
    this.last_grant_ = null;
    if (was_held) {
      stop(this.view_.devices);
      history.replaceState(null, '', address_with(null));
      clearInterval(this.timer_);
    }
    this.change({
      room: null,
      ...(was_held
        ? { farewell: { code: interview?.code ?? null, papers }, devices: null, visit: null, code: null, interview: null }
        : { cut: true }),
    });
    room.say_wiped(papers);
    if (!was_held && was_framing) void this.open_devices();
    const told = await this.link_?.send(
      'records',
      { records: [wiped_record(room.interview_id, papers)] },
      { patience_ms: record_patience_ms },
    );
    if (was_held && told) this.link_?.stop();
    if (!was_held) void this.look_again();
  }

  private change(change: Partial<StationView>): void {
    const next = { ...this.view_, ...change };
    const screen = screen_of({ ...next, farewell: next.farewell !== null, ended: this.ended_, now: Date.now() + this.clock_ahead_ });
    this.view_ = { ...next, screen };
    for (const listener of this.listeners_) listener();
  }
}

function wiped_record(interview_id: string, page_papers: number) {
  const counts = { daemon_papers: 0, daemon_bytes: 0, page_papers, spool_jobs: 0, profile_entries: 0 };
  return { record_id: new_ulid(), interview_id, kind: 'wiped', occurred_at: Date.now(), wipe_reason: 'ended', counts };
}

function stop(devices: OpenedDevices | null): void {
  devices?.audio?.stop();
  devices?.video?.stop();
}
