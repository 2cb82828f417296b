// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { figure, type Figure } from '../figure.ts';

const preset = process.env.TEST_PRESET ?? 'release';
const program = join(import.meta.dirname, '../../build', preset, 'bin/parvis-bench-booking');

/** Runs the measuring program and gives the object it prints last; its exit code says whether it found a fault. */
async function run_program(parameters: readonly string[]): Promise<{ told: unknown; code: number | null }> {
  const child = spawn(program, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const last = output.trim().split('\n').at(-1) ?? '';
  if (!last.startsWith('{')) throw new Error(`the measuring program ended with ${String(code)} and said '${last}'`);
  return { told: JSON.parse(last) as unknown, code };
}

interface Fought {
  booked: number[];
  bare: number[];
  kills: number;
  acknowledged: number;
  doubled: number;
  lost: number;
}

/** 64 clients book against the bare rows; then they fight while their process is killed, again and again. */
export async function fight(name: string, url: string, runs: number, kills: number): Promise<Figure> {
  const { told, code } = await run_program(['fight', url, String(runs), String(kills)]);
  const fought = told as Fought;
  console.error(`   ${fought.kills} times kill -9, ${fought.acknowledged} bookings acknowledged while fighting`);
  if (code !== 0) throw new Error(`bookings were doubled (${fought.doubled}) or lost (${fought.lost})`);
  const measured = figure(name, '1/s', fought.booked, { name: 'the same rows, bare', values: fought.bare });
  return { ...measured, doubled: fought.doubled, lost: fought.lost };
}

export interface Searched {
  sites: number;
  bookings: number;
  filling_seconds: number;
  /** ms of the slowest of a hundred, each site and body for the first time. */
  cold: number;
  medians: number[];
  p99: number[];
  longest: number;
  /** Site and motive. */
  places: [string, string][];
}

/** Fills an empty database, then searches `runs` times so many. */
export async function search(url: string, size: { sites: number; bookings: number }, runs: number, searches: number): Promise<Searched> {
  const { told } = await run_program(['search', url, String(size.sites), String(size.bookings), String(runs), String(searches)]);
  return told as Searched;
}
