// SPDX-License-Identifier: EUPL-1.2
// What the page asks of the server, and what it hears on its link; no account, no cookie.
import { ask, http, type components, type Result } from '@parvis/api';

type Schemas = components['schemas'];
export type HomeVisit = Schemas['HomeVisit'];
export type HomeWait = Schemas['HomeWait'];
export type ToHome = Schemas['ToHome'];
export type KioskInterview = Schemas['KioskInterview'];
export type KioskRecord = Schemas['KioskRecord'];
export type WipeCounts = Schemas['WipeCounts'];
export type PlainWords = Schemas['PlainWords'];

export function read(code: string): Promise<Result<HomeVisit>> {
  return ask(http.POST('/api/v1/public/visit', { body: { code } }));
}

export function arrive(code: string, ticket_id: string): Promise<Result<HomeVisit>> {
  return ask(http.POST('/api/v1/public/visit/arrive', { body: { code, ticket_id } }));
}
