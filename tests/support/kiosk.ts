// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { as_account, give_to } from './account.ts';
import type { VirtualPrinter } from './cups.ts';
import { program_path, remove_folder, repository, temporary_folder } from './folders.ts';
import type { LinkOptions } from './link.ts';
import { free_port, http_status } from './network.ts';
import { start_process, type ExitStatus, type RunningProcess } from './process.ts';
import type { VirtualScanner } from './scanner.ts';
import { clean_environment } from './server.ts';
import { merge_toml, write_toml, type TomlTable } from './toml.ts';

export interface KioskOptions {
  /** Address of the server, without a path. */
  server: string;
  scanner?: VirtualScanner;
  printer?: VirtualPrinter;
  /** Settings over the harness's own, as in the configuration file. */
  settings?: TomlTable;
  /** A data folder that outlives the kiosk; without it a temporary one is made and removed. */
  data?: string;
  port?: number;
  host?: string;
  /** Runs as this account where we are root; without it as ourselves. */
  account?: string;
}

/** A `parvis-kiosk` of ours, with virtual devices, its page on a free loopback port. */
export class StartedKiosk {
  readonly port: number;
  /** Where its page is. */
  readonly url: string;
  readonly data: string;
  readonly config_file: string;
  process: RunningProcess;
  readonly #environment: NodeJS.ProcessEnv;
  readonly #settings: TomlTable;
  readonly #account: string | undefined;

  private constructor(parts: {
    port: number;
    host: string;
    data: string;
    config_file: string;
    environment: NodeJS.ProcessEnv;
    settings: TomlTable;
    account: string | undefined;
    process: RunningProcess;
  }) {
    this.port = parts.port;
    this.url = `http://${parts.host}:${parts.port}`;
    this.data = parts.data;
    this.config_file = parts.config_file;
    this.process = parts.process;
    this.#environment = parts.environment;
    this.#settings = parts.settings;
    this.#account = parts.account;
  }

  static async start(options: KioskOptions): Promise<StartedKiosk> {
    const data = options.data ?? temporary_folder('kiosk');
    const port = options.port ?? (await free_port());
    const host = options.host ?? '127.0.0.1';
    for (const folder of ['state', 'run']) mkdirSync(join(data, folder), { recursive: true, mode: 0o700 });
    const config_file = join(data, 'parvis-kiosk.toml');
    const settings = kiosk_settings(options, { data, port, host });
    writeFileSync(config_file, `${write_toml(settings)}\n`);
    const { account } = options;
    if (account !== undefined) give_to(account, data);
    const environment = clean_environment({
      ...(account === undefined ? {} : { HOME: data }),
      ...(options.scanner === undefined ? {} : { SANE_CONFIG_DIR: options.scanner.config_folder }),
    });
    const started = await launch(config_file, port, host, environment, join(data, 'kiosk.log'), account);
    return new StartedKiosk({ port, host, data, config_file, environment, settings, account, process: started });
  }

  /** What tells the kiosk's own page from other programs of this machine. */
  page_token(): string {
    const { token } = JSON.parse(readFileSync(join(this.data, 'run/page-token.json'), 'utf8')) as { token: string };
    return token;
  }

  /** The address that the kiosk's browser opens; the page token is behind its #. */
  start_url(): string {
    return readFileSync(join(this.data, 'run/start-url'), 'utf8').trim();
  }

  /** How a test opens a link as the kiosk's page does. */
  page_link(): LinkOptions {
    const headers = { Host: new URL(this.url).host, Origin: this.url };
    return { url: `http://127.0.0.1:${this.port}/local/link`, headers, hello: { token: this.page_token() } };
  }

  /** As a power cut does it; what is on its disk stays. */
  async kill(): Promise<void> {
    await this.process.kill();
  }

  /** After `kill` or `halt`; with `settings`, those win over the first ones from now on until the next start. */
  async start_again(settings: TomlTable = {}): Promise<void> {
    writeFileSync(this.config_file, `${write_toml(merge_toml(this.#settings, settings))}\n`);
    this.process = await launch(this.config_file, this.port, new URL(this.url).hostname, this.#environment, this.process.log_file, this.#account);
  }

  async halt(): Promise<ExitStatus> {
    return this.process.stop();
  }

  async stop(): Promise<void> {
    await this.process.stop();
    remove_folder(this.data);
  }
}

function kiosk_settings(options: KioskOptions, place: { data: string; port: number; host: string }): TomlTable {
  const { scanner, printer } = options;
  const all: TomlTable = {
    server: options.server,
    state_dir: join(place.data, 'state'),
    runtime_dir: join(place.data, 'run'),
    page: { port: place.port, host: place.host, web_dir: join(repository, 'build/kiosk-web') },
    ...(scanner === undefined ? {} : { scanner: { device: 'pnm:0', options: [`filename=${scanner.glass}`] } }),
    ...(printer === undefined ? {} : { printer: { queue: printer.queue, server: printer.server } }),
  };
  return merge_toml(all, options.settings ?? {});
}

function launch(config_file: string, port: number, host: string, env: NodeJS.ProcessEnv, log_file: string, account?: string): Promise<RunningProcess> {
  const program = program_path('parvis-kiosk');
  const own = ['run', '--config', config_file];
  const [command, parameters] = account === undefined ? [program, own] : as_account(account, program, own, 'KILL');
  return start_process({
    command,
    parameters,
    env,
    log_file,
    ready: async () => (await http_status(port, '/', host)) === 200,
    limit_ms: 60_000,
  });
}
