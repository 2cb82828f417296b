// SPDX-License-Identifier: EUPL-1.2
import { start_postgres } from '../../../tests/support/postgres.ts';
import type { Bench } from '../../figure.ts';
import { fight } from '../../support/booking.ts';

const bench: Bench = {
  title: {
    en: 'bookings per second of 64 clients on PostgreSQL with fsync, nobody double-booked, nothing lost in 200 kill -9',
    fr: 'rendez-vous par seconde de 64 clients sur PostgreSQL avec fsync, aucun en double, aucun perdu en 200 kill -9',
  },
  limit: { least: 0.6, of: 'ratio' },
  runs: 5,
  most_minutes: 8,
  async run(runs) {
    const postgres = await start_postgres({ durable: true });
    try {
      return [await fight('fight_postgresql', postgres.url, runs, 200)];
    } finally {
      await postgres.stop();
    }
  },
};
export default bench;
