// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useState } from 'react';
import { address_of, place_of, type Place } from './place.ts';

export interface Way {
  readonly place: Place;
  /** Goes on; "back" comes back here. */
  go(place: Place): void;
  /** Goes on, and "back" leads past here. */
  go_instead(place: Place): void;
}

/** The place in the page's address. After a step the page is read from its top, and its main region has the focus. */
export function usePlace(): Way {
  const [place, set_place] = useState(() => place_of(location.search));

  useEffect(() => {
    const back = () => set_place(place_of(location.search));
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);

  const arrive = useCallback((next: Place) => {
    set_place(next);
    scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, []);
  const go = useCallback(
    (next: Place) => {
      history.pushState(null, '', address_of(next));
      arrive(next);
    },
    [arrive],
  );
  const go_instead = useCallback(
    (next: Place) => {
      history.replaceState(null, '', address_of(next));
      arrive(next);
    },
    [arrive],
  );
  return { place, go, go_instead };
}
