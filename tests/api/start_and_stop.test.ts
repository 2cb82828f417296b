// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { request as https_request } from 'node:https';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { program_path, remove_folder, repository, temporary_folder } from '../support/folders.ts';
import { BareLink } from '../support/link.ts';
import { free_port } from '../support/network.ts';
import { clean_environment, run_parvis, StartedServer } from '../support/server.ts';
import { start_process } from '../support/process.ts';
import { demo_accounts, demo_password, StaffSession } from '../support/staff.ts';

const endings: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (let end = endings.pop(); end !== undefined; end = endings.pop()) await end();
});
const folder_of_test = (purpose: string): string => {
  const folder = temporary_folder(purpose);
  endings.push(() => remove_folder(folder));
  return folder;
};
const started = async (options: Parameters<typeof StartedServer.start>[0] = {}): Promise<StartedServer> => {
  const server = await StartedServer.start(options);
  endings.push(() => server.stop());
  return server;
};

describe('a setting that does not exist', () => {
  test('in the file stops the program, which names the nearest one that does', () => {
    const file = join(folder_of_test('settings'), 'parvis.toml');
    writeFileSync(file, '[listen]\nprot = 8080\n');
    const { status, output } = run_parvis(['serve', '--config', file]);
    expect(status).toBe(2);
    expect(output).toContain('listen.prot');
    expect(output).toContain('listen.port');
  });

  test('on the command line too', () => {
    const { status, output } = run_parvis(['serve', '--listen.prot', '8080']);
    expect(status).toBe(2);
    expect(output).toContain('listen.port');
  });

  test('of the wrong kind is named with what it should be', () => {
    const file = join(folder_of_test('settings'), 'parvis.toml');
    writeFileSync(file, 'workers = "many"\n');
    const { status, output } = run_parvis(['serve', '--config', file]);
    expect(status).toBe(2);
    expect(output).toContain('workers');
  });
});

test('the server speaks TLS with a certificate of its own, and its cookie then is for TLS only', async () => {
  const folder = folder_of_test('tls');
  const key = join(folder, 'key.pem');
  const certificate = join(folder, 'certificate.pem');
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2',
    '-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  const port = await free_port();
  const ca = readFileSync(certificate);
  const ask = (path: string, body?: string): Promise<{ status: number; cookie: string; strict: string }> =>
    new Promise((resolve) => {
      const headers = { 'X-Parvis-Request': '1', 'Content-Type': 'application/json' };
      const asked = https_request({ host: '127.0.0.1', port, path, ca, agent: false, method: body === undefined ? 'GET' : 'POST', headers }, (response) => {
        response.resume();
        resolve({
          status: response.statusCode ?? 0,
          cookie: response.headers['set-cookie']?.[0] ?? '',
          strict: String(response.headers['strict-transport-security']),
        });
      });
      asked.on('error', () => resolve({ status: 0, cookie: '', strict: '' }));
      asked.end(body);
    });
  const settings = ['--data', folder, '--web', join(repository, 'build/web'), '--listen.port', String(port), '--tls.certificate', certificate, '--tls.key', key];
  const server = await start_process({
    command: program_path('parvis'),
    parameters: ['demo', ...settings],
    env: clean_environment(),
    log_file: join(folder, 'log'),
    ready: async () => (await ask('/healthz')).status === 200,
    limit_ms: 30_000,
  });
  endings.push(() => server.stop());
  const signed_in = await ask('/api/v1/sign-in', JSON.stringify({ email: demo_accounts.adviser, password: demo_password }));
  expect(signed_in.status).toBe(200);
  expect(signed_in.cookie).toContain('Secure');
  expect(signed_in.strict).toContain('max-age=');
});

describe('what a proxy says of the caller', () => {
  const sign_in_through = async (server: StartedServer): Promise<string> => {
    const answer = await fetch(`${server.local_url}/api/v1/sign-in`, {
      method: 'POST',
      body: JSON.stringify({ email: demo_accounts.adviser, password: demo_password }),
      headers: { 'X-Parvis-Request': '1', 'Content-Type': 'application/json', 'X-Forwarded-For': '203.0.113.7', 'X-Forwarded-Proto': 'https' },
    });
    expect(answer.status).toBe(200);
    return answer.headers.get('Set-Cookie') ?? '';
  };

  test('counts when the proxy is on the list', async () => {
    expect(await sign_in_through(await started({ settings: { trusted_proxies: ['127.0.0.1'] } }))).toContain('Secure');
  });

  test('counts for nothing from anybody else', async () => {
    expect(await sign_in_through(await started())).not.toContain('Secure');
  });
});

describe('the ordered stop', () => {
  test('says goodbye to every page, finishes, and ends with 0; what was done is still there afterwards', async () => {
    const server = await started();
    const adviser = await StaffSession.open(server.local_url, demo_accounts.adviser);
    const link = await BareLink.open(adviser.link({ surface: 'adviser' }));
    await link.command('set_availability', { availability: 'pause' });
    expect(await server.halt()).toEqual({ code: 0, signal: null });
    expect(link.closed?.code).toBe(4010);
    await server.start_again();
    const again = await BareLink.open(adviser.link({ surface: 'adviser' }));
    expect((await again.next('snapshot')).availability).toBe('pause');
  });

  test('the log of a whole life is JSON, line by line, and names no person', async () => {
    const server = await started({ command: 'serve' });
    await new StaffSession(server.local_url).post('/api/v1/sign-in', { email: demo_accounts.adviser, password: demo_password });
    await server.halt();
    const lines = server.log().trimEnd().split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(3);
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ level: expect.any(String) as string });
    expect(server.log()).not.toContain('camille');
    expect(server.log()).not.toContain(demo_password);
  });

  test('two servers do not share one port: the second says why it cannot start', async () => {
    const server = await started();
    const data = folder_of_test('second');
    const { status, output } = run_parvis(['serve', '--data', data, '--web', join(repository, 'build/web'), '--listen.port', String(server.port)]);
    expect(status).toBe(1);
    expect(output).toContain(String(server.port));
  });
});
