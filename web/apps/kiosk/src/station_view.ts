// SPDX-License-Identifier: EUPL-1.2
import type { OpenedDevices } from '@parvis/call';
import type { InterviewRoom } from './call/interview_room.ts';
import type { Comfort } from './model/comfort.ts';
import type { Known } from './model/known.ts';
import type { DaemonLink, Screen, Visit } from './model/visit.ts';
import type { Saying } from './voice/voice.ts';

/** All that the screens show; a new object at each change. */
export interface StationView {
  readonly link: DaemonLink;
  readonly known: Known | null;
  readonly visit: Visit;
  readonly screen: Screen;
  readonly comfort: Comfort;
  readonly overlay: 'in_person' | 'stop' | null;
  /** The bell was sounded by the kiosk itself, because nobody else hears it. */
  readonly bell_sounded: boolean;
  readonly own: OpenedDevices | null;
  readonly caption: Saying | null;
  readonly room: InterviewRoom | null;
  /** Counts the people who were here: another number means that nothing of the last one may remain. */
  readonly visitor: number;
}
