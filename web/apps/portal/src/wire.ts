// SPDX-License-Identifier: EUPL-1.2
// What the portal asks of the server; no account, no cookie.
import { ask, http, type components, type Result } from '@parvis/api';

type Schemas = components['schemas'];
export type Door = Schemas['Door'];
export type PlainWords = Schemas['PlainWords'];
export type OpeningPeriod = Schemas['OpeningPeriod'];
export type PlaceView = Schemas['PlaceView'];
export type ComingDay = Schemas['ComingDay'];
export type PublicSite = Schemas['PublicSite'];
export type MotiveCard = Schemas['MotiveCard'];
export type PublicNetwork = Schemas['PublicNetwork'];
export type Proposal = Schemas['ProposalView'];
export type Proposals = Schemas['ProposalsView'];
export type Slot = Schemas['SlotView'];
export type SlotList = Schemas['SlotList'];
export type PublicAppointment = Schemas['PublicAppointment'];
export type VisitorForm = Schemas['VisitorForm'];
export type BookingForm = Schemas['PublicBookingForm'];
export type MoveForm = Schemas['CodeMoveForm'];

export function networks(): Promise<Result<Schemas['PublicNetworks']>> {
  return ask(http.GET('/api/v1/public/networks'));
}

export function network(network_id: string): Promise<Result<PublicNetwork>> {
  return ask(http.GET('/api/v1/public/networks/{network_id}', { params: { path: { network_id } } }));
}

/** Communes by the beginning of a name or postcode. */
export function places(q: string): Promise<Result<Schemas['PlaceList']>> {
  return ask(http.GET('/api/v1/public/places', { params: { query: { q } } }));
}

/** Communes by their INSEE codes, with commas between. */
export function places_named(codes: string): Promise<Result<Schemas['PlaceList']>> {
  return ask(http.GET('/api/v1/public/places', { params: { query: { codes } } }));
}

/** `unmet_id` counts the request once when there is nothing for it. */
export function proposals(site_id: string, unmet_id: string, motives: readonly string[]): Promise<Result<Proposals>> {
  return ask(http.POST('/api/v1/public/sites/{site_id}/proposals', { params: { path: { site_id } }, body: { unmet_id, motives: [...motives] } }));
}

export interface SlotWish {
  site: string;
  motives: readonly string[];
  door: Door;
  /** Days, local to the network. */
  from: string;
  to: string;
  /** The appointment that is moved: its own place counts as free. */
  moving?: string;
}

export function slots({ site, motives, ...wish }: SlotWish): Promise<Result<SlotList>> {
  const params = { path: { site_id: site }, query: { ...wish, motives: motives.join(',') } };
  return ask(http.GET('/api/v1/public/sites/{site_id}/slots', { params }));
}

export function hold(appointment_id: string, body: BookingForm): Promise<Result<PublicAppointment>> {
  return ask(http.PUT('/api/v1/public/appointments/{appointment_id}', { params: { path: { appointment_id } }, body }));
}

export function confirm(appointment_id: string, visitor: VisitorForm): Promise<Result<PublicAppointment>> {
  return ask(http.POST('/api/v1/public/appointments/{appointment_id}/confirm', { params: { path: { appointment_id } }, body: { visitor } }));
}

export function give_up(appointment_id: string): Promise<Result<unknown>> {
  return ask(http.POST('/api/v1/public/appointments/{appointment_id}/give_up', { params: { path: { appointment_id } } }));
}

export function read(code: string): Promise<Result<PublicAppointment>> {
  return ask(http.POST('/api/v1/public/appointment', { body: { code } }));
}

export function cancel(code: string): Promise<Result<PublicAppointment>> {
  return ask(http.POST('/api/v1/public/appointment/cancel', { body: { code } }));
}

export function move(body: MoveForm): Promise<Result<PublicAppointment>> {
  return ask(http.POST('/api/v1/public/appointment/move', { body }));
}
