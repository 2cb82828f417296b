// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type WebSocket from 'ws';
import { BareKiosk } from '../../../tests/support/bare_kiosk.ts';
import type { BareLink } from '../../../tests/support/link.ts';
import { preset, repository, temporary_folder } from '../../../tests/support/folders.ts';
import { new_ulid } from '../../../tests/support/link.ts';
import { StartedServer } from '../../../tests/support/server.ts';
import { StaffSession } from '../../../tests/support/staff.ts';
import { until } from '../../../tests/support/until.ts';
import { figure, type Bench } from '../../figure.ts';
import { ConsoleCount, follow, ScreenWatch } from '../../support/followers.ts';

const program = join(repository, 'build', preset, 'bin/parvis-bench-call-next');
/** One at each site. */
const kiosks = 200;
const calls_of_run = 50;
const between_calls_ms = 40;
/** What has no session yet and comes from one address is taken up to 20 times in a second. */
const between_openings_ms = 60;
const patience_ms = 20_000;

interface Links {
  consoles: string[];
  screens: string[];
  kiosks: string[];
}

interface Called {
  asked_at: number;
  site: string;
  number: number;
}

async function call_next(session: StaffSession): Promise<Called> {
  const asked_at = performance.now();
  const { status, body } = await session.post('/api/v1/queue/next', { call_id: new_ulid() });
  const { ticket } = body as { ticket?: { site_id: string; number: number } };
  if (status !== 200 || ticket === undefined) throw new Error(`nobody was called: ${status} ${JSON.stringify(body).slice(0, 200)}`);
  return { asked_at, site: ticket.site_id, number: ticket.number };
}

/** 500 consoles and 200 sites with a screen and a kiosk on one server; advisers call, 25 in a second, and everybody's line is told. */
class Hall {
  readonly #links: Links;
  readonly #server: StartedServer;
  readonly #consoles: ConsoleCount;
  readonly #screens = new ScreenWatch();
  readonly #sockets: WebSocket[] = [];
  readonly #kiosks: BareLink[] = [];
  #called = 0;

  private constructor(server: StartedServer, links: Links) {
    this.#server = server;
    this.#links = links;
    this.#consoles = new ConsoleCount(links.consoles.length);
  }

  static async open(): Promise<Hall> {
    const data = temporary_folder('boards');
    const keys = Array.from({ length: kiosks }, () => generateKeyPairSync('ed25519'));
    const furnish = ['furnish', `sqlite:${join(data, 'parvis.db')}`, ...keys.map(({ publicKey }) => publicKey.export({ format: 'jwk' }).x ?? '')];
    const links = JSON.parse(execFileSync(program, furnish, { encoding: 'utf8' })) as Links;
    const hall = new Hall(await StartedServer.start({ command: 'serve', data }), links);
    const { local_url } = hall.#server;
    // Nobody is called to a kiosk that is off.
    for (const [number, { privateKey }] of keys.entries()) {
      hall.#kiosks.push(await BareKiosk.paired(local_url, links.kiosks[number] ?? '', privateKey).open());
      await sleep(between_openings_ms);
    }
    for (const [number, token] of links.consoles.entries()) {
      const link = { url: `${local_url}/api/v1/link`, cookie: `parvis_session=${token}`, hello: { surface: 'adviser' } };
      hall.#sockets.push(await follow(link, (text, at) => hall.#consoles.hear(number, text, at)));
    }
    for (const [number, token] of links.screens.entries()) {
      hall.#sockets.push(await follow({ url: `${local_url}/api/v1/wall-link`, hello: { token } }, (text, at) => hall.#screens.hear(number, text, at)));
      await sleep(between_openings_ms);
    }
    const everybody = (): boolean => hall.#consoles.ready === links.consoles.length && hall.#screens.ready === links.screens.length;
    await until('everybody to have their line', everybody, 120_000, () => `${hall.#consoles.ready} consoles, ${hall.#screens.ready} screens`);
    return hall;
  }

  /** For each call: ms from the adviser's touch until the last console has the new positions, and until the screen shows the number. */
  async measure(): Promise<{ consoles: number[]; screens: number[] }> {
    const done: { called: Called; level: number }[] = [];
    for (let call = 0; call < calls_of_run; call += 1) {
      const began = performance.now();
      const session = new StaffSession(this.#server.local_url);
      session.cookie = `parvis_session=${this.#links.consoles[this.#called] ?? ''}`;
      const called = await call_next(session);
      this.#called += 1;
      done.push({ called, level: this.#called });
      await sleep(Math.max(0, between_calls_ms - (performance.now() - began)));
    }
    const consoles: number[] = [];
    const screens: number[] = [];
    for (const { called, level } of done) {
      consoles.push((await until('the consoles to have it', () => this.#consoles.all_at[level], patience_ms, () => `${this.#consoles.reached(level)} have call ${level}`)) - called.asked_at);
      screens.push((await until('the screen to show it', () => this.#screens.shown_at(called.site, called.number), patience_ms)) - called.asked_at);
    }
    return { consoles, screens };
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.terminate();
    for (const kiosk of this.#kiosks) kiosk.socket.terminate();
    await this.#server.stop();
  }
}

const bench: Bench = {
  title: {
    en: 'from “call next” to the positions of 5,000 people on the last of 500 consoles, and to the number on its screen, one of 200 beside as many kiosks; the slowest of 50 calls, 25 a second',
    fr: 'de « appeler » aux positions de 5 000 personnes sur la dernière de 500 consoles, et au numéro sur son écran, un de 200, à côté d’autant de bornes ; le plus lent de 50 appels, 25 par seconde',
  },
  limit: { most: 1000, of: 'median' },
  runs: 3,
  most_minutes: 5,
  async run(runs) {
    const hall = await Hall.open();
    try {
      const consoles: number[] = [];
      const screens: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        const took = await hall.measure();
        consoles.push(Math.max(...took.consoles));
        screens.push(Math.max(...took.screens));
      }
      return [figure('boards_consoles', 'ms', consoles), figure('boards_screens', 'ms', screens)];
    } finally {
      await hall.close();
    }
  },
};
export default bench;
