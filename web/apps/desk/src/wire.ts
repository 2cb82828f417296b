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
export type LineView = Schemas['LineView'];
export type WaitEstimate = Schemas['WaitEstimate'];
export type TakeTicket = Schemas['TakeTicket'];
export type TicketAct = Schemas['TicketAct'];
export type TicketActKind = Schemas['TicketActKind'];
export type UrgentReason = Schemas['UrgentReason'];
export type ParkReason = Schemas['ParkReason'];
export type Plan = Schemas['Plan'];
export type Motive = Schemas['Motive'];
export type NetworkView = Schemas['NetworkView'];

export type Door = Schemas['Door'];
export type AppointmentView = Schemas['AppointmentView'];
export type CancelReason = Schemas['CancelReason'];
export type Visitor = Schemas['Visitor'];
export type Proposal = Schemas['ProposalView'];
export type Proposals = Schemas['ProposalsView'];
export type Slot = Schemas['SlotView'];
export type SlotList = Schemas['SlotList'];
export type BookForm = Schemas['BookingForm'];
export type MoveForm = Schemas['MoveForm'];
export type ArriveForm = Schemas['ArrivalForm'];
export type Arrival = Schemas['Arrival'];
export type WalkIn = Schemas['WalkIn'];
export type WalkInForm = Schemas['WalkInForm'];
export type Guidance = Schemas['Guidance'];
export type Telling = Schemas['Telling'];
export type CancelForm = Schemas['CancelForm'];
export type ChosenSlot = Pick<BookForm, 'supply_id' | 'starts_at' | 'door' | 'site_id'>;

/** What a desk may give as a reason; the others come about by themselves. */
export const cancel_reasons = [
  'no_longer_needed',
  'citizen_prevented',
  'adviser_prevented',
  'site_closed',
  'breakdown',
  'mistake',
] as const satisfies readonly CancelReason[];
