// SPDX-License-Identifier: EUPL-1.2
import { useSyncExternalStore } from 'react';

const wide = '(min-width: 64rem)';

function follow(changed: () => void): () => void {
  const query = matchMedia(wide);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** True where the list and the map have room side by side. */
export function useWide(): boolean {
  return useSyncExternalStore(follow, () => matchMedia(wide).matches);
}
