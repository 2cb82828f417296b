// SPDX-License-Identifier: EUPL-1.2
import { ask, http } from './http.ts';
import type { Result } from './result.ts';
import type { components } from './schema.ts';

export type Account = components['schemas']['Caller'];
export type Membership = components['schemas']['Membership'];
export type Role = components['schemas']['Role'];

async function account_of(answer: Promise<Result<components['schemas']['Account']>>): Promise<Result<Account>> {
  const result = await answer;
  return result.ok ? { ok: true, value: result.value.account } : result;
}

/** Errors: `unauthenticated` / credentials_wrong, `rate_limited` / sign_in_delayed. */
export function sign_in(email: string, password: string): Promise<Result<Account>> {
  return account_of(ask(http.POST('/api/v1/sign-in', { body: { email, password } })));
}

/** Errors: `unauthenticated` when nobody is signed in. */
export function signed_in_account(): Promise<Result<Account>> {
  return account_of(ask(http.GET('/api/v1/me')));
}

export function sign_out(): Promise<Result<unknown>> {
  return ask(http.POST('/api/v1/sign-out'));
}

export function sign_out_everywhere(): Promise<Result<unknown>> {
  return ask(http.POST('/api/v1/sign-out-everywhere'));
}

/** The page where a role does its daily work. */
export const page_of_role: Record<Role, string> = {
  adviser: '/adviser/',
  partner_manager: '/partner/',
  mediator: '/desk/',
  coordinator: '/network/',
  technician: '/network/',
  funder: '/network/',
  administrator: '/network/',
};

/** Pages where a role also works, besides its own. */
const further_pages: Partial<Record<Role, readonly string[]>> = {
  mediator: ['/wall/', '/network/'],
  coordinator: ['/partner/'],
  technician: ['/wall/'],
  administrator: ['/partner/', '/wall/'],
};

/** The pages open to an account, the one of its first membership first. */
export function pages_of(account: Account): string[] {
  const roles = account.memberships.map((membership) => membership.role);
  return [...new Set([...roles.map((role) => page_of_role[role]), ...roles.flatMap((role) => further_pages[role] ?? [])])];
}
