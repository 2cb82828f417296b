// SPDX-License-Identifier: EUPL-1.2
// The only HTTP and WebSocket client of the pages.
export { page_of_role, pages_of, sign_in, sign_out, sign_out_everywhere, signed_in_account } from './accounts.ts';
export type { Account, Membership, Role } from './accounts.ts';
export { ask, http, request, speak_language } from './http.ts';
export { default_timing, LinkClient, type LinkOptions, type LinkTiming } from './link_client.ts';
export type { LinkMessage, ProtocolRange, Welcome } from './link_messages.ts';
export type { LinkState } from './link_state.ts';
export { failure, read_problem, success, type ErrorCode, type Problem, type Result } from './result.ts';
export type { components, paths } from './schema.ts';
export { new_ulid } from './ulid.ts';
