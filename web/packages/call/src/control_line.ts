// SPDX-License-Identifier: EUPL-1.2
import type { ControlLine, ControlLineEvents } from './api.ts';
import { longest_control_message } from './control.ts';
import type { MessageOf, ReceivedBy, SentBy, Side } from './control.ts';
import { is_record } from './control_fields.ts';
import { read_control_value } from './control_reader.ts';
import { Events } from './events.ts';

/** Kept until confirmed: minutes of progress messages. A page that is away longer begins anew anyway. */
const most_unconfirmed = 512;
/** Confirmations ride on messages; alone they go out after so many messages, or after this time. */
const confirm_every = 16;
const confirm_after_ms = 200;

/** What travels: `n` counts the messages of one page load, `ack` is the last one heard of the other. */
type Envelope = { n?: number; ack: number; message?: unknown };

/** The part of RTCDataChannel that is used here. */
export type TextChannel = {
  readonly readyState: RTCDataChannelState;
  send(text: string): void;
  onopen: ((event: Event) => void) | null;
  onclose: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
};

export class ControlLineOverChannel<S extends Side> implements ControlLine<S> {
  private readonly side: S;
  private readonly events = new Events<ControlLineEvents<S>>();
  private channel: TextChannel | null = null;
  private unconfirmed: { n: number; message: SentBy<S> }[] = [];
  private next_n = 1;
  private heard_n = 0;
  private confirmed_n = 0;
  private confirm_timer: ReturnType<typeof setTimeout> | null = null;
  private closed = false;

  constructor(side: S) {
    this.side = side;
  }

  get open(): boolean {
    return this.channel?.readyState === 'open';
  }

  on<Name extends keyof ControlLineEvents<S>>(name: Name, listener: (value: ControlLineEvents<S>[Name]) => void): () => void {
    return this.events.on(name, listener);
  }

  when<T extends ReceivedBy<S>['type']>(type: T, listener: (message: MessageOf<ReceivedBy<S>, T>) => void): () => void {
    return this.events.on('message', (message) => {
      if (message.type === type) listener(message as MessageOf<ReceivedBy<S>, T>);
    });
  }

  send(message: SentBy<S>): 'sent' | 'kept' | 'full' | 'too_long' | 'closed' {
    if (this.closed) return 'closed';
    if (JSON.stringify(message).length > longest_control_message) return 'too_long';
    if (this.unconfirmed.length >= most_unconfirmed) return 'full';
    const kept = { n: this.next_n, message };
    this.next_n += 1;
    this.unconfirmed.push(kept);
    return this.post({ n: kept.n, ack: this.heard_n, message }) ? 'sent' : 'kept';
  }

  /** Takes over the channel of a new peer connection; what the other page has not confirmed goes out again. */
  attach(channel: TextChannel): void {
    this.detach();
    this.channel = channel;
    channel.onopen = () => this.opened();
    channel.onclose = () => this.events.emit('open', false);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => this.receive(data);
    if (channel.readyState === 'open') this.opened();
  }

  detach(): void {
    if (this.channel === null) return;
    const was_open = this.open;
    Object.assign(this.channel, { onopen: null, onclose: null, onmessage: null });
    this.channel = null;
    if (was_open) this.events.emit('open', false);
  }

  /** The other page was loaded anew: counting begins again on both sides. Returns what the old page never confirmed. */
  peer_replaced(): SentBy<S>[] {
    const unheard = this.unconfirmed.map((kept) => kept.message);
    this.unconfirmed = [];
    this.next_n = 1;
    this.heard_n = 0;
    this.confirmed_n = 0;
    return unheard;
  }

  close(): void {
    this.closed = true;
    this.detach();
    this.unconfirmed = [];
    if (this.confirm_timer !== null) clearTimeout(this.confirm_timer);
  }

  private opened(): void {
    for (const kept of this.unconfirmed) this.post({ n: kept.n, ack: this.heard_n, message: kept.message });
    this.events.emit('open', true);
  }

  private post(envelope: Envelope): boolean {
    if (!this.open) return false;
    try {
      this.channel?.send(JSON.stringify(envelope));
      this.confirmed_n = envelope.ack;
      return true;
    } catch {
      // The browser's queue is full: the line stands still. The message is kept and goes out when it is rebuilt.
      return false;
    }
  }

  private receive(data: unknown): void {
    const envelope = read_envelope(data);
    if (envelope === null) {
      this.events.emit('ignored', { reason: 'not_json', type: '', pointer: '' });
      return;
    }
    this.unconfirmed = this.unconfirmed.filter((kept) => kept.n > envelope.ack);
    if (envelope.n === undefined || envelope.n <= this.heard_n) return;
    this.heard_n = envelope.n;
    this.confirm_soon();
    const reading = read_control_value(this.side, envelope.message);
    if ('ignored' in reading) this.events.emit('ignored', reading.ignored);
    else this.events.emit('message', reading.message);
  }

  private confirm_soon(): void {
    if (this.heard_n - this.confirmed_n >= confirm_every) {
      this.post({ ack: this.heard_n });
      return;
    }
    this.confirm_timer ??= setTimeout(() => {
      this.confirm_timer = null;
      if (this.heard_n > this.confirmed_n) this.post({ ack: this.heard_n });
    }, confirm_after_ms);
  }
}

function read_envelope(data: unknown): Envelope | null {
  if (typeof data !== 'string' || data.length > longest_control_message + 256) return null;
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return null;
  }
  if (!is_record(value)) return null;
  const { n, ack, message } = value;
  if (typeof ack !== 'number' || (n !== undefined && !(typeof n === 'number' && Number.isSafeInteger(n)))) return null;
  return n === undefined ? { ack } : { n, ack, message };
}
