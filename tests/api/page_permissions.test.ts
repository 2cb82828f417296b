// SPDX-License-Identifier: EUPL-1.2
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repository } from '../support/folders.ts';
import { StartedServer } from '../support/server.ts';

// What a browser lets the pages of the server ask the person for. The kiosk's page is not among them: its daemon serves it.

let server: StartedServer;
beforeAll(async () => {
  server = await StartedServer.start();
});
afterAll(async () => server?.stop());

const asked: Record<string, string[]> = { adviser: ['camera', 'microphone'], visit: ['camera', 'microphone'], portal: ['geolocation'] };
const guarded = ['camera', 'microphone', 'geolocation', 'display-capture'];
const served = readdirSync(join(repository, 'web/apps')).filter((page) => page !== 'home' && page !== 'kiosk');

async function permissions(path: string): Promise<Map<string, string>> {
  const answer = await fetch(`${server.local_url}${path}`);
  expect(answer.status, path).toBe(200);
  const header = answer.headers.get('Permissions-Policy') ?? '';
  return new Map(header.split(', ').map((part) => part.split('=', 2) as [string, string]));
}

test.each([...served.map((page) => `/${page}/`), '/'])('%s may ask for what it needs, and for nothing else', async (path) => {
  const given = await permissions(path);
  const needed = asked[path.replaceAll('/', '')] ?? [];
  for (const feature of guarded) expect.soft(given.get(feature), feature).toBe(needed.includes(feature) ? '(self)' : '()');
  expect(given.get('payment')).toBe('()');
});

test('another spelling of the address opens no camera', async () => {
  const answer = await fetch(`${server.local_url}/%76isit/`);
  expect(answer.headers.get('Permissions-Policy')).toContain('camera=()');
});
