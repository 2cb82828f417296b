// SPDX-License-Identifier: EUPL-1.2
import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { start_installation, type Installation } from '../support/installation.ts';
import { Adviser, Citizen, meet } from '../support/people.ts';
import { demo_accounts } from '../support/staff.ts';
import { until } from '../support/until.ts';

// Between two strict firewalls: the town hall's and the body's.

let installation: Installation;
let citizen: Citizen;
let adviser: Adviser;
beforeAll(async () => {
  installation = await start_installation({ commune: 'Bretenoux' });
  const { server, kiosk } = installation;
  [adviser, citizen] = await Promise.all([
    Adviser.at_work(server, demo_accounts.adviser, true, { relayed: true }),
    Citizen.arrive(kiosk, { relayed: true }),
  ]);
  for (const { page } of [adviser, citizen]) await watch_calls(page);
});
afterAll(async () => {
  await citizen?.leave();
  await adviser?.leave();
  await installation?.stop();
});

interface WatchedWindow {
  calls: RTCPeerConnection[];
  /** What the relay answered to whoever it does not serve. */
  refusals: number[];
}

/** From now on the page's calls can be asked for what WebRTC counts. */
function watch_calls(page: Page): Promise<void> {
  return page.evaluate(() => {
    const calls: RTCPeerConnection[] = [];
    const refusals: number[] = [];
    Object.assign(window, { calls, refusals } satisfies WatchedWindow);
    const Plain = RTCPeerConnection;
    window.RTCPeerConnection = class extends Plain {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        calls.push(this);
        this.addEventListener('icecandidateerror', ({ errorCode }) => refusals.push(errorCode));
      }
    };
  });
}

const was_refused = (page: Page): Promise<boolean> => page.evaluate(() => (window as unknown as WatchedWindow).refusals.includes(401));

/** A way that picture, sound and papers take, by WebRTC's own statistics. */
interface Way {
  local: string;
  remote: string;
  received: number;
}

function ways(page: Page): Promise<Way[]> {
  return page.evaluate(async () => {
    const found: Way[] = [];
    for (const call of (window as unknown as WatchedWindow).calls.filter((each) => each.connectionState !== 'closed')) {
      const told = await call.getStats();
      told.forEach((entry: { type: string; selectedCandidatePairId?: string }) => {
        if (entry.type !== 'transport' || entry.selectedCandidatePairId === undefined) return;
        const pair = told.get(entry.selectedCandidatePairId) as { localCandidateId: string; remoteCandidateId: string; bytesReceived: number };
        const kind = (id: string): string => (told.get(id) as { candidateType: string }).candidateType;
        found.push({ local: kind(pair.localCandidateId), remote: kind(pair.remoteCandidateId), received: pair.bytesReceived });
      });
    }
    return found;
  });
}

test('citizen and adviser see each other although neither can reach the other', async () => {
  await meet(citizen, adviser);
});

test('on both sides everything goes through the relay, and through nothing else', async () => {
  for (const { page } of [adviser, citizen]) {
    const before = await ways(page);
    expect(before.length).toBeGreaterThan(0);
    for (const way of before) expect(way).toMatchObject({ local: 'relay', remote: 'relay' });
    const received = before.reduce((sum, way) => sum + way.received, 0);
    await until('more to arrive by the relay', async () => (await ways(page)).reduce((sum, way) => sum + way.received, 0) > received);
  }
});

test('papers take the same way', async () => {
  await adviser.scans();
  await citizen.sends_page();
  await adviser.has_pages(1);
  for (const { page } of [adviser, citizen]) {
    for (const way of await ways(page)) expect(way).toMatchObject({ local: 'relay', remote: 'relay' });
  }
});

test('with credentials that relay and server did not agree on, the relay refuses both, and no way is found', async () => {
  for (const { page } of [adviser, citizen]) expect(await was_refused(page)).toBe(false);
  await adviser.ends();
  await citizen.goes();
  const { server, coturn } = installation;
  await server.halt();
  writeFileSync(server.config_file, readFileSync(server.config_file, 'utf8').replace(coturn.secret, 'not what was agreed'));
  await server.start_again();
  await citizen.wishes('Ma famille, mes aides');
  await adviser.accepts();
  for (const { page } of [adviser, citizen]) {
    await until('the refusal of the relay', () => was_refused(page), 30_000);
    expect(await ways(page)).toEqual([]);
  }
});
