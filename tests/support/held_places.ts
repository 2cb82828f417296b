// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StartedServer } from './server.ts';

/** As if so many minutes had gone by since places were held: nobody waits for them in a story. */
export function let_pass_over_holds(server: StartedServer, minutes: number): void {
  const database = new DatabaseSync(join(server.data, 'parvis.db'));
  try {
    database.exec('PRAGMA busy_timeout = 10000');
    database.prepare(`UPDATE appointment SET held_until = held_until - ? WHERE state = 'held'`).run(minutes * 60_000);
  } finally {
    database.close();
  }
}
