// SPDX-License-Identifier: EUPL-1.2
// What the portal asks of the waiting list.
import { ask, http, type components, type Result } from '@parvis/api';

type Schemas = components['schemas'];
export type WaitingForm = Schemas['WaitingForm'];
export type PublicWaiting = Schemas['PublicWaiting'];
export type WaitingWays = Schemas['WaitingWays'];

export function ways(): Promise<Result<WaitingWays>> {
  return ask(http.GET('/api/v1/public/waiting_ways'));
}

export function join(entry_id: string, body: WaitingForm): Promise<Result<PublicWaiting>> {
  return ask(http.PUT('/api/v1/public/waiting_entries/{entry_id}', { params: { path: { entry_id } }, body }));
}

export function read(code: string): Promise<Result<PublicWaiting>> {
  return ask(http.POST('/api/v1/public/waiting_entry', { body: { code } }));
}

export function accept(code: string): Promise<Result<PublicWaiting>> {
  return ask(http.POST('/api/v1/public/waiting_entry/accept', { body: { code } }));
}

/** `stays`: that one does not suit, another may. */
export function refuse(code: string, stays: boolean): Promise<Result<PublicWaiting>> {
  return ask(http.POST('/api/v1/public/waiting_entry/refuse', { body: { code, stays } }));
}

export function withdraw(code: string): Promise<Result<PublicWaiting>> {
  return ask(http.POST('/api/v1/public/waiting_entry/withdraw', { body: { code } }));
}
