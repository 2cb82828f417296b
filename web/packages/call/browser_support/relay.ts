// SPDX-License-Identifier: EUPL-1.2
// Serves the test page and passes signals between its two sides, as the server would. It can go away and come back.
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { build } from 'vite';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';

async function bundle(): Promise<string> {
  const entry = resolve(import.meta.dirname, 'page.ts');
  const built = await build({
    configFile: false, logLevel: 'error', root: import.meta.dirname,
    build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: 'page' } },
  });
  const outputs = Array.isArray(built) ? built : [built];
  for (const output of outputs) {
    if (!('output' in output)) continue;
    const chunk = output.output.find((part) => part.type === 'chunk');
    if (chunk?.type === 'chunk') return chunk.code;
  }
  throw new Error('the test page gave no script');
}

const page = '<!doctype html><meta charset="utf-8"><title>call</title><video autoplay playsinline></video><script type="module" src="/page.js"></script>';

export class Relay {
  passed = 0;
  /** Signals are dropped, as during an outage in which the pages' sockets stay open. */
  silent = false;
  private readonly http: Server;
  private readonly sockets = new WebSocketServer({ noServer: true });
  private readonly sides = new Map<string, WebSocket>();

  private constructor(script: string) {
    this.http = createServer((request, response) => {
      const is_script = request.url === '/page.js';
      response.writeHead(200, { 'content-type': is_script ? 'text/javascript' : 'text/html' }).end(is_script ? script : page);
    });
    this.http.on('upgrade', (request, socket, head) => {
      this.sockets.handleUpgrade(request, socket, head, (opened) => this.joined(request.url ?? '', opened));
    });
  }

  static async start(address = '127.0.0.1'): Promise<Relay> {
    const relay = new Relay(await bundle());
    await new Promise<void>((listening) => relay.http.listen(0, address, listening));
    return relay;
  }

  get origin(): string {
    const { address, port } = this.http.address() as AddressInfo;
    return `http://${address}:${port}`;
  }

  private joined(side: string, socket: WebSocket): void {
    this.sides.set(side, socket);
    socket.on('message', (content) => {
      if (String(content) === 'ping') return socket.send('pong');
      const other = [...this.sides].find(([name]) => name !== side)?.[1];
      if (this.silent || other?.readyState !== 1) return;
      this.passed += 1;
      other.send(String(content));
    });
  }

  async stop(): Promise<void> {
    for (const socket of this.sides.values()) socket.terminate();
    this.http.closeAllConnections();
    await new Promise((closed) => this.http.close(closed));
  }
}
