// SPDX-License-Identifier: EUPL-1.2
import type { LinkClient } from '@parvis/api';
import { createContext, use } from 'react';
import type { KnownDay } from './offline/known_day.ts';
import type { Entry } from './outbox/outbox_model.ts';
import type { DeskOutbox } from './outbox/use_outbox.ts';

/** What every part of the desk's page leans on. */
export interface DeskAtWork {
  readonly site_id: string;
  readonly day: KnownDay;
  readonly entries: readonly Entry[];
  /** Whether the link to the server stands. */
  readonly online: boolean;
  /** It has not stood for a while: a page that was only just opened is not cut off. */
  readonly cut: boolean;
  readonly now: number;
  readonly link: LinkClient;
  readonly submit: DeskOutbox['submit'];
  readonly settle: DeskOutbox['settle'];
  look(): void;
}

export const DeskContext = createContext<DeskAtWork | null>(null);

export function useDeskAtWork(): DeskAtWork {
  const desk = use(DeskContext);
  if (!desk) throw new Error('useDeskAtWork is called outside the desk');
  return desk;
}
