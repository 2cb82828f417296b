// SPDX-License-Identifier: EUPL-1.2
// What the front desk knows: the site and its kiosks, as the server last told them.
import type { components, LinkMessage } from '@parvis/api';
import type { KioskView, LineView, SiteCard } from './wire.ts';

export type { KioskView };
type ToDesk = components['schemas']['ToDesk'];

export interface Desk {
  site: SiteCard;
  kiosks: KioskView[];
}

/** The desk after a message; messages of a newer server that it does not know change nothing. */
export function after(desk: Desk | null, message: LinkMessage): Desk | null {
  const told = message as unknown as ToDesk;
  switch (told.type) {
    case 'snapshot':
      return { site: told.site, kiosks: told.kiosks };
    case 'kiosks':
      return desk && { ...desk, kiosks: told.kiosks };
    default:
      return desk;
  }
}

/** A line of this site that has changed. */
export function line_told(message: LinkMessage): LineView | null {
  const told = message as unknown as ToDesk;
  return told.type === 'queue_line' ? told.line : null;
}

/** Kiosks where somebody rings the bell and nobody has answered yet, longest first. */
export function bells(desk: Desk | null): KioskView[] {
  return (desk?.kiosks ?? [])
    .filter((kiosk) => kiosk.bell === 'ringing')
    .sort((one, other) => (one.bell_since ?? 0) - (other.bell_since ?? 0));
}
