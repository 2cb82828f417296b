// SPDX-License-Identifier: EUPL-1.2
// A small kiosk for tests: two subjects, one of them with two bodies.
import type { DeviceState, KioskInterview, OfferEntry, SubjectTile } from '../wire.ts';
import type { Known } from '../model/known.ts';

const device: DeviceState = { state: 'ready', reasons: [], model: '', detail: '' };

export function offer(offer_id: string, state: OfferEntry['state'], opens_at?: number): OfferEntry {
  const entry: OfferEntry = { offer_id, partner_id: `body of ${offer_id}`, acronym: offer_id.toUpperCase(), partner_name: { fr: offer_id, en: offer_id }, state };
  return opens_at === undefined ? entry : { ...entry, opens_at };
}

export function tile(subject: string, ...offers: OfferEntry[]): SubjectTile {
  return { subject, label: { fr: subject, en: subject }, pictogram: subject, offers };
}

export const family = tile('family', offer('caf', 'open'));
export const work = tile('work', offer('ft', 'nobody_there'), offer('cap', 'closed', 2000));

export function interview(interview_id: string, state: KioskInterview['state'], more: Partial<KioskInterview> = {}): KioskInterview {
  return {
    interview_id, state, way_in: 'citizen', subject: 'family', subject_label: { fr: 'Ma famille', en: 'My family' },
    partner: { acronym: 'CAF', name: { fr: 'Caisse', en: 'Office' } }, requested_at: 1000, ice_servers: [], ...more,
  };
}

export function known(change: Partial<Known> = {}): Known {
  return {
    paired: true, online: true, pairing: null, kiosk: null, site: null, tiles: [family, work], bell: 'silent', interview: null, queue: { waits: [], closed: [] },
    papers: [], devices: { scanner: device, printer: device }, idle_seconds: 60, end_seconds: 20, ...change,
  };
}
