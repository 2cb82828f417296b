// SPDX-License-Identifier: EUPL-1.2
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface TakenMail {
  to: string;
  /** Headers by their names in small letters, unfolded, words of RFC 2047 decoded. */
  headers: Record<string, string>;
  /** The parts of the body by their type ("text/plain"), decoded. */
  parts: Record<string, string>;
  /** The whole Content-Type of a part by its type. */
  types: Record<string, string>;
}

/** A mail server on a free loopback port that keeps what it is given. */
export class SmtpSink {
  readonly taken: TakenMail[] = [];
  /** Addresses that it refuses for good. */
  readonly refused = new Set<string>();
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(server: Server) {
    this.#server = server;
    server.on('connection', (socket) => this.#talk(socket));
  }

  static async start(): Promise<SmtpSink> {
    const server = createServer();
    const sink = new SmtpSink(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return sink;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #talk(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    let unread = '';
    let to = '';
    let content: string[] | undefined;
    const command = (line: string): string => {
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'RCPT') {
        to = /<([^>]*)>/.exec(line)?.[1] ?? '';
        return this.refused.has(to) ? '550 5.1.1 no such person' : '250 fine';
      }
      if (verb === 'DATA') {
        content = [];
        return '354 go on';
      }
      return verb === 'QUIT' ? '221 bye' : '250 fine';
    };
    socket.write('220 sink ESMTP\r\n');
    socket.on('data', (bytes) => {
      unread += bytes.toString('latin1');
      for (let end = unread.indexOf('\r\n'); end >= 0; end = unread.indexOf('\r\n')) {
        const line = unread.slice(0, end);
        unread = unread.slice(end + 2);
        if (content === undefined) {
          socket.write(`${command(line)}\r\n`);
        } else if (line === '.') {
          this.taken.push(read_mail(to, content.join('\r\n')));
          content = undefined;
          socket.write('250 taken\r\n');
        } else {
          content.push(line.startsWith('..') ? line.slice(1) : line);
        }
      }
    });
  }
}

function read_headers(text: string): Record<string, string> {
  const lines = text.replace(/\r\n[ \t]/g, ' ').split('\r\n');
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), decode_words(line.slice(colon + 1).trim())];
    }),
  );
}

function decode_words(text: string): string {
  return text
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, word: string) => Buffer.from(word, 'base64').toString('latin1'))
    .replace(/[\x80-\xff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
}

function decode_body(text: string, encoding: string | undefined): string {
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString('utf8');
  const bytes = text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function read_mail(to: string, content: string): TakenMail {
  const [head = ''] = content.split('\r\n\r\n', 1);
  const headers = read_headers(head);
  const boundary = /boundary="?([^";]+)/.exec(headers['content-type'] ?? '')?.[1] ?? '';
  const mail: TakenMail = { to, headers, parts: {}, types: {} };
  for (const part of content.slice(head.length + 4).split(`--${boundary}`).slice(1, -1)) {
    const start = part.indexOf('\r\n\r\n');
    const own = read_headers(part.slice(2, start));
    const type = own['content-type'] ?? '';
    const name = type.split(';', 1)[0] ?? '';
    mail.parts[name] = decode_body(part.slice(start + 4), own['content-transfer-encoding']);
    mail.types[name] = type;
  }
  return mail;
}
