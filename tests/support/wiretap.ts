// SPDX-License-Identifier: EUPL-1.2
import { connect, createServer, type Server, type Socket } from 'node:net';

/** Frames of a WebSocket as they went in, without the mask that every browser lays over them (RFC 6455, 5.3). */
export function unmasked(stream: Buffer): Buffer {
  const start = stream.indexOf('\r\n\r\n');
  if (start === -1 || !/\r\nupgrade: *websocket/i.test(stream.subarray(0, start).toString('latin1'))) return stream;
  const parts: Buffer[] = [stream.subarray(0, start)];
  for (let at = start + 4; at + 2 <= stream.length; ) {
    const second = stream[at + 1] ?? 0;
    let length = second & 127;
    let head = at + 2;
    if (length === 126) {
      length = stream.readUInt16BE(head);
      head += 2;
    } else if (length === 127) {
      length = Number(stream.readBigUInt64BE(head));
      head += 8;
    }
    const masked = (second & 128) !== 0;
    const mask = masked ? stream.subarray(head, head + 4) : Buffer.alloc(4);
    if (masked) head += 4;
    parts.push(stream.subarray(head, head + length).map((byte, index) => byte ^ (mask[index % 4] ?? 0)) as Buffer);
    at = head + length;
  }
  return Buffer.concat(parts);
}

/** A cable between the server and everybody who talks to it, with somebody who writes down every byte. */
export class Wiretap {
  readonly port: number;
  readonly #server: Server;
  readonly #streams: Buffer[][];
  readonly #sockets: Set<Socket>;

  private constructor(port: number, server: Server, streams: Buffer[][], sockets: Set<Socket>) {
    this.port = port;
    this.#server = server;
    this.#streams = streams;
    this.#sockets = sockets;
  }

  static async before(server_port: number, own_port: number): Promise<Wiretap> {
    const streams: Buffer[][] = [];
    const sockets = new Set<Socket>();
    const tap = (from: Socket, to: Socket): void => {
      const stream: Buffer[] = [];
      streams.push(stream);
      sockets.add(from);
      from.on('data', (bytes) => {
        stream.push(Buffer.from(bytes));
        to.write(bytes);
      });
      from.on('end', () => to.end());
      from.on('error', () => to.destroy());
      from.on('close', () => sockets.delete(from));
    };
    const server = createServer((caller) => {
      const line = connect({ host: '127.0.0.1', port: server_port });
      tap(caller, line);
      tap(line, caller);
    });
    await new Promise<void>((resolve) => server.listen(own_port, '127.0.0.1', resolve));
    return new Wiretap(own_port, server, streams, sockets);
  }

  /** Everything that went over the cable so far, both ways, connection by connection. */
  heard(): Buffer[] {
    return this.#streams.map((stream) => unmasked(Buffer.concat(stream)));
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
