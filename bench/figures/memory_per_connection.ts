// SPDX-License-Identifier: EUPL-1.2
import { BareLink } from '../../tests/support/link.ts';
import { site_of } from '../../tests/support/pairing.ts';
import { StartedServer } from '../../tests/support/server.ts';
import { demo_accounts, StaffSession } from '../../tests/support/staff.ts';
import { figure, type Bench } from '../figure.ts';
import { proportional_memory } from '../memory.ts';

const connections = 200;

const bench: Bench = {
  title: { en: 'memory of the server for each connected page of the front desk', fr: 'mémoire du serveur par page d’accueil connectée' },
  runs: 10,
  most_minutes: 5,
  async run(runs) {
    const server = await StartedServer.start();
    const session = await StaffSession.open(server.local_url, demo_accounts.mediator);
    const hello = { surface: 'desk', site_id: await site_of(session, 'Bretenoux') };
    const link = { url: `${server.local_url}/api/v1/link`, headers: { Cookie: session.cookie }, hello };
    const values: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      if (run > 0) await server.start_again();
      const first = await BareLink.open(link); // what the first connection brings in is not theirs
      const before = proportional_memory(server.process.pid);
      const links: BareLink[] = [];
      for (let count = 0; count < connections; count += 1) links.push(await BareLink.open(link));
      await Promise.all(links.map((one) => one.next('snapshot')));
      values.push(((proportional_memory(server.process.pid) - before) * 1024) / connections);
      await server.halt();
      for (const one of [first, ...links]) one.socket.terminate();
    }
    await server.stop();
    return [figure('memory_per_connection', 'KiB', values)];
  },
};
export default bench;
