// SPDX-License-Identifier: EUPL-1.2
// Today's appointments of the adviser's groups over all sites: read again whenever the server says that one has changed,
// when the link is back, and every minute; the list says so when it could not be read.
import { ask, http, type Problem } from '@parvis/api';
import { default_zone } from '@parvis/i18n';
import { createContext, use, useEffect, useMemo, useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { Appointment } from './today_model.ts';

const again_ms = 60_000;
/** Around midnight the day is that of the next hours as well. */
const around_ms = 2 * 3_600_000;

export interface Today {
  readonly appointments: readonly Appointment[];
  readonly zone: string;
  /** When the list was read last; null before the first time. */
  readonly read_at: number | null;
  /** Why the newest reading failed. */
  readonly problem: Problem | null;
  read_again(): void;
}

const nothing: Today = { appointments: [], zone: default_zone, read_at: null, problem: null, read_again: () => undefined };
const TodayContext = createContext<Today>(nothing);

export function useToday(): Today {
  return use(TodayContext);
}

function days_in(zone: string): { from: string; to: string } {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
  return { from: day.format(Date.now() - around_ms), to: day.format(Date.now() + around_ms) };
}

const read = (zone: string) => ask(http.GET('/api/v1/appointments', { params: { query: days_in(zone) } }));

/** `news`: another value means that something may have changed. */
export function TodayProvider({ news, children }: { news: string; children: ReactNode }): ReactElement {
  const [known, set_known] = useState<Omit<Today, 'read_again'>>(nothing);
  const [asked, ask_again] = useState(0);
  const zone = useRef(default_zone);
  useEffect(() => {
    let wanted = true;
    const look = async () => {
      let came = await read(zone.current);
      // The day of the network, which may lie overseas.
      if (came.ok && came.value.time_zone !== zone.current) {
        zone.current = came.value.time_zone;
        came = await read(zone.current);
      }
      if (!wanted) return;
      if (came.ok) {
        set_known({ appointments: came.value.appointments, zone: came.value.time_zone, read_at: Date.now(), problem: null });
      } else {
        const problem = came.error;
        set_known((before) => ({ ...before, problem }));
      }
    };
    void look();
    const timer = setInterval(() => void look(), again_ms);
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, [news, asked]);
  const today = useMemo(() => ({ ...known, read_again: () => ask_again((count) => count + 1) }), [known]);
  return <TodayContext value={today}>{children}</TodayContext>;
}
