// SPDX-License-Identifier: EUPL-1.2
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { until } from './until.ts';

export interface ProcessOptions {
  command: string;
  parameters?: string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Standard output and error of the program, appended. */
  log_file: string;
  /** Asked again and again until true; the program has then started. */
  ready: (started: RunningProcess) => boolean | Promise<boolean>;
  limit_ms?: number;
}

export interface ExitStatus {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A program that this harness started and that it ends by its process id, never by its name. */
export class RunningProcess {
  readonly pid: number;
  readonly log_file: string;
  readonly exited: Promise<ExitStatus>;
  status: ExitStatus | undefined;

  constructor(child: ChildProcess, log_file: string) {
    if (child.pid === undefined) throw new Error(`no process id for ${child.spawnfile}`);
    this.pid = child.pid;
    this.log_file = log_file;
    this.exited = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        this.status = { code, signal };
        running.delete(this);
        resolve(this.status);
      });
    });
    running.add(this);
  }

  log(): string {
    return readFileSync(this.log_file, 'utf8');
  }

  /** The end of the log, for messages. */
  last_lines(count = 15): string {
    return this.log().trimEnd().split('\n').slice(-count).join('\n');
  }

  signal(name: NodeJS.Signals): void {
    if (this.status === undefined) process.kill(this.pid, name);
  }

  /** SIGTERM, then SIGKILL after `patience_ms`; returns how it ended. */
  async stop(patience_ms = 8000): Promise<ExitStatus> {
    this.signal('SIGTERM');
    const timer = setTimeout(() => this.signal('SIGKILL'), patience_ms);
    const status = await this.exited;
    clearTimeout(timer);
    return status;
  }

  /** As a power cut does it. */
  async kill(): Promise<ExitStatus> {
    this.signal('SIGKILL');
    return this.exited;
  }
}

const running = new Set<RunningProcess>();

process.once('exit', () => {
  for (const started of running) started.signal('SIGKILL');
});

/** Starts a program and waits until it is ready. When it ends before that, or is late, the error quotes its log. */
export async function start_process(options: ProcessOptions): Promise<RunningProcess> {
  const { command, parameters = [], log_file, limit_ms = 15_000 } = options;
  mkdirSync(dirname(log_file), { recursive: true });
  const log = openSync(log_file, 'a');
  // setpriv --pdeathsig: the program ends with us even when we are killed and can no longer stop it.
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', command, ...parameters], {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', log, log],
    detached: true, // a Ctrl-C in the terminal is for us, who then stop everything in order
  });
  closeSync(log);
  await new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  const started = new RunningProcess(child, log_file);
  const name = basename(command);
  const explain = (): string => `the log ${log_file} ends with:\n${started.last_lines()}`;
  try {
    await until(`${name} to be ready`, () => {
      if (started.status !== undefined) {
        const { code, signal } = started.status;
        throw new Error(`${name} ended at its start (${signal ?? `exit code ${code}`}); ${explain()}`);
      }
      return options.ready(started);
    }, limit_ms, explain);
  } catch (error) {
    await started.kill();
    throw error;
  }
  return started;
}
