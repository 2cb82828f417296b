// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { preset, repository } from '../../../tests/support/folders.ts';
import { figure, type Bench } from '../../figure.ts';

const program = join(repository, 'build', preset, 'bin/parvis-bench-slot-walk');
const steps_of_run = 1_000_000;
const most_seconds = 60;

interface Told {
  steps: number;
  walks: number;
  booked: number;
  slots_compared: number;
}

const bench: Bench = {
  title: {
    en: 'random steps in which the slot engine and a naive one said the same, around both changes of the clocks',
    fr: 'pas au hasard où le moteur de créneaux et un moteur naïf ont dit la même chose, aux deux changements d’heure',
  },
  limit: { least: steps_of_run, of: 'median' },
  runs: 3,
  most_minutes: 10,
  async run(runs) {
    const steps: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      // Other worlds in each run, the same ones in each measurement.
      const first_seed = 1 + run * 1_000_000;
      const { stdout } = await promisify(execFile)(program, [String(steps_of_run), String(most_seconds), String(first_seed)]);
      const told = JSON.parse(stdout) as Told;
      console.error(`   ${stdout.trim()}`);
      steps.push(told.steps);
    }
    return [figure('slot_walk', 'steps', steps)];
  },
};
export default bench;
