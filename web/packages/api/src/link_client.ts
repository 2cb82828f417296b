// SPDX-License-Identifier: EUPL-1.2
// The one WebSocket of a page. It reconnects by itself, takes up the link where it was cut, never hands a message over
// twice, and sends unanswered commands again under the same id. A page sees messages, answers, and the state of the link.
import { CommandBook } from './command_book.ts';
import { start_heartbeat } from './heartbeat.ts';
import { close_code, largest_text_frame, read_message, read_welcome, type LinkMessage, type ProtocolRange, type Resume, type Welcome } from './link_messages.ts';
import type { LinkState } from './link_state.ts';
import { pause_before_try } from './pause.ts';
import { failure, read_problem, type Problem, type Result } from './result.ts';
import { new_ulid } from './ulid.ts';

export interface LinkTiming {
  readonly ping_ms: number;
  /** Without any frame for so long, the socket is given up. */
  readonly dead_ms: number;
  /** From opening to welcome. Browsers throttle hosts whose sockets are given up too fast: not under 2 s. */
  readonly connect_ms: number;
  readonly shortest_pause_ms: number;
  readonly longest_pause_ms: number;
  /** How long a command waits for its answer, reconnections included. */
  readonly answer_ms: number;
}

export const default_timing: LinkTiming = {
  ping_ms: 5_000,
  dead_ms: 10_000,
  connect_ms: 8_000,
  shortest_pause_ms: 500,
  longest_pause_ms: 10_000,
  answer_ms: 30_000,
};

export interface LinkOptions {
  /** "/api/v1/link", or a whole ws: or wss: URL. */
  url: string;
  language: string;
  /** Page token of the kiosk's daemon; staff pages are known by their cookie. */
  token?: string;
  protocol?: ProtocolRange;
  /** What this page adds to its hello, e.g. `{ surface: 'desk', site_id }`. */
  hello?: Readonly<Record<string, unknown>>;
  /** Each application message once, in order. `snapshot` replaces all that was known before. */
  on_message(message: LinkMessage): void;
  on_binary?(bytes: ArrayBuffer): void;
  /** After every welcome; `resumed` false means that a snapshot follows. */
  on_welcome?(welcome: Welcome): void;
  timing?: Partial<LinkTiming>;
}

/** Binary frames wait in the browser at most this much before send_binary refuses. */
const largest_binary_backlog = 8 * 1024 * 1024;

/** Closures after which trying again would change nothing. */
const final_closures: Record<number, Problem> = {
  [close_code.unauthenticated]: failure('unauthenticated', 'link_unauthenticated').error,
  [close_code.forbidden]: failure('forbidden', 'link_forbidden').error,
  [close_code.replaced]: failure('conflict', 'link_replaced').error,
};

export class LinkClient {
  private readonly options_: LinkOptions;
  private readonly timing_: LinkTiming;
  private readonly commands_ = new CommandBook();
  private readonly listeners_ = new Set<() => void>();
  private state_: LinkState = { status: 'offline', since: Date.now(), ended: null };
  private socket_: WebSocket | null = null;
  private welcome_: Welcome | null = null;
  private resume_: Resume | null = null;
  private received_ = 0;
  private failures_ = 0;
  private last_life_ = 0;
  private pinged_ = false;
  private stopped_ = false;
  private problem_: Problem | null = null;
  private connect_timer_: ReturnType<typeof setTimeout> | undefined;
  private retry_timer_: ReturnType<typeof setTimeout> | undefined;
  private stop_heartbeat_: (() => void) | null = null;

  constructor(options: LinkOptions) {
    this.options_ = options;
    this.timing_ = { ...default_timing, ...options.timing };
  }

  /** The present state; a new object at each change, so it serves useSyncExternalStore. */
  readonly state = (): LinkState => this.state_;

  /** Calls `listener` after each change of state; returns the function that ends it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners_.add(listener);
    return () => this.listeners_.delete(listener);
  };

  /** The protocol agreed with the server; null before the first welcome. */
  get protocol(): number | null {
    return this.welcome_?.protocol ?? null;
  }

  start(): void {
    if (this.stop_heartbeat_) return;
    this.stopped_ = false;
    this.set_state('offline', null);
    this.stop_heartbeat_ = start_heartbeat(this.timing_.ping_ms, () => this.beat());
    globalThis.addEventListener?.('online', this.retry_now);
    this.connect();
  }

  /** Ends the link; unanswered commands fail with `link_ended`. */
  stop(): void {
    this.end(failure('unavailable', 'link_ended').error, null);
  }

  /** Tries again at once instead of waiting for the pause to end. */
  readonly retry_now = (): void => {
    if (this.socket_ || !this.stop_heartbeat_) return;
    clearTimeout(this.retry_timer_);
    this.connect();
  };

  /**
   * Gives the server a command and waits for its answer. Sent now or as soon as the link is there, and again after a cut,
   * always under the same `id`: done at most once. Fails with `timeout` / `no_answer` after `patience_ms` (it may have been
   * done all the same), `too_large`, `unavailable` / `link_ended`, or whatever the server refuses with.
   */
  send<Answer = unknown>(
    type: string,
    fields: Record<string, unknown> = {},
    { id = new_ulid(), patience_ms = this.timing_.answer_ms }: { id?: string; patience_ms?: number } = {},
  ): Promise<Result<Answer>> {
    const frame = JSON.stringify({ ...fields, id, type });
    if (new TextEncoder().encode(frame).length > largest_text_frame) return Promise.resolve(failure('too_large', 'too_large'));
    if (this.stopped_) return Promise.resolve(failure('unavailable', 'link_ended'));
    const answer = this.commands_.add(id, frame, patience_ms);
    if (this.state_.status === 'online') this.socket_?.send(frame);
    return answer as Promise<Result<Answer>>;
  }

  /** Sends bytes outside the sequence; false when offline or more than 8 MiB already wait. */
  send_binary(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): boolean {
    const socket = this.socket_;
    if (!socket || this.state_.status !== 'online') return false;
    if (socket.bufferedAmount + bytes.byteLength > largest_binary_backlog) return false;
    socket.send(bytes);
    return true;
  }

  private connect(): void {
    this.set_state('connecting', null);
    this.problem_ = null;
    const socket = new WebSocket(link_url(this.options_.url));
    socket.binaryType = 'arraybuffer';
    this.socket_ = socket;
    const mine = (handle: () => void) => () => {
      if (this.socket_ === socket) handle();
    };
    socket.onopen = mine(() => socket.send(JSON.stringify(this.hello())));
    socket.onmessage = (event: MessageEvent<unknown>) => mine(() => this.receive(event.data))();
    // A refused connection is an error everywhere, and a closure besides only in browsers. 1006 = lost without a word.
    socket.onerror = mine(() => this.closed(1006));
    socket.onclose = (event: CloseEvent) => mine(() => this.closed(event.code))();
    this.connect_timer_ = setTimeout(
      mine(() => this.abandon()),
      this.timing_.connect_ms,
    );
  }

  private hello(): Record<string, unknown> {
    const { language, token, hello, protocol = { lowest: 1, highest: 2 } } = this.options_;
    const resume = this.resume_ ? { ...this.resume_, received: this.received_ } : undefined;
    return { ...hello, type: 'hello', protocol, language, resume, token };
  }

  private receive(frame: unknown): void {
    this.last_life_ = performance.now();
    this.pinged_ = false;
    if (frame instanceof ArrayBuffer) {
      this.options_.on_binary?.(frame);
      return;
    }
    const message = typeof frame === 'string' ? read_message(frame) : null;
    if (!message) return this.start_afresh();
    if (message.type === 'pong') this.failures_ = 0;
    else if (message.type === 'problem') this.problem_ = read_problem(message);
    else if (message.type === 'welcome') this.welcomed(message);
    else if (message.type !== 'challenge') this.take_in_order(message);
  }

  private welcomed(message: LinkMessage): void {
    const welcome = read_welcome(message);
    if (!welcome) return this.start_afresh();
    clearTimeout(this.connect_timer_);
    if (!welcome.resumed) this.received_ = 0;
    this.welcome_ = welcome;
    this.resume_ = { epoch: welcome.epoch, link: welcome.link, received: this.received_ };
    for (const command of this.commands_.unanswered()) this.socket_?.send(command);
    this.set_state('online', null);
    this.options_.on_welcome?.(welcome);
  }

  private take_in_order(message: LinkMessage): void {
    const seq = message['seq'];
    if (this.state_.status !== 'online' || typeof seq !== 'number' || seq > this.received_ + 1) return this.start_afresh();
    if (seq <= this.received_) return;
    this.received_ = seq;
    if (!this.commands_.answer(message)) this.options_.on_message(message);
  }

  private beat(): void {
    const socket = this.socket_;
    if (!socket || this.state_.status !== 'online') return;
    // A page that slept finds its last sign of life old, but has asked for none: it asks first.
    if (this.pinged_ && performance.now() - this.last_life_ >= this.timing_.dead_ms - this.timing_.ping_ms / 10) {
      this.abandon();
      return;
    }
    this.pinged_ = true;
    socket.send(JSON.stringify({ type: 'ping', received: this.received_ }));
  }

  /** Something came that this protocol does not allow: only a snapshot makes it right again. */
  private start_afresh(): void {
    this.resume_ = null;
    this.abandon();
  }

  private abandon(): void {
    const socket = this.socket_;
    this.socket_ = null;
    socket?.close();
    this.pause();
  }

  private closed(code: number): void {
    this.socket_ = null;
    const final = final_closures[code];
    if (final) {
      this.end(this.problem_ ?? final, this.problem_ ?? final);
      return;
    }
    if (code === close_code.protocol_error || code === close_code.too_large) {
      // Sent again, the command at fault would close the next socket too.
      this.resume_ = null;
      this.commands_.fail_all(this.problem_ ?? failure('invalid_input', 'protocol_error').error);
    }
    this.pause();
  }

  private pause(): void {
    clearTimeout(this.connect_timer_);
    this.set_state('offline', null);
    const pause = pause_before_try(this.failures_, this.timing_, Math.random());
    this.failures_ += 1;
    this.retry_timer_ = setTimeout(() => this.connect(), pause);
  }

  private end(for_commands: Problem, ended: Problem | null): void {
    const socket = this.socket_;
    this.socket_ = null;
    this.stopped_ = true;
    clearTimeout(this.connect_timer_);
    clearTimeout(this.retry_timer_);
    this.stop_heartbeat_?.();
    this.stop_heartbeat_ = null;
    globalThis.removeEventListener?.('online', this.retry_now);
    socket?.close(1000);
    this.resume_ = null;
    this.commands_.fail_all(for_commands);
    this.set_state('offline', ended);
  }

  private set_state(status: LinkState['status'], ended: Problem | null): void {
    const before = this.state_;
    if (before.status === status && before.ended === ended) return;
    const turned = (before.status === 'online') !== (status === 'online');
    this.state_ = { status, since: turned ? Date.now() : before.since, ended };
    for (const listener of this.listeners_) listener();
  }
}

/** A path becomes the WebSocket URL of this page's host. */
function link_url(url: string): string {
  if (/^wss?:/.test(url)) return url;
  const absolute = new URL(url, location.href);
  absolute.protocol = absolute.protocol === 'https:' ? 'wss:' : 'ws:';
  return absolute.href;
}
