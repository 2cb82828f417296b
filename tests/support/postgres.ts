// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { as_account, give_to } from './account.ts';
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
const account = 'postgres';

/** A PostgreSQL of our own, with its own files, on a free loopback port. It does not survive us. */
export async function start_postgres(options: { durable?: boolean } = {}): Promise<Postgres> {
  const folder = temporary_folder('postgres');
  give_to(account, folder);
  const data = join(folder, 'data');
  const database_account = ['--username=parvis', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'];
  const [initdb, initdb_parameters] = as_account(account, join(programs, 'initdb'), ['--pgdata', data, ...database_account], 'INT');
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
  const [command, parameters] = as_account(account, join(programs, 'postgres'), ['-D', data, ...flags], 'INT');
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
