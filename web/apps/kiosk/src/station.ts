// SPDX-License-Identifier: EUPL-1.2
// The kiosk page's own life: what the daemon said, where the person is, the interview that runs. React only shows it.
import { LinkClient, new_ulid, type LinkMessage } from '@parvis/api';
import type { Language } from '@parvis/i18n';
import { forget_storage } from './browser_storage.ts';
import { InterviewRoom } from './call/interview_room.ts';
import { OwnDevices } from './devices/own_devices.ts';
import { calmest, louder, type Comfort } from './model/comfort.ts';
import { known_after, live_interview, running_interview, type Known } from './model/known.ts';
import { after_news, after_offer, after_subject, at_start, farewell, screen_of, type Visit, type Wish } from './model/visit.ts';
import { sentence_for } from './model/spoken.ts';
import { DaemonPapers } from './papers/daemon_papers.ts';
import { PagePictures } from './papers/page_pictures.ts';
import type { StationView } from './station_view.ts';
import { Voice, type Sentence } from './voice/voice.ts';
import type { KioskInterview, OfferEntry, SubjectTile, ToPage, WipeCounts } from './wire.ts';

/** A daemon that is restarted is back sooner than this; until then nothing is said about it. */
const daemon_patience_ms = 5_000;
/** After the adviser's goodbye the server says so too; when it cannot, the kiosk ends by itself. */
const end_patience_ms = 4_000;
const wipe_patience_ms = 60_000;
const answered_bell_ms = 180_000;

export class Station {
  readonly link: LinkClient;
  readonly devices: OwnDevices;
  private readonly voice_: Voice;
  private readonly papers_: DaemonPapers;
  private readonly listeners_ = new Set<() => void>();
  private language_: Language = 'fr';
  private known_: Known | null = null;
  private gone_: string | null = null;
  private fresh_link_ = false;
  private bell_timer_: ReturnType<typeof setTimeout> | undefined;
  private lost_timer_: ReturnType<typeof setTimeout> | undefined;
  private view_: StationView;

  constructor(token: string) {
    this.voice_ = new Voice(() => this.change({ caption: this.voice_.caption }));
    this.papers_ = new DaemonPapers(token);
    this.link = new LinkClient({
      url: '/local/link',
      language: 'fr',
      token,
      hello: { surface: 'page' },
      on_welcome: ({ resumed }) => {
        this.fresh_link_ = !resumed;
      },
      on_message: (message) => this.hear(message),
      on_binary: (frame) => this.view_.room?.strip_came(frame),
    });
    this.devices = new OwnDevices(
      () => this.devices_changed(),
      (devices) => void this.link.send('page_devices', { ...devices }),
    );
    this.view_ = {
      link: 'opening', known: null, visit: at_start, screen: 'opening', comfort: calmest, overlay: null, bell_sounded: false,
      own: null, caption: null, room: null, visitor: 0,
    };
    this.voice_.set_volume(calmest.volume);
    this.link.subscribe(() => this.link_changed());
  }

  readonly view = (): StationView => this.view_;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners_.add(listener);
    return () => this.listeners_.delete(listener);
  };

  start(): void {
    this.link.start();
    navigator.mediaDevices?.addEventListener('devicechange', () => void this.devices.tell());
    void this.devices.tell();
  }

  // ---- touches

  choose_subject(tile: SubjectTile): void {
    this.go(after_subject(tile, new_ulid()));
  }

  choose_offer(wish: Wish, offer: OfferEntry): void {
    this.go(after_offer(wish, offer, new_ulid()));
  }

  /** The person hears and sees: now it rings. */
  async ring(): Promise<void> {
    const { visit } = this.view_;
    if (visit.at !== 'rehearsal') return;
    const { wish, interview_id } = visit;
    this.change({ visit: { ...visit, at: 'asking' } });
    this.speak('calling');
    const done = await this.link.send('ring', { interview_id, offer_id: wish.offer_id, subject: wish.subject, language: this.language_ });
    const now = this.view_.visit;
    if (!done.ok && now.at === 'asking' && now.interview_id === interview_id) {
      this.devices.close();
      this.go({ at: 'not_reached', wish });
    }
  }

  /** Stops waiting, or does not answer an adviser's call. */
  async withdraw(): Promise<void> {
    const interview = live_interview(this.known_);
    const { visit } = this.view_;
    const interview_id = interview?.interview_id ?? (visit.at === 'asking' ? visit.interview_id : null);
    this.home();
    if (interview_id !== null) await this.link.send('withdraw', { interview_id });
  }

  async answer_call(): Promise<void> {
    const interview = live_interview(this.known_);
    if (interview?.state !== 'calling') return;
    void this.devices.open();
    await this.link.send('answer', { interview_id: interview.interview_id });
  }

  /** The citizen stops: a running interview ends, everything else goes back to the first screen. */
  async stop(): Promise<void> {
    this.change({ overlay: null });
    const running = running_interview(this.known_);
    if (!running) return this.withdraw();
    await this.leave(running, {});
  }

  private async leave(running: KioskInterview, by: { end_reason?: 'finished' }): Promise<void> {
    const done = await this.link.send('leave', { interview_id: running.interview_id, ...by }, { patience_ms: end_patience_ms });
    if (!done.ok) this.end_without_daemon(running);
  }

  async ring_bell(): Promise<void> {
    const done = await this.link.send('bell', { ringing: true });
    if (!done.ok) return;
    this.speak('bell_ringing');
    if (!this.known_?.online) this.change({ bell_sounded: true });
  }

  /** "Somebody comes" is said no longer than it takes to come. */
  private forget_answered_bell(): void {
    clearTimeout(this.bell_timer_);
    if (this.known_?.bell === 'answered') void this.link.send('bell', { ringing: false });
  }

  /** Back to the first screen; whoever comes next finds nothing of the last person. */
  home(): void {
    this.voice_.hush();
    this.devices.close();
    this.voice_.set_volume(calmest.volume);
    forget_storage(this.papers_);
    this.forget_answered_bell();
    this.change({ visit: at_start, overlay: null, comfort: calmest, bell_sounded: false, visitor: this.view_.visitor + 1 });
  }

  open_overlay(overlay: 'in_person' | 'stop' | null): void {
    this.change({ overlay });
  }

  set_comfort(comfort: Comfort): void {
    this.voice_.set_volume(comfort.volume);
    this.change({ comfort });
  }

  hear_louder(): void {
    this.set_comfort(louder(this.view_.comfort));
    this.speak('rehearsal_louder');
  }

  set_language(language: Language): void {
    this.language_ = language;
  }

  speak(sentence: Sentence): void {
    this.voice_.say(sentence, this.language_);
  }

  // ---- news

  private link_changed(): void {
    const { status, ended } = this.link.state();
    if (ended) this.change({ link: 'ended' });
    if (status === 'online') {
      clearTimeout(this.lost_timer_);
      this.lost_timer_ = undefined;
      this.change({ link: 'online' });
    } else if (this.known_ && this.view_.link === 'online') {
      this.lost_timer_ ??= setTimeout(() => this.change({ link: 'lost' }), daemon_patience_ms);
    }
  }

  private hear(message: LinkMessage): void {
    const told = message as unknown as ToPage;
    const before = this.known_;
    this.known_ = known_after(before, told);
    this.change({ visit: after_news(this.view_.visit, before, this.known_, this.gone_) });
    this.follow_interview(before, told);
    if (told.type === 'wiped') this.was_wiped(told.interview_id ?? null, told.counts);
    if (this.known_?.bell === 'answered' && before?.bell !== 'answered') {
      this.bell_timer_ = setTimeout(() => this.forget_answered_bell(), answered_bell_ms);
    }
    const sentence = sentence_for(before, this.known_, this.view_.visit);
    if (sentence) this.speak(sentence);
  }

  private follow_interview(before: Known | null, told: ToPage): void {
    const known = this.known_;
    const running = running_interview(known);
    const room = this.view_.room;
    if (room && running?.interview_id !== room.interview_id) void this.end_room(room);
    if (running && known && running.interview_id !== this.gone_) {
      if (room?.interview_id === running.interview_id) room.renew(running);
      else this.begin_room(running, known);
    }
    const now = this.view_.room;
    if (told.type === 'snapshot') {
      void this.devices.tell();
      if (this.fresh_link_ && before) now?.daemon_is_new(told.papers);
      this.fresh_link_ = false;
    }
    if (told.type === 'devices') now?.tell_devices(told.report);
    now?.hear(told);
    const live = live_interview(known);
    if (!live && live_interview(before) && !now) this.devices.close();
  }

  private begin_room(interview: KioskInterview, known: Known): void {
    performance.mark('parvis:accepted');
    const tools = {
      interview_id: interview.interview_id,
      link: this.link,
      papers: this.papers_,
      pictures: new PagePictures(),
      speak: (sentence: Sentence) => this.speak(sentence),
    };
    const tracks = this.devices.opened ?? { audio: null, video: null };
    const room = new InterviewRoom(interview, tools, { tracks, papers: known.papers, devices: known.devices }, {
      ended_by_adviser: () => setTimeout(() => this.end_if_still_open(interview), this.known_?.online ? end_patience_ms : 0),
    });
    this.change({ room, overlay: null });
    // Whoever started it consented by a touch, or by the mediator's act.
    void this.devices.open();
  }

  private devices_changed(): void {
    const own = this.devices.opened;
    this.view_.room?.set_tracks(own ?? { audio: null, video: null });
    this.change({ own });
  }

  // ---- the end

  private async end_room(room: InterviewRoom): Promise<void> {
    const held = room.let_go();
    this.devices.close();
    forget_storage(this.papers_);
    this.change({ room: null, overlay: null });
    this.speak('goodbye');
    const wipe = { interview_id: room.interview_id, reason: 'ended', page_papers: held };
    const done = await this.link.send<WipeCounts>('wipe', wipe, { patience_ms: wipe_patience_ms });
    const counts = done.ok && 'daemon_papers' in done.value ? done.value : null;
    room.close(counts);
    if (counts) this.was_wiped(room.interview_id, counts);
  }

  private was_wiped(interview_id: string | null, counts: WipeCounts): void {
    const { visit } = this.view_;
    if (visit.at === 'farewell' && visit.interview_id === interview_id) this.change({ visit: { ...visit, counts } });
  }

  private end_if_still_open(interview: KioskInterview): void {
    if (running_interview(this.known_)?.interview_id === interview.interview_id) void this.leave(interview, { end_reason: 'finished' });
  }

  /** Neither server nor daemon say that it is over, but the people do. */
  private end_without_daemon(interview: KioskInterview): void {
    this.gone_ = interview.interview_id;
    this.change({ visit: farewell(interview.interview_id, interview.code ?? null, null) });
    const { room } = this.view_;
    if (room) void this.end_room(room);
  }

  // ----

  private go(visit: Visit): void {
    this.voice_.hush();
    this.change({ visit });
    if (visit.at === 'rehearsal') void this.devices.open();
    if (visit.at === 'not_reached') this.speak('nobody_available');
  }

  private change(change: Partial<StationView>): void {
    const next = { ...this.view_, ...change, known: this.known_ };
    this.view_ = { ...next, screen: screen_of({ ...next, gone: this.gone_ }) };
    for (const listener of this.listeners_) listener();
  }
}
