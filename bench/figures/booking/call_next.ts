// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { preset, remove_folder, repository, temporary_folder } from '../../../tests/support/folders.ts';
import { start_postgres } from '../../../tests/support/postgres.ts';
import { figure, type Bench, type Figure } from '../../figure.ts';

const program = join(repository, 'build', preset, 'bin/parvis-bench-call-next');
/** 500 first calls, then as many after an interview; 40 s at 25 calls a second. */
const calls = 1000;

interface Told {
  p50_ms: number;
  p99_ms: number;
  /** One reading of the whole line with every position and wait, as boards are made from it. */
  positions_ms: number;
  doubled: number;
  lost: number;
}

async function measure(url: string): Promise<Told> {
  const { stdout } = await promisify(execFile)(program, ['call', url, String(calls)], { timeout: 180_000 });
  const told = JSON.parse(stdout) as Told;
  if (told.doubled !== 0 || told.lost !== 0) throw new Error(`somebody was called twice (${told.doubled}) or lost (${told.lost})`);
  return told;
}

function figures_of(database: string, told: readonly Told[]): Figure[] {
  console.error(`   ${database}: half of the calls within ${told.map((one) => one.p50_ms).join(', ')} ms`);
  return [
    {
      ...figure(`call_next_${database}_p99`, 'ms', told.map((one) => one.p99_ms)),
      doubled: told.reduce((sum, one) => sum + one.doubled, 0),
      lost: told.reduce((sum, one) => sum + one.lost, 0),
    },
    figure(`queue_positions_${database}`, 'ms', told.map((one) => one.positions_ms)),
  ];
}

async function on_sqlite(runs: number): Promise<Figure[]> {
  const told: Told[] = [];
  for (let run = 0; run < runs; run += 1) {
    const folder = temporary_folder('call-next');
    told.push(await measure(`sqlite:${join(folder, 'parvis.db')}`));
    remove_folder(folder);
  }
  return figures_of('sqlite', told);
}

async function on_postgresql(runs: number): Promise<Figure[]> {
  const postgres = await start_postgres({ durable: true });
  try {
    const told: Told[] = [];
    for (let run = 0; run < runs; run += 1) told.push(await measure(postgres.create_database(`call_next_${run}`)));
    return figures_of('postgresql', told);
  } finally {
    await postgres.stop();
  }
}

const bench: Bench = {
  title: {
    en: '5,000 people wait, 500 advisers call the next, 25 in a second, committed; then one reading of all positions',
    fr: '5 000 personnes attendent, 500 conseillers appellent, 25 par seconde, validé ; puis toutes les positions',
  },
  limits: {
    call_next_sqlite_p99: { most: 20, of: 'median' },
    call_next_postgresql_p99: { most: 20, of: 'median' },
  },
  runs: 3,
  most_minutes: 12,
  async run(runs) {
    return [...(await on_sqlite(runs)), ...(await on_postgresql(runs))];
  },
};
export default bench;
