// SPDX-License-Identifier: EUPL-1.2
// The server's side of a link over real sockets, played by the test line by line.
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

export type Frame = Record<string, unknown> & { type: string };

/** One accepted socket: what the client sent can be awaited in order. */
export class TestConnection {
  readonly socket: WebSocket;
  private readonly arrived_: Frame[] = [];
  private readonly binary_: Buffer[] = [];
  private wake_: (() => void)[] = [];
  closed = false;
  /** Whether pings are answered; false plays a line that is cut while the socket stays open. */
  alive = true;
  pings: Frame[] = [];

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (bytes: Buffer, is_binary) => {
      if (is_binary) this.binary_.push(bytes);
      else this.take(JSON.parse(bytes.toString()) as Frame);
      this.wake();
    });
    socket.on('close', () => {
      this.closed = true;
      this.wake();
    });
  }

  private take(frame: Frame): void {
    if (frame.type !== 'ping') {
      this.arrived_.push(frame);
      return;
    }
    this.pings.push(frame);
    if (this.alive) this.say({ type: 'pong' });
  }

  private wake(): void {
    for (const wake of this.wake_.splice(0)) wake();
  }

  private async until<T>(look: () => T | undefined): Promise<T> {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      await new Promise<void>((wake) => this.wake_.push(wake));
    }
  }

  /** The next frame that is no ping. */
  next(): Promise<Frame> {
    return this.until(() => this.arrived_.shift());
  }

  next_binary(): Promise<Buffer> {
    return this.until(() => this.binary_.shift());
  }

  ping_number(count: number): Promise<Frame> {
    return this.until(() => this.pings[count - 1]);
  }

  until_closed(): Promise<true> {
    return this.until(() => this.closed || undefined);
  }

  /** Frames that came and were not awaited. */
  unread(): Frame[] {
    return [...this.arrived_];
  }

  say(...frames: Frame[]): void {
    for (const frame of frames) this.socket.send(JSON.stringify(frame));
  }

  /** Reads the hello and welcomes the client. */
  async welcome({ epoch = 'E1', link = 'L1', resumed = false, protocol = 2 } = {}): Promise<Frame> {
    const hello = await this.next();
    this.say({ type: 'welcome', protocol, epoch, link, resumed });
    return hello;
  }
}

export class LinkTestServer {
  private readonly server_: WebSocketServer;
  private readonly waiting_: TestConnection[] = [];
  private readonly takers_: ((connection: TestConnection) => void)[] = [];
  readonly url: string;

  private constructor(server: WebSocketServer) {
    this.server_ = server;
    this.url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/link`;
    server.on('connection', (socket) => {
      const connection = new TestConnection(socket);
      const taker = this.takers_.shift();
      if (taker) taker(connection);
      else this.waiting_.push(connection);
    });
  }

  static open(): Promise<LinkTestServer> {
    return new Promise((resolve) => {
      const server = new WebSocketServer({ host: '127.0.0.1', port: 0, maxPayload: 16 * 1024 * 1024 });
      server.on('listening', () => resolve(new LinkTestServer(server)));
    });
  }

  accept(): Promise<TestConnection> {
    const waiting = this.waiting_.shift();
    return waiting ? Promise.resolve(waiting) : new Promise((taker) => this.takers_.push(taker));
  }

  close(): Promise<void> {
    for (const client of this.server_.clients) client.terminate();
    return new Promise((resolve) => this.server_.close(() => resolve()));
  }
}

/** A host that accepts connections and never says a word; `accepted` holds when each came (performance.now, ms). */
export async function open_silent_host(): Promise<{ url: string; accepted: number[]; close(): Promise<void> }> {
  const accepted: number[] = [];
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    accepted.push(performance.now());
    sockets.push(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    accepted,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
