// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { keeps, limit_of, type Bench } from './figure.ts';
import { make_table, replace_table, type Circumstances, type Measured } from './table.ts';

const root = join(import.meta.dirname, '..');
const results = join(root, 'build/bench');
const figures_folder = join(import.meta.dirname, 'figures');

/** The figures of each room: one file, one or more lines in the room's table. */
function known_figures(): Map<string, string[]> {
  const names_in = (room: string): string[] => readdirSync(join(figures_folder, room)).map((file) => file.slice(0, -'.ts'.length)).sort();
  return new Map(readdirSync(figures_folder).sort().map((room) => [room, names_in(room)]));
}

function first_line(command: string, parameters: string[]): string {
  return execFileSync(command, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n')[0]?.trim() ?? '';
}

function circumstances(load: number): Circumstances {
  const commit = first_line('git', ['-C', root, 'describe', '--always', '--dirty', '--tags']);
  const [processor] = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    load,
    machine: `${cpus().length} × ${processor?.model.trim() ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    versions: `Parvis ${commit}, ${first_line('chromium', ['--version'])}, Debian ${readFileSync('/etc/debian_version', 'utf8').trim()}`,
  };
}

/** Measured beside something stuck, the others would be worthless: the whole run ends. */
class Stuck extends Error {}

async function within<T>(minutes: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stuck = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Stuck(`it is not over after ${minutes} min`)), minutes * 60_000);
  });
  return Promise.race([work, stuck]).finally(() => clearTimeout(timer));
}

async function measure(room: string, name: string, runs: number | undefined): Promise<{ measured: Measured; good: boolean }> {
  const loaded = (await import(join(figures_folder, room, `${name}.ts`))) as { default: Bench };
  const bench = loaded.default;
  const figures = await within(bench.most_minutes, bench.run(runs ?? bench.runs));
  const lines = figures.map((one) => JSON.stringify(one));
  writeFileSync(join(results, `${name}.jsonl`), `${lines.join('\n')}\n`);
  for (const line of lines) console.log(line);
  const outside = figures.filter((one) => !keeps(limit_of(bench, one.name), one));
  for (const one of outside) console.error(`   ${one.name} does not keep to its limit ${JSON.stringify(limit_of(bench, one.name))}`);
  return { measured: { bench, figures }, good: outside.length === 0 && figures.length > 0 };
}

function write_tables(room: string, all: readonly Measured[], load: number): void {
  // Before the first table is written: from then on the working copy has changed.
  const measured_in = circumstances(load);
  for (const [file, language] of [['README.md', 'en'], ['README.fr.md', 'fr']] as const) {
    const path = join(root, file);
    if (!existsSync(path)) continue;
    writeFileSync(path, replace_table(readFileSync(path, 'utf8'), room, make_table(all, measured_in, language)));
    console.error(`   wrote the table of ${room} in ${file}`);
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { list: { type: 'boolean', default: false }, runs: { type: 'string' } },
  });
  const figures = known_figures();
  if (values.list) {
    for (const [room, names] of figures) console.log(`${room}: ${names.join(' ')}`);
    return 0;
  }
  const known = [...figures].flatMap(([room, names]) => [room, ...names]);
  const unknown = positionals.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`unknown figure '${unknown}': a room or a figure of ${known.join(', ')}`);
  const runs = values.runs === undefined ? undefined : Number(values.runs);
  if (runs !== undefined && !(Number.isInteger(runs) && runs >= 1)) throw new Error(`--runs takes a whole number from 1, not '${values.runs ?? ''}'`);
  mkdirSync(results, { recursive: true });
  let good = true;
  for (const [room, names] of figures) {
    const all = positionals.length === 0 || positionals.includes(room);
    const wanted = all ? names : names.filter((name) => positionals.includes(name));
    if (wanted.length > 0 && !(await measure_room(room, wanted, { runs, table: all }))) good = false;
  }
  return good ? 0 : 1;
}

/** False when one could not be measured or does not keep to its limit. The table tells one run of all figures of the room, or nothing. */
async function measure_room(room: string, names: readonly string[], options: { runs: number | undefined; table: boolean }): Promise<boolean> {
  const [load = 0] = loadavg();
  const all: Measured[] = [];
  let failed = 0;
  for (const name of names) {
    console.error(`-- ${name} ...`);
    try {
      const { measured, good } = await measure(room, name, options.runs);
      all.push(measured);
      if (!good) failed += 1;
    } catch (error) {
      failed += 1;
      console.error(`   ${name} could not be measured: ${error instanceof Error ? error.message : String(error)}`);
      if (error instanceof Stuck) break;
    }
  }
  if (options.table && all.length === names.length) write_tables(room, all, load);
  return failed === 0;
}

// An ordered exit, so that what was started ends and its folders go.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
process.exit(await main());
