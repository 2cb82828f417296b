// SPDX-License-Identifier: EUPL-1.2
// The daemon's words, made from kiosk_protocol/page_link.hpp.
import type { components } from '@parvis/api';

type Schemas = components['schemas'];

export type ToPage = Schemas['ToPage'];
export type Paper = Schemas['Paper'];
export type KioskInterview = Schemas['KioskInterview'];
export type SubjectTile = Schemas['SubjectTile'];
export type OfferEntry = Schemas['OfferEntry'];
export type SiteCard = Schemas['SiteCard'];
export type KioskCard = Schemas['KioskCard'];
export type PairingDisplay = Schemas['PairingDisplay'];
export type KioskQueue = Schemas['KioskQueue'];
export type KioskWait = Schemas['KioskWait'];
export type BellState = Schemas['BellState'];
export type EndReason = Schemas['EndReason'];
export type WipeCounts = Schemas['WipeCounts'];
export type DeviceReport = Schemas['DeviceReport'];
export type DeviceState = Schemas['DeviceState'];
export type Message<Type extends ToPage['type']> = Extract<ToPage, { type: Type }>;
