// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react';
import * as wire from '../wire.ts';
import type { PlaceView } from '../wire.ts';

/** Between two letters of somebody who types with one finger. */
const pause_ms = 250;

/** Communes that `typed` may mean; null: not known yet, or the server does not answer. */
export interface Meant {
  typed: string;
  places: readonly PlaceView[] | null;
}

/** Asks once the typing pauses. The last answer stays until the next one is here, so that nothing flickers. */
export function usePlaces(typed: string): Meant {
  const [meant, set_meant] = useState<Meant>({ typed: '', places: null });
  const wanted = typed.trim();
  useEffect(() => {
    if (wanted.length < 2) return set_meant({ typed: wanted, places: null });
    let is_wanted = true;
    const timer = setTimeout(() => {
      void wire.places(wanted).then((answer) => {
        if (is_wanted) set_meant({ typed: wanted, places: answer.ok ? answer.value.places : null });
      });
    }, pause_ms);
    return () => {
      is_wanted = false;
      clearTimeout(timer);
    };
  }, [wanted]);
  return meant;
}
