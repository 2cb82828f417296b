// SPDX-License-Identifier: EUPL-1.2
// What the portal asks of the server; no account, no cookie.
import { request, type Result } from '@parvis/api';

export type Door = 'kiosk' | 'home' | 'telephone' | 'on_site';
export interface PlainWords {
  fr: string;
  en: string;
}
export interface OpeningPeriod {
  weekday: number;
  from_minute: number;
  to_minute: number;
}
export interface PublicSite {
  site_id: string;
  name: string;
  commune: string;
  address: string;
  telephone: string;
  hours: OpeningPeriod[];
  latitude_microdegrees?: number;
  longitude_microdegrees?: number;
}
export interface BodyCard {
  partner_id: string;
  acronym: string;
  name: PlainWords;
}
export interface MotiveCard {
  motive_id: string;
  partner_id: string;
  subject: string;
  label: PlainWords;
  acronym: string;
  duration_minutes: number;
  papers: PlainWords[];
}
export interface PublicNetwork {
  network_id: string;
  name: string;
  time_zone: string;
  subjects: { subject: string; label: PlainWords; pictogram: string }[];
  bodies: BodyCard[];
  motives: MotiveCard[];
  sites: PublicSite[];
}
export interface SlotPlace {
  site_id: string;
  name: string;
  commune: string;
}
export interface Proposal {
  kind: 'here' | 'nearby' | 'remote';
  supply_id: string;
  starts_at: number;
  ends_at: number;
  doors: Door[];
  site?: SlotPlace;
  metres: number;
}
export interface Proposals {
  time_zone: string;
  proposals: Proposal[];
  windows: { from: number; to: number }[];
  unmet?: string;
}
export interface Slot {
  supply_id: string;
  starts_at: number;
  ends_at: number;
}
export interface SlotList {
  time_zone: string;
  slots: Slot[];
  more: boolean;
}
export interface PublicAppointment {
  appointment_id: string;
  state: string;
  door: Door;
  by_screen: boolean;
  day: string;
  starts_at: number;
  ends_at: number;
  time_zone: string;
  held_until?: number;
  code?: string;
  first_name: string;
  body: BodyCard;
  motives: MotiveCard[];
  papers: PlainWords[];
  place?: { site_id: string; name: string; commune: string; address: string; telephone: string; room?: string };
  cancel_until?: number;
  allowed_actions: string[];
}
export interface VisitorForm {
  first_name?: string;
  telephone?: string;
  email?: string;
  companions?: number;
  note?: string;
  note_is_confidential?: boolean;
}
export interface BookingForm {
  supply_id: string;
  starts_at: number;
  door: Door;
  site_id?: string;
  motives: string[];
}

const base = '/api/v1/public';

export function networks(): Promise<Result<{ networks: { network_id: string; name: string }[] }>> {
  return request('GET', `${base}/networks`);
}

export function network(id: string): Promise<Result<PublicNetwork>> {
  return request('GET', `${base}/networks/${id}`);
}

export function proposals(site: string, unmet_id: string, motives: readonly string[]): Promise<Result<Proposals>> {
  return request('POST', `${base}/sites/${site}/proposals`, { unmet_id, motives });
}

export interface SlotWish {
  site: string;
  motives: readonly string[];
  door: Door;
  from: string;
  to: string;
  /** The appointment that is moved: its own place counts as free. */
  moving?: string;
}

export function slots({ site, motives, door, from, to, moving }: SlotWish): Promise<Result<SlotList>> {
  const wish = new URLSearchParams({ motives: motives.join(','), door, from, to, ...(moving === undefined ? {} : { moving }) });
  return request('GET', `${base}/sites/${site}/slots?${wish.toString()}`);
}

export function hold(id: string, form: BookingForm): Promise<Result<PublicAppointment>> {
  return request('PUT', `${base}/appointments/${id}`, form);
}

export function confirm(id: string, visitor: VisitorForm): Promise<Result<PublicAppointment>> {
  return request('POST', `${base}/appointments/${id}/confirm`, { visitor });
}

export function give_up(id: string): Promise<Result<unknown>> {
  return request('POST', `${base}/appointments/${id}/give_up`);
}

export function read(code: string): Promise<Result<PublicAppointment>> {
  return request('POST', `${base}/appointment`, { code });
}

export function cancel(code: string): Promise<Result<PublicAppointment>> {
  return request('POST', `${base}/appointment/cancel`, { code });
}

export interface MoveForm {
  code: string;
  appointment_id: string;
  supply_id: string;
  starts_at: number;
  door: Door;
  site_id?: string;
}

export function move(form: MoveForm): Promise<Result<PublicAppointment>> {
  return request('POST', `${base}/appointment/move`, form);
}
