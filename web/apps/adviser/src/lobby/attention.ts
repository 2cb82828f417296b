// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { start_chime, type Chime } from '@parvis/ui';
import { useEffect, useRef } from 'react';
import type { RingView } from '../console_model.ts';

const somebody_waits: Chime = { notes_hz: [523, 659, 784], step_s: 0.18, loudness: 0.15, again_after_ms: 5000 };

/** Makes a new ring noticed by somebody who looks elsewhere: a sound that comes back, and a system notification. */
export function useAttention(rings: readonly RingView[]): void {
  const say = useSay();
  const known = useRef(new Set<string>());
  const waits = rings.length > 0;

  useEffect(() => {
    const fresh = rings.filter((ring) => !known.current.has(ring.interview_id));
    known.current = new Set(rings.map((ring) => ring.interview_id));
    for (const ring of fresh) {
      notify(say('adviser.ring.notification', { site: ring.site_name }), ring.interview_id);
    }
  }, [rings, say]);

  useEffect(() => {
    if (!waits) return;
    return start_chime(somebody_waits);
  }, [waits]);
}

/** Asked for on a press, as browsers want it. */
export function may_notify(): boolean {
  return 'Notification' in globalThis && Notification.permission === 'granted';
}

export async function ask_to_notify(): Promise<boolean> {
  return 'Notification' in globalThis && (await Notification.requestPermission()) === 'granted';
}

function notify(title: string, tag: string): void {
  if (!may_notify() || document.visibilityState === 'visible') return;
  const notification = new Notification(title, { tag });
  notification.onclick = () => window.focus();
}
