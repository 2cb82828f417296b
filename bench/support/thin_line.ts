// SPDX-License-Identifier: EUPL-1.2
// A village's line between a browser and the relay: every datagram waits its turn at a fixed rate, in a queue that overflows.
import { createSocket, type Socket } from 'node:dgram';

export interface LineOptions {
  bits_per_second: number;
  /** One way. */
  delay_ms: number;
  queue_bytes: number;
}

/** Ethernet, IP and UDP headers count on the line too. */
const header_bytes = 46;

/** One direction. */
class Lane {
  readonly #options: LineOptions;
  readonly #deliver: (content: Buffer) => void;
  #free_at = 0;

  constructor(options: LineOptions, deliver: (content: Buffer) => void) {
    this.#options = options;
    this.#deliver = deliver;
  }

  push(content: Buffer): void {
    const { bits_per_second, delay_ms, queue_bytes } = this.#options;
    const now = performance.now();
    const bytes_per_ms = bits_per_second / 8000;
    if ((this.#free_at - now) * bytes_per_ms > queue_bytes) return;
    this.#free_at = Math.max(now, this.#free_at) + (content.length + header_bytes) / bytes_per_ms;
    setTimeout(() => this.#deliver(content), this.#free_at + delay_ms - now);
  }
}

export class ThinLine {
  readonly port: number;
  readonly #sockets: Socket[];

  private constructor(port: number, sockets: Socket[]) {
    this.port = port;
    this.#sockets = sockets;
  }

  /** Passes what comes to its port on to `target_port` on this machine, and answers back. */
  static async open(target_port: number, options: LineOptions): Promise<ThinLine> {
    const near = createSocket('udp4');
    const sockets = [near];
    const lanes = new Map<number, Lane>();
    near.on('message', (content, { port }) => {
      let up = lanes.get(port);
      if (up === undefined) {
        const far = createSocket('udp4');
        sockets.push(far);
        const down = new Lane(options, (answer) => near.send(answer, port, '127.0.0.1'));
        far.on('message', (answer) => down.push(answer));
        up = new Lane(options, (sent) => far.send(sent, target_port, '127.0.0.1'));
        lanes.set(port, up);
      }
      up.push(content);
    });
    await new Promise<void>((bound) => near.bind(0, '127.0.0.1', bound));
    return new ThinLine(near.address().port, sockets);
  }

  close(): void {
    for (const socket of this.#sockets) {
      socket.removeAllListeners('message');
      socket.close();
    }
  }
}
