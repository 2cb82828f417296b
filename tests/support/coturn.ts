// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { remove_folder, temporary_folder } from './folders.ts';
import { free_port, takes_connections } from './network.ts';
import { start_process, type RunningProcess } from './process.ts';

export interface Coturn {
  port: number;
  /** Shared with the server, which makes short-lived credentials from it. */
  secret: string;
  /** For the server's configuration: UDP first, TCP where UDP is closed. */
  urls: string[];
  process: RunningProcess;
  stop(): Promise<void>;
}

/** A relay of our own on loopback. Relaying to 127.0.0.1 is allowed here and must never be in production. */
export async function start_coturn(): Promise<Coturn> {
  const folder = temporary_folder('coturn');
  const port = await free_port();
  const secret = randomBytes(24).toString('base64url');
  const first_relay_port = 40_000 + Math.floor(Math.random() * 100) * 200;
  const lines = [
    'listening-ip=127.0.0.1',
    'relay-ip=127.0.0.1',
    `listening-port=${port}`,
    `min-port=${first_relay_port}`,
    `max-port=${first_relay_port + 199}`,
    'realm=parvis.localhost',
    'use-auth-secret',
    `static-auth-secret=${secret}`,
    'fingerprint',
    'no-tls',
    'no-dtls',
    'no-cli',
    'no-multicast-peers',
    'allow-loopback-peers',
    `userdb=${join(folder, 'turndb')}`,
    `pidfile=${join(folder, 'turn.pid')}`,
    'log-file=stdout',
    'simple-log',
  ];
  writeFileSync(join(folder, 'turn.conf'), `${lines.join('\n')}\n`);
  const started = await start_process({
    command: 'turnserver',
    parameters: ['-c', join(folder, 'turn.conf')],
    cwd: folder,
    log_file: join(folder, 'turn.log'),
    ready: () => takes_connections(port),
  });
  return {
    port,
    secret,
    urls: [`turn:127.0.0.1:${port}?transport=udp`, `turn:127.0.0.1:${port}?transport=tcp`],
    process: started,
    async stop() {
      await started.stop();
      remove_folder(folder);
    },
  };
}
