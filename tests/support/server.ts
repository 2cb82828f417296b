// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program_path, remove_folder, repository, temporary_folder } from './folders.ts';
import { free_port, http_status } from './network.ts';
import { start_process, type ExitStatus, type RunningProcess } from './process.ts';
import { merge_toml, write_toml, type TomlTable } from './toml.ts';

export interface ServerOptions {
  /** `demo` furnishes an empty database with the demonstration network; `serve` leaves it as it is. */
  command?: 'serve' | 'demo';
  /** People are expected and wait today; only with `demo`. Stories begin on an empty day. */
  with_a_day?: boolean;
  /** Settings over the harness's own, as in the configuration file. */
  settings?: TomlTable;
  /** A data folder that outlives the server; without it a temporary one is made and removed. */
  data?: string;
  port?: number;
  /** Host name in the addresses that people see. */
  host?: string;
}

/** The environment without settings of Parvis, which would silently win over the configuration file. */
export function clean_environment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PARVIS_'));
  return { ...Object.fromEntries(kept), ...extra };
}

/** A `parvis` of ours: a real server with a real database on a free loopback port. */
export class StartedServer {
  readonly port: number;
  /** As people type it. */
  readonly url: string;
  /** For programs, which do not all know names that end in .localhost. */
  readonly local_url: string;
  readonly data: string;
  readonly config_file: string;
  readonly log_file: string;
  process: RunningProcess;
  readonly #command: string[];

  private constructor(parts: { port: number; url: string; data: string; config_file: string; command: string[]; process: RunningProcess }) {
    this.port = parts.port;
    this.url = parts.url;
    this.local_url = `http://127.0.0.1:${parts.port}`;
    this.data = parts.data;
    this.config_file = parts.config_file;
    this.log_file = parts.process.log_file;
    this.process = parts.process;
    this.#command = parts.command;
  }

  static async start(options: ServerOptions = {}): Promise<StartedServer> {
    const command = [options.command ?? 'demo', ...(options.with_a_day === true ? ['--with-a-day'] : [])];
    const data = options.data ?? temporary_folder('server');
    const port = options.port ?? (await free_port());
    const own: TomlTable = { data, web: join(repository, 'build/web'), listen: { address: '127.0.0.1', port } };
    const config_file = join(data, 'parvis.toml');
    writeFileSync(config_file, `${write_toml(merge_toml(own, options.settings ?? {}))}\n`);
    const started = await launch(command, config_file, port, join(data, 'parvis.log'));
    const url = `http://${options.host ?? '127.0.0.1'}:${port}`;
    return new StartedServer({ port, url, data, config_file, command, process: started });
  }

  log(): string {
    return readFileSync(this.log_file, 'utf8');
  }

  /** As a power cut does it; the data stays. */
  async kill(): Promise<void> {
    await this.process.kill();
  }

  /** Starts it again with the same settings, data and port, after `kill` or `halt`. */
  async start_again(): Promise<void> {
    this.process = await launch(this.#command, this.config_file, this.port, this.log_file);
  }

  /** The ordered stop; the data stays. */
  async halt(): Promise<ExitStatus> {
    return this.process.stop();
  }

  async stop(): Promise<void> {
    await this.process.stop();
    remove_folder(this.data);
  }
}

function launch(command: string[], config_file: string, port: number, log_file: string): Promise<RunningProcess> {
  return start_process({
    command: program_path('parvis'),
    parameters: [...command, '--config', config_file],
    env: clean_environment(),
    log_file,
    ready: async () => (await http_status(port, '/healthz')) === 200,
    limit_ms: 60_000,
  });
}

/** Runs a command of the console, e.g. run_parvis(['audit', 'verify', ...]); `input` goes to its standard input. */
export function run_parvis(parameters: string[], input = ''): { status: number; output: string } {
  const done = spawnSync(program_path('parvis'), parameters, { input, encoding: 'utf8', env: clean_environment(), timeout: 60_000 });
  return { status: done.status ?? 1, output: `${done.stdout}${done.stderr}` };
}
