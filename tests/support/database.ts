// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StartedServer } from './server.ts';

/** Changes rows of a running server's database, for what a story cannot wait for and no page offers. */
export function in_database(server: StartedServer, change: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(join(server.data, 'parvis.db'));
  try {
    database.exec('PRAGMA busy_timeout = 10000');
    change(database);
  } finally {
    database.close();
  }
}
