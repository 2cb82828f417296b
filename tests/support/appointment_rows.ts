// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { new_ulid } from './link.ts';
import type { StartedServer } from './server.ts';

const in_three_days_ms = 3 * 86_400_000;

/** Appointments of a running demonstration, written as a booking writes them: by kiosk at Bretenoux, with the CAF, in three days. */
export class AppointmentRows {
  readonly network_id: string;
  readonly #database: DatabaseSync;

  constructor(server: StartedServer) {
    this.#database = new DatabaseSync(join(server.data, 'parvis.db'));
    this.#database.exec('PRAGMA busy_timeout = 10000');
    ({ network_id: this.network_id } = this.#database.prepare('SELECT network_id FROM network').get() as { network_id: string });
  }

  close(): void {
    this.#database.close();
  }

  book(visitor: { email?: string; telephone?: string }): string {
    const id = new_ulid();
    const starts_at = Date.now() + in_three_days_ms;
    this.#together(() => {
      this.#database
        .prepare(
          `INSERT INTO appointment (appointment_id, network_id, partner_id, group_id, supply_id, seat, site_id, door, starts_at, minutes,
             preparation_minutes, state, revision, code, first_name, email, telephone, companions, note_is_confidential, created_at,
             confirmed_at, recorded_at)
           SELECT ?, s.network_id, g.partner_id, g.group_id, ?, 0, s.site_id, 'kiosk', ?, 30, 0, 'confirmed', 1, ?, 'Odette', ?, ?, 0, 0, 1,
             1, 1
           FROM site s, adviser_group g JOIN partner p ON p.partner_id = g.partner_id
           WHERE s.commune = 'Bretenoux' AND p.acronym = 'CAF' LIMIT 1`,
        )
        .run(id, id, starts_at, `${id.slice(-5)}-${id.slice(-10, -5)}`, visitor.email ?? null, visitor.telephone ?? null);
      this.#database
        .prepare(
          `INSERT INTO appointment_motive SELECT ?, 0, m.motive_id FROM motive m JOIN motive_paper p ON p.motive_id = m.motive_id
           JOIN partner b ON b.partner_id = m.partner_id WHERE b.acronym = 'CAF' LIMIT 1`,
        )
        .run(id);
      this.#write_event(id, 'confirmed', 0);
    });
    return id;
  }

  cancel(id: string): void {
    this.#together(() => {
      this.#database
        .prepare(`UPDATE appointment SET state = 'cancelled', cancel_reason = 'citizen_prevented', seat = NULL WHERE appointment_id = ?`)
        .run(id);
      this.#write_event(id, 'cancelled', 1);
    });
  }

  /** As if so many minutes had gone by since places were held. */
  let_pass_over_holds(minutes: number): void {
    this.#database.prepare(`UPDATE appointment SET held_until = held_until - ? WHERE state = 'held'`).run(minutes * 60_000);
  }

  #write_event(id: string, kind: string, sequence: number): void {
    this.#database
      .prepare('INSERT INTO appointment_event (appointment_id, kind, network_id, root_id, sequence, occurred_at) VALUES (?, ?, ?, ?, ?, 1)')
      .run(id, kind, this.network_id, id, sequence);
  }

  #together(write: () => void): void {
    this.#database.exec('BEGIN IMMEDIATE');
    write();
    this.#database.exec('COMMIT');
  }
}
