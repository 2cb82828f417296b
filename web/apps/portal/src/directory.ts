// SPDX-License-Identifier: EUPL-1.2
// All counters of all networks of this server, each with the network it belongs to.
import { success, type Result } from '@parvis/api';
import * as wire from './wire.ts';
import type { MotiveCard, PublicNetwork, PublicSite } from './wire.ts';

export interface Counter extends PublicSite {
  network: PublicNetwork;
}

export interface Directory {
  counters: readonly Counter[];
}

export async function load_directory(): Promise<Result<Directory>> {
  const named = await wire.networks();
  if (!named.ok) return named;
  const answers = await Promise.all(named.value.networks.map(({ network_id }) => wire.network(network_id)));
  const counters: Counter[] = [];
  for (const answer of answers) {
    if (!answer.ok) return answer;
    counters.push(...answer.value.sites.map((site) => ({ ...site, network: answer.value })));
  }
  return success({ counters });
}

export function counter_of(directory: Directory, site: string): Counter | null {
  return directory.counters.find((one) => one.site_id === site) ?? null;
}

/** The subjects for which something can be asked, in their order. */
export function subjects_of(network: PublicNetwork): PublicNetwork['subjects'] {
  return network.subjects.filter(({ subject }) => motives_of(network, subject).length > 0);
}

export function motives_of(network: PublicNetwork, subject: string): MotiveCard[] {
  return network.motives.filter((motive) => motive.subject === subject);
}
