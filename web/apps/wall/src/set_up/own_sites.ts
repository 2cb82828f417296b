// SPDX-License-Identifier: EUPL-1.2
import type { Account, components } from '@parvis/api';

type Overview = components['schemas']['NetworkOverview'];

/** The sites whose screens an account looks after: a mediator's own, or all of a network for those who keep its machines. */
export function sites_of(account: Account, { networks }: Overview): { site_id: string; name: string }[] {
  const held = (network_id: string) => account.memberships.filter((membership) => membership.network_id === network_id);
  return networks.flatMap(({ network_id, sites }) => {
    const all = held(network_id).some(({ role }) => role === 'technician' || role === 'administrator');
    return sites.filter(({ site_id }) => all || held(network_id).some((membership) => membership.role === 'mediator' && membership.site_id === site_id));
  });
}
