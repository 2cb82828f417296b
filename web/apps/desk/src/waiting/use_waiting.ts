// SPDX-License-Identifier: EUPL-1.2
import { ask, http, type components } from '@parvis/api';
import { useCallback, useEffect, useState } from 'react';
import { useDeskAtWork } from '../desk_context.ts';

export type WaitingView = components['schemas']['WaitingView'];

/** Who of this site waits for a freed place or is asked about one, in order; read again with the day. */
export function useWaiting(): { entries: readonly WaitingView[]; reload(): void } {
  const { site_id, online, now, entries: unsent } = useDeskAtWork();
  const [entries, set] = useState<readonly WaitingView[]>([]);
  const reload = useCallback(() => {
    void ask(http.GET('/api/v1/sites/{site_id}/waiting_entries', { params: { path: { site_id } } })).then((answer) => {
      if (answer.ok) set(answer.value.entries.filter((one) => one.state === 'waiting' || one.state === 'offered'));
    });
  }, [site_id]);
  useEffect(() => {
    if (online) reload();
  }, [online, now, unsent.length, reload]);
  useEffect(() => {
    addEventListener(waiting_changed, reload);
    return () => removeEventListener(waiting_changed, reload);
  }, [reload]);
  return { entries, reload };
}

/** Told within this page when somebody was put on the list. */
export const waiting_changed = 'parvis:waiting-changed';
