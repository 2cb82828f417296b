// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { join } from 'node:path';
import { remove_folder, temporary_folder } from './folders.ts';
import { free_port } from './network.ts';
import { start_process } from './process.ts';

const programs = '/usr/lib/postgresql/15/bin';

export interface Postgres {
  /** postgresql://... of an empty database. */
  url: string;
  /** Makes one more empty database and returns its URL. */
  create_database(name: string): string;
  stop(): Promise<void>;
}

/** The server refuses to run as root: root hands it to the account that Debian made for it. */
function as_postgres(command: string, parameters: string[]): [string, string[]] {
  if (process.getuid?.() !== 0) return [command, parameters];
  return ['setpriv', ['--reuid=postgres', '--regid=postgres', '--init-groups', '--pdeathsig', 'INT', command, ...parameters]];
}

function postgres_id(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
}

/** A PostgreSQL of our own, with its own files, on a free loopback port. It does not survive us. */
export async function start_postgres(options: { durable?: boolean } = {}): Promise<Postgres> {
  const folder = temporary_folder('postgres');
  if (process.getuid?.() === 0) chownSync(folder, postgres_id('-u'), postgres_id('-g'));
  const data = join(folder, 'data');
  const account = ['--username=parvis', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'];
  const [initdb, initdb_parameters] = as_postgres(join(programs, 'initdb'), ['--pgdata', data, ...account]);
  execFileSync(initdb, initdb_parameters, { stdio: ['ignore', 'pipe', 'pipe'], cwd: folder });
  const port = await free_port();
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    max_connections: '100',
    fsync: options.durable === true ? 'on' : 'off',
  };
  const flags = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const [command, parameters] = as_postgres(join(programs, 'postgres'), ['-D', data, ...flags]);
  const started = await start_process({
    command,
    parameters,
    cwd: folder,
    log_file: join(folder, 'postgres.log'),
    ready: (server) => server.log().includes('database system is ready to accept connections'),
  });
  const url_of = (database: string): string => `postgresql://parvis@127.0.0.1:${port}/${database}`;
  const create_database = (name: string): string => {
    execFileSync(join(programs, 'createdb'), ['-h', '127.0.0.1', '-p', String(port), '-U', 'parvis', name]);
    return url_of(name);
  };
  return {
    url: create_database('parvis'),
    create_database,
    async stop() {
      started.signal('SIGINT'); // the fast way down: it does not wait for clients
      await started.stop();
      remove_folder(folder);
    },
  };
}
