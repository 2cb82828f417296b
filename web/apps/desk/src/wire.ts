// SPDX-License-Identifier: EUPL-1.2
// What the desk asks of the server and what it hears, under the names of the domain.
import type { components } from '@parvis/api';

type Schemas = components['schemas'];

export type KioskView = Schemas['KioskView'];
export type SiteCard = Schemas['SiteCard'];
export type OfferEntry = Schemas['OfferEntry'];
export type PlainWords = Schemas['PlainWords'];
export type TicketView = Schemas['TicketView'];
export type QueueView = Schemas['QueueView'];
export type WaitEstimate = Schemas['WaitEstimate'];
export type TakeTicket = Schemas['TakeTicket'];
export type TicketAct = Schemas['TicketAct'];
export type TicketActKind = Schemas['TicketActKind'];
export type UrgentReason = Schemas['UrgentReason'];
export type ParkReason = Schemas['ParkReason'];
export type Plan = Schemas['Plan'];
export type Motive = Schemas['Motive'];
export type NetworkView = Schemas['NetworkView'];

export type Door = 'kiosk' | 'home' | 'telephone' | 'on_site';
export type AppointmentState =
  | 'requested'
  | 'held'
  | 'confirmed'
  | 'arrived'
  | 'called'
  | 'in_interview'
  | 'finished'
  | 'no_show'
  | 'cancelled'
  | 'moved';
export type AppointmentAction = 'confirm' | 'move' | 'cancel' | 'arrive' | 'miss';
export const cancel_reasons = ['no_longer_needed', 'citizen_prevented', 'adviser_prevented', 'site_closed', 'breakdown', 'mistake'] as const;
export type CancelReason = (typeof cancel_reasons)[number];

export interface Visitor {
  first_name: string;
  telephone: string;
  email: string;
  companions: number;
  note: string;
  note_is_confidential: boolean;
}

export interface MotiveCard {
  motive_id: string;
  subject: string;
  label: PlainWords;
  acronym: string;
  papers: PlainWords[];
  duration_minutes: number;
}

export interface SlotPlace {
  site_id: string;
  name: string;
  commune: string;
}

export interface AppointmentView {
  appointment_id: string;
  state: AppointmentState;
  revision: number;
  door: Door;
  starts_at: number;
  ends_at: number;
  minutes: number;
  supply_id: string;
  group_id: string;
  body: { partner_id: string; acronym: string; name: PlainWords };
  motives: MotiveCard[];
  site?: SlotPlace;
  code?: string;
  visitor: Visitor;
  arrived_at?: number;
  allowed_actions: AppointmentAction[];
}

export interface AppointmentList {
  time_zone: string;
  appointments: AppointmentView[];
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
  unmet?: 'nothing_offered' | 'all_taken' | 'site_closed' | 'refused';
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

/** Where and when somebody is expected, as it was chosen. */
export interface ChosenSlot {
  supply_id: string;
  starts_at: number;
  door: Door;
  site_id?: string;
}

export interface BookForm extends ChosenSlot {
  motives: string[];
  visitor: Partial<Visitor>;
  if_taken?: 'refuse' | 'keep_as_request';
  occurred_at?: number;
  code?: string;
}

export interface MoveForm extends ChosenSlot {
  appointment_id: string;
}

export interface ArriveForm {
  ticket_id: string;
  occurred_at?: number;
  number?: number;
}

export interface Arrival {
  appointment: AppointmentView;
  ticket?: TicketView;
}
