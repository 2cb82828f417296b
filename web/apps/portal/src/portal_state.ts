// SPDX-License-Identifier: EUPL-1.2
import { createContext, use, type Dispatch, type SetStateAction } from 'react';
import type { Held } from './booking/held.ts';
import type { VisitorDraft } from './booking/visitor.ts';
import type { Directory } from './directory.ts';
import type { Position } from './find/distance.ts';
import type { PlaceView, PublicAppointment } from './wire.ts';

export interface Found {
  typed: string;
  /** Chosen among those of that name. */
  chosen: PlaceView | null;
  /** Of the telephone. */
  position: Position | null;
  /** The village that the list was made for: where the person lives, as far as the page knows. */
  village: PlaceView | null;
}

/** What the page remembers while it is open, and forgets with it: the telephone may be a neighbour's. */
export interface Portal {
  readonly directory: Directory;
  readonly draft: VisitorDraft;
  set_draft: Dispatch<SetStateAction<VisitorDraft>>;
  /** The place that is kept for five minutes. */
  readonly held: Held | null;
  set_held: Dispatch<SetStateAction<Held | null>>;
  /** The appointment that was booked or looked up here. */
  readonly mine: PublicAppointment | null;
  set_mine: Dispatch<SetStateAction<PublicAppointment | null>>;
  /** The search, so that "back" finds it as it was. */
  readonly found: Found;
  set_found: Dispatch<SetStateAction<Found>>;
}

export const PortalContext = createContext<Portal | null>(null);

export function usePortal(): Portal {
  const portal = use(PortalContext);
  if (!portal) throw new Error('usePortal is called outside the portal');
  return portal;
}
