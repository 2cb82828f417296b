// SPDX-License-Identifier: EUPL-1.2
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { WebSocketServer, type WebSocket } from 'ws';
import { launch_browser, type BrowserOptions, type RoleBrowser } from '../../tests/support/browser.ts';
import { bare_page } from './bare_page.ts';

const document_text = `<!doctype html><meta charset="utf-8"><title>bare call</title>
<video autoplay playsinline muted width="640"></video><script>(${bare_page.toString()})()</script>`;

/** Serves the page and passes what one says to the other. */
function start_exchange(): Promise<Server> {
  const sockets = new WebSocketServer({ noServer: true });
  const sides = new Map<string, WebSocket>();
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(document_text);
  });
  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (opened) => {
      const side = request.url ?? '';
      sides.set(side, opened);
      opened.on('message', (content: Buffer) => {
        for (const [name, other] of sides) if (name !== side) other.send(content.toString('utf8'));
      });
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** A call without Parvis, in two browsers of its own, cameras open from the start: what ours is compared with. */
export class BareCall {
  readonly kiosk: Page;
  readonly adviser: Page;
  readonly #browsers: RoleBrowser[];
  readonly #server: Server;

  private constructor(server: Server, kiosk: RoleBrowser, adviser: RoleBrowser) {
    this.#server = server;
    this.#browsers = [kiosk, adviser];
    this.kiosk = kiosk.page;
    this.adviser = adviser.page;
  }

  static async open(options: BrowserOptions = {}): Promise<BareCall> {
    const server = await start_exchange();
    const { port } = server.address() as AddressInfo;
    const call = new BareCall(server, await launch_browser('kiosk', options), await launch_browser('adviser', options));
    for (const [side, page] of [['kiosk', call.kiosk], ['adviser', call.adviser]] as const) {
      await page.goto(`http://127.0.0.1:${port}/${side}`);
      await page.evaluate(() => window.bare.open_camera());
    }
    return call;
  }

  /** Calls, and gives the time from the adviser's decision to the first picture at the kiosk, in ms. */
  async begin(ice_servers: RTCIceServer[] = []): Promise<number> {
    const asked_at = await this.adviser.evaluate((iceServers) => window.bare.call({ iceServers }), ice_servers);
    const shown_at = await this.kiosk.evaluate(() => window.bare.first_frame());
    return shown_at - asked_at;
  }

  async end(): Promise<void> {
    await Promise.all([this.kiosk, this.adviser].map((page) => page.evaluate(() => window.bare.hang_up())));
  }

  async close(): Promise<void> {
    for (const browser of this.#browsers) await browser.close();
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }
}
