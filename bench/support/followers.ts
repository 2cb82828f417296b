// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import WebSocket from 'ws';

const ping_every_ms = 5_000;

/** Opens a link, says hello and from then on that it is still there; `hear` gets every message as it came, with the moment of its arrival. */
export async function follow(options: { url: string; cookie?: string; hello: Record<string, unknown> }, hear: (text: string, at: number) => void): Promise<WebSocket> {
  const headers = { Origin: new URL(options.url).origin, ...(options.cookie === undefined ? {} : { Cookie: options.cookie }) };
  const socket = new WebSocket(options.url.replace(/^http/, 'ws'), { headers });
  let received = 0;
  socket.on('message', (bytes: Buffer) => {
    const at = performance.now();
    const text = bytes.toString('utf8');
    received = Number(/"seq":(\d+)/.exec(text)?.[1] ?? received);
    hear(text, at);
  });
  await once(socket, 'open');
  const heart = setInterval(() => socket.send(JSON.stringify({ type: 'ping', received })), ping_every_ms);
  socket.once('close', () => clearInterval(heart));
  socket.send(JSON.stringify({ type: 'hello', protocol: { lowest: 1, highest: 2 }, language: 'fr', ...options.hello }));
  return socket;
}

/** Consoles that count how many people of the line were called: the number that wait goes down by one with each call. */
export class ConsoleCount {
  readonly #of: number;
  readonly #level: number[] = [];
  readonly #reached: number[] = [];
  #waiting_at_first: number | undefined;
  /** When the last console had heard of so many calls. */
  readonly all_at: number[] = [];

  constructor(of: number) {
    this.#of = of;
  }

  /** How many have the line. */
  get ready(): number {
    return this.#reached[0] ?? 0;
  }

  /** How many consoles have heard of so many calls. */
  reached(level: number): number {
    return this.#reached[level] ?? 0;
  }

  hear(console_number: number, text: string, at: number): void {
    const waiting = /"waiting":(\d+)/.exec(text)?.[1];
    if (waiting === undefined) return;
    this.#waiting_at_first ??= Number(waiting);
    const level = this.#waiting_at_first - Number(waiting);
    for (let next = (this.#level[console_number] ?? -1) + 1; next <= level; next += 1) {
      this.#reached[next] = (this.#reached[next] ?? 0) + 1;
      if (this.#reached[next] === this.#of) this.all_at[next] = at;
      this.#level[console_number] = next;
    }
  }
}

interface WallMessage {
  site?: { site_id: string };
  lines?: { calls: { number: number }[] }[];
}

/** Screens that show who is called: when each number appeared at each site. */
export class ScreenWatch {
  readonly #site_of: string[] = [];
  readonly #shown_at = new Map<string, number>();

  get ready(): number {
    return this.#site_of.filter((site) => site !== '').length;
  }

  hear(screen: number, text: string, at: number): void {
    const message = JSON.parse(text) as WallMessage;
    if (message.site !== undefined) this.#site_of[screen] = message.site.site_id;
    for (const call of (message.lines ?? []).flatMap((line) => line.calls)) {
      const key = `${this.#site_of[screen] ?? ''} ${call.number}`;
      if (!this.#shown_at.has(key)) this.#shown_at.set(key, at);
    }
  }

  shown_at(site: string, number: number): number | undefined {
    return this.#shown_at.get(`${site} ${number}`);
  }
}
