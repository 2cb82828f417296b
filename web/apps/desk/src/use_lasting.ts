// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react';

/** True once it has been so for a while; false at once. */
export function useLasting(state: boolean, for_ms: number): boolean {
  const [lasting, set_lasting] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => set_lasting(state), state ? for_ms : 0);
    return () => clearTimeout(timer);
  }, [state, for_ms]);
  return lasting;
}
