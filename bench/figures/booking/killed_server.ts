// SPDX-License-Identifier: EUPL-1.2
import { start_postgres } from '../../../tests/support/postgres.ts';
import type { Bench } from '../../figure.ts';
import { kill_server } from '../../support/killed_server.ts';

const bench: Bench = {
  title: {
    en: 'from kill -9 of the server to ready again, while 16 desks book at one kiosk: nobody double-booked, nothing lost',
    fr: 'de kill -9 du serveur à son retour, pendant que 16 accueils réservent une borne : aucun en double, aucun perdu',
  },
  runs: 200,
  most_minutes: 10,
  async run(runs) {
    const sqlite = await kill_server('killed_server_sqlite', runs, {});
    const postgres = await start_postgres({ durable: true });
    try {
      return [sqlite, await kill_server('killed_server_postgresql', runs, { settings: { database: postgres.url } })];
    } finally {
      await postgres.stop();
    }
  },
};
export default bench;
