// SPDX-License-Identifier: EUPL-1.2
// What the account may plan, and names for what the plan holds. Pure.
import type { Account, components } from '@parvis/api';

export type Network = components['schemas']['NetworkView'];
export type Body = components['schemas']['PartnerRow'];

/** The network where the account plans, if any. */
export function planned_network(account: Account, networks: readonly Network[]): Network | undefined {
  return networks.find((network) => bodies_of(account, network).length > 0);
}

/** Coordinates or administers it. */
export function runs_network(account: Account, network: Network): boolean {
  return account.memberships.some(({ role, network_id }) => network_id === network.network_id && (role === 'coordinator' || role === 'administrator'));
}

/** Bodies whose calendar the account keeps: its own, or all for who coordinates the network. */
export function bodies_of(account: Account, network: Network): Body[] {
  if (runs_network(account, network)) return network.partners;
  const here = account.memberships.filter((membership) => membership.network_id === network.network_id);
  const own = here.filter(({ role }) => role === 'partner_manager').map(({ partner_id }) => partner_id);
  return network.partners.filter(({ partner_id }) => own.includes(partner_id));
}

/** Communes of these sites by name, in the order of the network. */
export function communes_of(network: Network, sites: readonly string[]): string[] {
  return network.sites.filter(({ site_id }) => sites.includes(site_id)).map(({ commune }) => commune);
}

export function acronym_of(network: Network, partner_id: string): string {
  return network.partners.find((partner) => partner.partner_id === partner_id)?.acronym ?? '';
}
