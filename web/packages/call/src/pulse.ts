// SPDX-License-Identifier: EUPL-1.2
// A heartbeat on its own unordered, unreliable data channel: it shows a dead line seconds before the browser does.

const every_ms = 500;
const beat = new Uint8Array([1]);

export class Pulse {
  private channel: RTCDataChannel | null = null;
  private timer: ReturnType<typeof setInterval> | null = null;
  /** When the other side was last heard here (performance.now); null before the first pulse of a connection. */
  heard_at: number | null = null;

  attach(channel: RTCDataChannel): void {
    this.detach();
    this.channel = channel;
    channel.onmessage = () => (this.heard_at = performance.now());
    this.timer = setInterval(() => this.send(), every_ms);
  }

  detach(): void {
    if (this.timer !== null) clearInterval(this.timer);
    if (this.channel !== null) this.channel.onmessage = null;
    this.timer = null;
    this.channel = null;
    this.heard_at = null;
  }

  private send(): void {
    // A standing line queues what it cannot send: one waiting beat is enough.
    if (this.channel?.readyState === 'open' && this.channel.bufferedAmount === 0) this.channel.send(beat);
  }
}
