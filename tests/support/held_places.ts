// SPDX-License-Identifier: EUPL-1.2
import { in_database } from './database.ts';
import type { StartedServer } from './server.ts';

/** As if so many minutes had gone by since places were held: nobody waits for them in a story. */
export function let_pass_over_holds(server: StartedServer, minutes: number): void {
  in_database(server, (database) => {
    database.prepare(`UPDATE appointment SET held_until = held_until - ? WHERE state = 'held'`).run(minutes * 60_000);
  });
}
