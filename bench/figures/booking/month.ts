// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { preset, remove_folder, repository, temporary_folder } from '../../../tests/support/folders.ts';
import { figure, type Bench } from '../../figure.ts';

const program = join(repository, 'build', preset, 'bin/parvis-bench-month');

interface Told {
  visitors: number;
  served: number;
  told: number;
  unmet: number;
  absent: number;
  cancelled: number;
  doubled: number;
  lost: number;
  /** Damage done to the rows on purpose that the judgement noticed: all of it, or the month has failed. */
  damages_noticed: string;
  seconds: number;
}

/** Another month for each seed; one in which somebody is lost or doubled ends with an error. */
async function live(seed: number): Promise<Told> {
  const folder = temporary_folder('month');
  try {
    const { stdout } = await promisify(execFile)(program, [`sqlite:${join(folder, 'parvis.db')}`, String(seed)], { timeout: 240_000 });
    return JSON.parse(stdout) as Told;
  } finally {
    remove_folder(folder);
  }
}

const bench: Bench = {
  title: {
    en: 'to live a month of a département with 20 town halls, breakdowns, lateness and absences; everybody is served, told or counted as unmet',
    fr: 'vivre un mois d’un département de 20 mairies, avec pannes, retards et absences ; chacun est servi, prévenu ou compté comme non satisfait',
  },
  runs: 3,
  most_minutes: 10,
  async run(runs) {
    const seconds: number[] = [];
    let doubled = 0;
    let lost = 0;
    for (let seed = 1; seed <= runs; seed += 1) {
      const told = await live(seed);
      console.error(`   ${JSON.stringify(told)}`);
      seconds.push(told.seconds);
      doubled += told.doubled;
      lost += told.lost;
    }
    return [{ ...figure('month', 's', seconds), doubled, lost }];
  },
};
export default bench;
