// SPDX-License-Identifier: EUPL-1.2
import { BareLink, type LinkOptions } from '../../../tests/support/link.ts';
import { site_of } from '../../../tests/support/pairing.ts';
import { StartedServer } from '../../../tests/support/server.ts';
import { demo_accounts, StaffSession } from '../../../tests/support/staff.ts';
import { figure, type Bench } from '../../figure.ts';
import { settled_memory } from '../../memory.ts';

const connections = 200;
/** The server lets one session open a hundred at once; more would be refused for their rate. */
const connections_of_session = 50;

async function open_link(link: LinkOptions): Promise<BareLink> {
  const opened = await BareLink.open(link);
  await opened.next('snapshot');
  return opened;
}

const bench: Bench = {
  title: { en: 'memory of the server for each connected page of the front desk', fr: 'mémoire du serveur par page d’accueil connectée' },
  runs: 10,
  most_minutes: 5,
  async run(runs) {
    const server = await StartedServer.start();
    const places: LinkOptions[] = [];
    for (let count = 0; count < connections; count += connections_of_session) {
      const session = await StaffSession.open(server.local_url, demo_accounts.mediator);
      const hello = { surface: 'desk', site_id: await site_of(session, 'Bretenoux') };
      places.push({ url: `${server.local_url}/api/v1/link`, headers: { Cookie: session.cookie }, hello });
    }
    const values: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      await server.halt();
      await server.start_again();
      const links: BareLink[] = [];
      for (const place of places) links.push(await open_link(place)); // what the first ones bring in is not theirs
      const before = await settled_memory(server.process.pid);
      const first = links.length;
      for (let count = first; count < connections; count += 1) links.push(await open_link(places[count % places.length] as LinkOptions));
      values.push((((await settled_memory(server.process.pid)) - before) * 1024) / (links.length - first));
      for (const link of links) link.socket.terminate();
    }
    await server.stop();
    return [figure('memory_per_connection', 'KiB', values)];
  },
};
export default bench;
