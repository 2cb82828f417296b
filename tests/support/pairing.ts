// SPDX-License-Identifier: EUPL-1.2
import { in_database } from './database.ts';
import type { StartedKiosk } from './kiosk.ts';
import { BareLink } from './link.ts';
import type { StartedServer } from './server.ts';
import { demo_accounts, StaffSession } from './staff.ts';

interface NetworkOverview {
  networks: { sites: { site_id: string; commune: string }[]; kiosks: { kiosk_id: string; site_id: string; name: string }[] }[];
}

/** The id of the site in this commune of the demonstration network. */
export async function site_of(session: StaffSession, commune: string): Promise<string> {
  const { networks } = (await session.get('/api/v1/network')).body as NetworkOverview;
  const site = networks.flatMap((network) => network.sites).find((candidate) => candidate.commune === commune);
  if (site === undefined) throw new Error(`no site in ${commune}`);
  return site.site_id;
}

/** The id of the kiosk that stands in this commune of the demonstration network. */
export async function kiosk_of(session: StaffSession, commune: string): Promise<string> {
  const { networks } = (await session.get('/api/v1/network')).body as NetworkOverview;
  const sites = networks.flatMap((network) => network.sites);
  const site = sites.find((candidate) => candidate.commune === commune);
  const kiosk = networks.flatMap((network) => network.kiosks).find((candidate) => candidate.site_id === site?.site_id);
  if (kiosk === undefined) throw new Error(`no kiosk in ${commune}; there are sites in ${sites.map((one) => one.commune).join(', ')}`);
  return kiosk.kiosk_id;
}

/** The code that the kiosk shows on its screen. */
export async function shown_code(kiosk: StartedKiosk): Promise<string> {
  const link = await BareLink.open(kiosk.page_link());
  try {
    const code_of = (message: Record<string, unknown>): string | undefined =>
      (message.pairing as { code?: string } | null | undefined)?.code;
    const has_code = (message: Record<string, unknown>): boolean => code_of(message) !== undefined;
    const told = await Promise.any([link.next('snapshot', has_code), link.next('pairing', has_code)]);
    return code_of(told) ?? '';
  } finally {
    await link.close();
  }
}

/** Does what a technician does: reads the code from the kiosk's screen and types it for the kiosk of this commune. */
export async function pair_kiosk(server: StartedServer, kiosk: StartedKiosk, commune = 'Bretenoux'): Promise<string> {
  const technician = await StaffSession.open(server.local_url, demo_accounts.technician);
  const kiosk_id = await kiosk_of(technician, commune);
  const code = await shown_code(kiosk);
  const claimed = await technician.post('/api/v1/kiosk-pairings/claim', { code, kiosk_id });
  if (claimed.status !== 200) throw new Error(`pairing was refused: ${claimed.status} ${JSON.stringify(claimed.body)}`);
  return kiosk_id;
}

/** As if so many minutes had gone by since the codes that nobody has typed yet were given. */
export function let_pass_over_codes(server: StartedServer, minutes: number): void {
  in_database(server, (database) => {
    database.prepare('UPDATE kiosk_pairing SET expires_at = expires_at - ? WHERE kiosk_id IS NULL').run(minutes * 60_000);
  });
}
