// SPDX-License-Identifier: EUPL-1.2
// What the daemon has said, kept as one picture.
import type { BellState, DeviceReport, KioskCard, KioskInterview, KioskQueue, PairingDisplay, Paper, SiteCard, SubjectTile, ToPage } from '../wire.ts';

export interface Known {
  readonly paired: boolean;
  /** Whether the daemon hears the server; the rest is the last known otherwise. */
  readonly online: boolean;
  readonly pairing: PairingDisplay | null;
  readonly kiosk: KioskCard | null;
  readonly site: SiteCard | null;
  readonly tiles: readonly SubjectTile[];
  readonly bell: BellState;
  readonly interview: KioskInterview | null;
  /** Who is called here, and who will be. */
  readonly queue: KioskQueue;
  /** As of the last snapshot. */
  readonly papers: readonly Paper[];
  readonly devices: DeviceReport;
  readonly idle_seconds: number;
  readonly end_seconds: number;
}

const nobody_waits: KioskQueue = { waits: [], closed: [] };

/** The picture after a message; what is about papers, and what a newer daemon may say, changes nothing here. */
export function known_after(known: Known | null, message: ToPage): Known | null {
  if (message.type === 'snapshot') {
    const { paired, online, pairing, kiosk, site, tiles, bell, interview, papers, devices, idle_seconds, end_seconds } = message;
    return {
      paired, online, tiles, bell, papers, devices, idle_seconds, end_seconds,
      pairing: pairing ?? null,
      kiosk: kiosk ?? null,
      site: site ?? null,
      interview: interview ?? null,
      queue: nobody_waits, // told after the snapshot
    };
  }
  if (!known) return null;
  switch (message.type) {
    case 'link':
      return { ...known, online: message.online };
    case 'pairing':
      return { ...known, paired: message.paired, pairing: message.pairing ?? null };
    case 'tiles':
      return { ...known, tiles: message.tiles };
    case 'bell':
      return { ...known, bell: message.bell };
    case 'queue':
      return { ...known, queue: message.queue };
    case 'devices':
      return { ...known, devices: message.report };
    case 'interview':
      return { ...known, interview: message.interview };
    default:
      return known;
  }
}

/** The interview that is not over. */
export function live_interview(known: Known | null): KioskInterview | null {
  const interview = known?.interview ?? null;
  return interview && interview.state !== 'ended' ? interview : null;
}

export function running_interview(known: Known | null): KioskInterview | null {
  const interview = live_interview(known);
  return interview?.state === 'running' ? interview : null;
}
