// SPDX-License-Identifier: EUPL-1.2
import { createContext, use, useSyncExternalStore, type ReactElement, type ReactNode } from 'react';
import type { InterviewRoom, RoomView } from './call/interview_room.ts';
import type { Station } from './station.ts';
import type { StationView } from './station_view.ts';

const StationContext = createContext<Station | null>(null);

export function StationProvider({ station, children }: { station: Station; children: ReactNode }): ReactElement {
  return <StationContext value={station}>{children}</StationContext>;
}

/** The station, to be told of touches; and what it is like now. */
export function useStation(): { station: Station; view: StationView } {
  const station = use(StationContext);
  if (!station) throw new Error('useStation is called outside <StationProvider>');
  return { station, view: useSyncExternalStore(station.subscribe, station.view) };
}

/** The interview that runs, followed. */
export function useRoom(room: InterviewRoom): RoomView {
  return useSyncExternalStore(room.subscribe, room.view);
}
