// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import { remove_folder, temporary_folder } from '../../../tests/support/folders.ts';
import type { Bench } from '../../figure.ts';
import { fight } from '../../support/booking.ts';

const bench: Bench = {
  title: {
    en: 'bookings per second of 64 clients on SQLite, nobody double-booked, nothing lost in 200 kill -9',
    fr: 'rendez-vous par seconde de 64 clients sur SQLite, aucun en double, aucun perdu en 200 kill -9',
  },
  limit: { least: 0.6, of: 'ratio' },
  runs: 5,
  most_minutes: 8,
  async run(runs) {
    const folder = temporary_folder('fight');
    try {
      return [await fight('fight_sqlite', `sqlite:${join(folder, 'parvis.db')}`, runs, 200)];
    } finally {
      remove_folder(folder);
    }
  },
};
export default bench;
