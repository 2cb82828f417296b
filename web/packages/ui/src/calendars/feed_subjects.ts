// SPDX-License-Identifier: EUPL-1.2
// Whose appointments an account may give a calendar the address of.
import type { Account, components } from '@parvis/api';

export type Network = components['schemas']['NetworkView'];
export type CalendarFeed = components['schemas']['CalendarFeed'];

export interface FeedSubject {
  /** One word for what it is, and its id. */
  key: string;
  label: string;
  wish: { site_id: string } | { partner_id: string } | { group_id: string } | { account_id: string };
}

/**
 * Advisers have their own sessions (called `own`), they and managers their body and its groups, mediators their site,
 * coordinators and administrators all.
 */
export function subjects_of({ account_id, memberships: everywhere }: Pick<Account, 'account_id' | 'memberships'>, network: Network, own: string): FeedSubject[] {
  const memberships = everywhere.filter((one) => one.network_id === network.network_id);
  const all = memberships.some((one) => one.role === 'coordinator' || one.role === 'administrator');
  const at_site = (id: string) => memberships.some((one) => one.role === 'mediator' && one.site_id === id);
  const of_body = (id: string) => memberships.some((one) => (one.role === 'adviser' || one.role === 'partner_manager') && one.partner_id === id);
  const sites = network.sites.filter((site) => all || at_site(site.site_id));
  const partners = network.partners.filter((partner) => all || of_body(partner.partner_id));
  const groups = network.groups.filter((group) => all || of_body(group.partner_id));
  return [
    ...(memberships.some((one) => one.role === 'adviser') ? [{ key: account_id, label: own, wish: { account_id } }] : []),
    ...sites.map(({ site_id, name }): FeedSubject => ({ key: site_id, label: name, wish: { site_id } })),
    ...groups.map(({ group_id, name }): FeedSubject => ({ key: group_id, label: name, wish: { group_id } })),
    ...partners.filter(({ acronym }) => !groups.some((group) => group.name === acronym)).map(({ partner_id, acronym }): FeedSubject => ({ key: partner_id, label: acronym, wish: { partner_id } })),
  ];
}

/** The name of what a feed shows. */
export function subject_of_feed(feed: CalendarFeed, network: Network, own: string): string {
  if (feed.account_id !== undefined) return own;
  if (feed.site_id !== undefined) return network.sites.find((one) => one.site_id === feed.site_id)?.name ?? '';
  if (feed.group_id !== undefined) return network.groups.find((one) => one.group_id === feed.group_id)?.name ?? '';
  return network.partners.find((one) => one.partner_id === feed.partner_id)?.acronym ?? '';
}
