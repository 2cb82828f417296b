// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import WebSocket from 'ws';
import { until } from './until.ts';

export interface LinkMessage {
  type: string;
  seq?: number;
  [field: string]: unknown;
}

export interface LinkOptions {
  /** http://host:port/path; the socket's address is made from it. */
  url: string;
  headers?: Record<string, string>;
  /** Members of the hello beside type, protocol and language. */
  hello?: Record<string, unknown>;
  protocol?: { lowest: number; highest: number };
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An id as the pages make them: time, then chance. */
export function new_ulid(now = Date.now()): string {
  let time = '';
  for (let rest = now, index = 0; index < 10; index += 1, rest = Math.floor(rest / 32)) time = alphabet[rest % 32] + time;
  return time + [...randomBytes(16)].map((byte) => alphabet[byte % 32]).join('');
}

/** The bare end of a link, for tests of the protocol itself: it keeps every message and answers nothing by itself. */
export class BareLink {
  readonly socket: WebSocket;
  readonly messages: LinkMessage[] = [];
  closed: { code: number; reason: string } | undefined;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (bytes: Buffer, is_binary: boolean) => {
      if (!is_binary) this.messages.push(JSON.parse(bytes.toString('utf8')) as LinkMessage);
    });
    socket.on('close', (code: number, reason: Buffer) => (this.closed = { code, reason: reason.toString('utf8') }));
    socket.on('error', () => {}); // the close event follows and tells
  }

  /** Opens the socket and says nothing. */
  static async connect(options: LinkOptions): Promise<BareLink> {
    const url = options.url.replace(/^http/, 'ws');
    const socket = new WebSocket(url, { headers: { Origin: new URL(options.url).origin, ...options.headers } });
    const link = new BareLink(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('unexpected-response', (_request, response) => reject(new Error(`${url} answered ${response.statusCode ?? 0}`)));
      socket.once('error', reject);
    });
    return link;
  }

  /** Connects, says hello, and waits for the welcome. */
  static async open(options: LinkOptions): Promise<BareLink> {
    const link = await BareLink.connect(options);
    const protocol = options.protocol ?? { lowest: 1, highest: 2 };
    link.send({ type: 'hello', protocol, language: 'fr', ...options.hello });
    await link.next('welcome');
    return link;
  }

  send(message: Record<string, unknown>): void {
    this.socket.send(JSON.stringify(message));
  }

  /** Waits for the first message of this type that `accept` takes, among those that came and those to come. */
  next(type: string, accept: (message: LinkMessage) => boolean = () => true, limit_ms = 10_000): Promise<LinkMessage> {
    const find = (): LinkMessage | undefined => this.messages.find((message) => message.type === type && accept(message));
    return until(`a message '${type}'`, find, limit_ms, () => {
      const seen = this.messages.map((message) => JSON.stringify(message).slice(0, 200)).join('\n');
      return `closed: ${JSON.stringify(this.closed)}; messages:\n${seen}`;
    });
  }

  /** Sends a command and returns its answer, "done" or "refused". */
  async command(type: string, fields: Record<string, unknown> = {}, id = new_ulid()): Promise<LinkMessage> {
    this.send({ id, type, ...fields });
    const is_answer = (message: LinkMessage): boolean => message.id === id && ['done', 'refused'].includes(message.type);
    return until(`the answer to ${type}`, () => this.messages.find(is_answer), 10_000, () => JSON.stringify(this.closed));
  }

  async close(): Promise<void> {
    this.socket.close();
    await until('the socket to be closed', () => this.closed);
  }
}
