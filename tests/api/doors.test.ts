// SPDX-License-Identifier: EUPL-1.2
import { request, type IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { StartedServer } from '../support/server.ts';

let server: StartedServer;
beforeAll(async () => {
  server = await StartedServer.start();
});
afterAll(async () => {
  await server?.stop();
});

interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** As it comes over the wire: nothing is unpacked. */
function get(path: string, headers: Record<string, string> = {}): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const asked = request(`${server.local_url}${path}`, { headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** The largest script that the adviser's page names. */
async function large_script(): Promise<{ path: string; bytes: number }> {
  const page = (await get('/adviser/')).body.toString('utf8');
  const paths = [...page.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map((found) => found[1] ?? '');
  const sized = await Promise.all(paths.map(async (path) => ({ path, bytes: (await get(path)).body.length })));
  return sized.reduce((one, other) => (other.bytes > one.bytes ? other : one));
}

test('/healthz answers for whoever watches the server', async () => {
  const answer = await get('/healthz');
  expect([answer.status, answer.body.toString()]).toEqual([200, 'ok\n']);
});

test('/metrics tells figures in the format of Prometheus, and no person', async () => {
  await get('/api/v1/me');
  const answer = await get('/metrics');
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toContain('text/plain; version=0.0.4');
  const text = answer.body.toString('utf8');
  expect(text).toMatch(/parvis_http_request_seconds_count\{[^}]*status="401"[^}]*\} \d+/);
  expect(text).not.toContain('@');
});

test.each(['/', '/adviser/', '/desk/', '/network/'])('the page %s comes with a strict policy and never from a stale cache', async (path) => {
  const answer = await get(path);
  expect(answer.status).toBe(200);
  const policy = String(answer.headers['content-security-policy']);
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
  expect(answer.headers['x-content-type-options']).toBe('nosniff');
  expect(answer.headers['cache-control']).toContain('no-cache');
});

test('a page without its last slash leads to the page', async () => {
  const answer = await get('/adviser');
  expect([301, 302, 307, 308]).toContain(answer.status);
  expect(answer.headers.location).toBe('/adviser/');
});

test('a page that did not change is not sent again', async () => {
  const first = await get('/adviser/');
  const etag = String(first.headers.etag);
  expect(etag).toMatch(/^(W\/)?"[^"]+"$/);
  const again = await get('/adviser/', { 'If-None-Match': etag });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  expect((await get('/adviser/', { 'If-None-Match': '"another"' })).status).toBe(200);
});

test('scripts are kept for ever by their hashed name and travel small where the browser allows', async () => {
  const { path } = await large_script();
  const plain = await get(path);
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.headers['cache-control']).toContain('immutable');
  for (const encoding of ['gzip', 'br']) {
    const small = await get(path, { 'Accept-Encoding': encoding });
    expect(small.headers['content-encoding']).toBe(encoding);
    expect(small.headers.vary?.toLowerCase()).toContain('accept-encoding');
    expect(small.body.length).toBeLessThan(plain.body.length / 2);
  }
});

test.each(['/../parvis.toml', '/%2e%2e/parvis.toml', '/assets/', '/nothing/here', '/adviser/%00'])('%s is nobody’s page', async (path) => {
  expect((await get(path)).status).toBeGreaterThanOrEqual(400);
});

test('an address of the API that does not exist, and a verb that does not fit, are told as problems', async () => {
  const missing = await fetch(`${server.local_url}/api/v1/nothing`);
  expect(missing.status).toBe(404);
  expect(missing.headers.get('Content-Type')).toContain('application/problem+json');
  const wrong_verb = await fetch(`${server.local_url}/api/v1/me`, { method: 'DELETE', headers: { 'X-Parvis-Request': '1' } });
  expect(wrong_verb.status).toBe(405);
  expect(wrong_verb.headers.get('Allow')).toContain('GET');
});
