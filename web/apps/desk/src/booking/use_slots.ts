// SPDX-License-Identifier: EUPL-1.2
import { ask, http, type Problem } from '@parvis/api';
import { useEffect, useState } from 'react';
import { local_day } from '../offline/known_day.ts';
import type { Door, SlotList } from '../wire.ts';

const days_shown = 21;

export interface AskedSlots {
  list: SlotList | null;
  problem: Problem | null;
}

/** Free moments of the next three weeks. `moving`: those of this appointment count as free. */
export function useSlots(site_id: string, motives: readonly string[], door: Door, moving?: string): AskedSlots {
  const [asked, set] = useState<AskedSlots>({ list: null, problem: null });
  const named = motives.join(',');
  useEffect(() => {
    let wanted = true;
    const now = Date.now();
    const days = { from: local_day(now), to: local_day(now + days_shown * 86_400_000) };
    const query = { motives: named, door, ...days, ...(moving === undefined ? {} : { moving }) };
    void ask(http.GET('/api/v1/sites/{site_id}/slots', { params: { path: { site_id }, query } })).then((answer) => {
      if (wanted) set(answer.ok ? { list: answer.value, problem: null } : { list: null, problem: answer.error });
    });
    return () => {
      wanted = false;
    };
  }, [site_id, named, door, moving]);
  return asked;
}
