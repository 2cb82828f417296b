// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { new_ulid } from './link.ts';
import type { StartedServer } from './server.ts';

/** A site with two kiosks, which the demonstration has not: another one beside the first, and its id. */
export function add_second_kiosk(server: StartedServer, commune: string, name: string): string {
  const [kiosk_id, room_id] = [new_ulid(), new_ulid()];
  const database = new DatabaseSync(join(server.data, 'parvis.db'));
  try {
    database.exec('PRAGMA busy_timeout = 10000');
    database.prepare('INSERT INTO room (room_id, network_id, site_id, name) SELECT ?, network_id, site_id, ? FROM site WHERE commune = ?').run(room_id, name, commune);
    database.prepare('INSERT INTO kiosk (kiosk_id, network_id, site_id, room_id, name) SELECT ?, network_id, site_id, room_id, name FROM room WHERE room_id = ?').run(kiosk_id, room_id);
  } finally {
    database.close();
  }
  return kiosk_id;
}
