// SPDX-License-Identifier: EUPL-1.2
import { start_chime, type Chime } from '@parvis/ui';
import { useEffect, useRef } from 'react';
import { call_key, type WallCall } from './wall_model.ts';

/** Three low notes, twice: heard through a conversation, and nobody starts. */
const gentle: Chime = { notes_hz: [392, 494, 587], step_s: 0.35, loudness: 0.25, again_after_ms: 3500 };
const lasts_ms = 5500;

/** Sounds when somebody is called or called again, and is quiet again after a moment, or once nobody is called. */
export function useCallSound(calls: readonly WallCall[]): void {
  const heard = useRef(new Set<string>());
  const all = calls.map(call_key).join('|');
  useEffect(() => {
    const keys = all === '' ? [] : all.split('|');
    const is_new = keys.some((key) => !heard.current.has(key));
    heard.current = new Set(keys);
    if (!is_new) return;
    const stop = start_chime(gentle);
    const timer = setTimeout(stop, lasts_ms);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [all]);
}
