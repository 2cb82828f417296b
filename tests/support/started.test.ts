// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { start_coturn } from './coturn.ts';
import { start_cups } from './cups.ts';
import { remove_folder, temporary_folder } from './folders.ts';
import { takes_connections } from './network.ts';
import { start_postgres } from './postgres.ts';
import { start_process } from './process.ts';
import { until } from './until.ts';

test('a program that ends at its start is reported with its last words', async () => {
  const folder = temporary_folder('process');
  const start = start_process({
    command: 'sh',
    parameters: ['-c', 'echo no such port; exit 3'],
    log_file: join(folder, 'log'),
    ready: () => false,
  });
  await expect(start).rejects.toThrow(/exit code 3[\s\S]*no such port/);
  remove_folder(folder);
});

test('a program that ignores SIGTERM is killed after the patience', async () => {
  const folder = temporary_folder('process');
  const started = await start_process({
    command: 'sh',
    parameters: ['-c', 'trap "" TERM; echo ready; while :; do sleep 0.1; done'],
    log_file: join(folder, 'log'),
    ready: (process) => process.log().includes('ready'),
  });
  expect(await started.stop(300)).toEqual({ code: null, signal: 'SIGKILL' });
  remove_folder(folder);
});

test('our own PostgreSQL answers, and leaves nothing behind', { timeout: 30_000 }, async () => {
  const postgres = await start_postgres();
  const answer = execFileSync('psql', [postgres.create_database('second'), '-Atc', 'select 40 + 2'], { encoding: 'utf8' });
  expect(answer.trim()).toBe('42');
  const folder = execFileSync('psql', [postgres.url, '-Atc', 'show data_directory'], { encoding: 'utf8' }).trim();
  await postgres.stop();
  expect(existsSync(dirname(folder))).toBe(false);
});

test('our own relay takes connections until it is stopped', { timeout: 30_000 }, async () => {
  const coturn = await start_coturn();
  expect(await takes_connections(coturn.port)).toBe(true);
  await coturn.stop();
  expect(await takes_connections(coturn.port)).toBe(false);
});

test('a paper comes out of our own printer byte for byte, and none while it is out of paper', { timeout: 60_000 }, async () => {
  const folder = temporary_folder('paper');
  const paper = join(folder, 'paper.pdf');
  writeFileSync(paper, '%PDF-1.4 one paper');
  const printer = await start_cups();
  printer.set_mode('paper');
  printer.control('lp', ['-d', printer.queue, paper]);
  await until('the job to be printing', () => {
    const answer = execFileSync('lpstat', ['-h', printer.server, '-o'], { encoding: 'utf8' });
    return answer.includes(`${printer.queue}-1`);
  });
  expect(printer.papers()).toEqual([]);
  printer.set_mode('ok');
  const [printed] = await until('the paper', () => (printer.papers().length > 0 ? printer.papers() : undefined));
  expect(readFileSync(printed ?? '', 'utf8')).toBe('%PDF-1.4 one paper');
  await printer.stop();
  remove_folder(folder);
});
