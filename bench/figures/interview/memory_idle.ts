// SPDX-License-Identifier: EUPL-1.2
import { StartedServer } from '../../../tests/support/server.ts';
import { figure, type Bench } from '../../figure.ts';
import { settled_memory } from '../../memory.ts';

const bench: Bench = {
  title: { en: 'memory of the server at rest, after the pages were read once', fr: 'mémoire du serveur au repos, pages lues une fois' },
  runs: 10,
  most_minutes: 3,
  async run(runs) {
    const values: number[] = [];
    const server = await StartedServer.start();
    for (let run = 0; run < runs; run += 1) {
      if (run > 0) await server.start_again();
      for (const page of ['/', '/adviser/', '/desk/', '/network/']) await (await fetch(`${server.local_url}${page}`)).arrayBuffer();
      values.push(await settled_memory(server.process.pid));
      await server.halt();
    }
    await server.stop();
    return [figure('memory_idle', 'MiB', values)];
  },
};
export default bench;
