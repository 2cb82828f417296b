// SPDX-License-Identifier: EUPL-1.2
import { execFile, execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { remove_folder, temporary_folder } from './folders.ts';
import { free_port } from './network.ts';

const scripts = join(import.meta.dirname, 'devices');

/** How the virtual printer behaves; the words are those of devices/testprn. */
export type PrinterMode =
  | 'ok' | 'paper' | 'jam' | 'cover' | 'offline' | 'toner' | 'slow' | 'gone' | 'stop' | 'fail' | 'hold' | 'cancel';

export interface VirtualPrinter {
  /** For CUPS_SERVER. */
  server: string;
  queue: string;
  set_mode(mode: PrinterMode): void;
  /** Where papers come out. */
  papers_folder: string;
  /** What came out of the printer so far, byte for byte, oldest first. */
  papers(): string[];
  /** The options that the printer was told with each of them, as CUPS hands them on: "page-ranges=2 ...". */
  told(): string[];
  /** Files that the print service keeps of jobs: must be none once an interview has ended. */
  spool_files(): string[];
  /** Runs a CUPS program (cupsdisable, cupsenable, ...) against this service. */
  control(program: string, parameters: string[]): void;
  stop(): Promise<void>;
}

const running = new Set<string>();

process.once('exit', () => {
  for (const folder of running) execFileSync(join(scripts, 'stop.sh'), [folder], { stdio: 'ignore' });
});

function job_number(name: string): number {
  return Number(/^job-(\d+)\.prn$/.exec(name)?.[1] ?? 0);
}

/** A print service of our own on loopback with one virtual printer. The system's print service is not touched. */
export async function start_cups(queue = 'Parvis'): Promise<VirtualPrinter> {
  const folder = temporary_folder('cups');
  const port = await free_port();
  running.add(folder);
  await promisify(execFile)(join(scripts, 'cups_start.sh'), [folder, String(port), queue], { timeout: 30_000 });
  const server = `127.0.0.1:${port}`;
  const printer = join(folder, queue);
  return {
    server,
    queue,
    papers_folder: printer,
    set_mode: (mode) => writeFileSync(join(printer, 'mode'), mode),
    papers: () =>
      readdirSync(printer)
        .filter((name) => job_number(name) > 0)
        .sort((a, b) => job_number(a) - job_number(b))
        .map((name) => join(printer, name)),
    told: () =>
      readdirSync(printer)
        .filter((name) => name.startsWith('options-'))
        .sort((a, b) => Number(a.slice(8)) - Number(b.slice(8)))
        .map((name) => readFileSync(join(printer, name), 'utf8')),
    spool_files: () => readdirSync(join(folder, 'spool')).filter((name) => name.startsWith('d')),
    control: (program, parameters) => {
      execFileSync(program, parameters, { env: { ...process.env, CUPS_SERVER: server }, stdio: ['ignore', 'pipe', 'pipe'] });
    },
    async stop() {
      await promisify(execFile)(join(scripts, 'stop.sh'), [folder]);
      running.delete(folder);
      remove_folder(folder);
    },
  };
}
