// SPDX-License-Identifier: EUPL-1.2
// Two ends of a channel in memory, with the parts of RTCDataChannel that lines use: ordered, asynchronous, breakable.

type Frame = string | ArrayBuffer;

/** A test in which nothing happens any more has failed; under the limit of a test. */
const most_idle_ms = 4000;

export class ChannelEnd {
  readyState: RTCDataChannelState = 'connecting';
  bufferedAmount = 0;
  bufferedAmountLowThreshold = 0;
  onopen: ((event: Event) => void) | null = null;
  onclose: ((event: Event) => void) | null = null;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onbufferedamountlow: ((event: Event) => void) | null = null;
  /** Frames sent from here that are still on their way. */
  readonly flying: Frame[] = [];
  sent_bytes = 0;
  /** May change or swallow (null) a frame on its way. */
  tamper: (frame: Frame) => Frame | null = (frame) => frame;
  peer: ChannelEnd | null = null;

  send(content: string | Uint8Array<ArrayBuffer>): void {
    if (this.readyState !== 'open') throw new DOMException('not open', 'InvalidStateError');
    const frame = typeof content === 'string' ? content : content.slice().buffer;
    const size = typeof frame === 'string' ? frame.length : frame.byteLength;
    this.flying.push(frame);
    this.bufferedAmount += size;
    this.sent_bytes += size;
  }

  /** Delivers up to `most` frames to the other end; says how many it delivered. */
  deliver(most = Infinity): number {
    let delivered = 0;
    while (delivered < most && this.readyState === 'open') {
      const frame = this.flying.shift();
      if (frame === undefined) break;
      delivered += 1;
      const before = this.bufferedAmount;
      this.bufferedAmount -= typeof frame === 'string' ? frame.length : frame.byteLength;
      const arrived = this.tamper(frame);
      if (arrived !== null) this.peer?.onmessage?.(new MessageEvent('message', { data: arrived }));
      const low = this.bufferedAmountLowThreshold;
      if (before > low && this.bufferedAmount <= low) this.onbufferedamountlow?.(new Event('bufferedamountlow'));
    }
    return delivered;
  }
}

export class Duplex {
  readonly a = new ChannelEnd();
  readonly b = new ChannelEnd();

  constructor() {
    this.a.peer = this.b;
    this.b.peer = this.a;
  }

  open(): void {
    for (const end of [this.a, this.b]) end.readyState = 'open';
    for (const end of [this.a, this.b]) end.onopen?.(new Event('open'));
  }

  /** Everything on its way is lost. */
  cut(): void {
    for (const end of [this.a, this.b]) {
      end.readyState = 'closed';
      end.flying.length = 0;
      end.bufferedAmount = 0;
    }
    for (const end of [this.a, this.b]) end.onclose?.(new Event('close'));
  }

  /** Delivers in both directions, and lets promises run, until the condition holds; fails when nothing moves any more. */
  async run_until(condition: () => boolean): Promise<void> {
    let moved_at = Date.now();
    while (!condition()) {
      if (this.a.deliver(8) + this.b.deliver(8) > 0) moved_at = Date.now();
      // Fingerprints are made by other threads, which a busy machine lets wait.
      if (Date.now() - moved_at > most_idle_ms) throw new Error('nothing moves any more and the condition does not hold');
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }
}
