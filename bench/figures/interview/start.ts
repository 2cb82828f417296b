// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { request } from 'node:http';
import { program_path } from '../../../tests/support/folders.ts';
import { StartedServer, clean_environment } from '../../../tests/support/server.ts';
import { figure, type Bench } from '../../figure.ts';

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path: '/healthz', agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asked.on('error', () => resolve(false));
    asked.end();
  });
}

/** From the start of the process to its first good answer, asked again as soon as it refuses. */
async function measure_start(config_file: string, port: number): Promise<number> {
  const before = performance.now();
  const child = spawn(program_path('parvis'), ['serve', '--config', config_file], { stdio: 'ignore', env: clean_environment() });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    while (!(await answers(port))) {
      if (child.exitCode !== null) throw new Error(`the server ended at its start with exit code ${child.exitCode}`);
      if (performance.now() - before > 20_000) throw new Error('the server did not answer within 20 s');
    }
    return performance.now() - before;
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

const bench: Bench = {
  title: { en: 'server start to first answer, database there', fr: 'démarrage du serveur jusqu’à la première réponse' },
  limit: { most: 200, of: 'median' },
  runs: 20,
  most_minutes: 3,
  async run(runs) {
    const furnished = await StartedServer.start();
    await furnished.halt();
    const values: number[] = [];
    await measure_start(furnished.config_file, furnished.port); // the first one reads the program from the disk
    for (let run = 0; run < runs; run += 1) values.push(await measure_start(furnished.config_file, furnished.port));
    await furnished.stop();
    return [figure('start', 'ms', values)];
  },
};
export default bench;
