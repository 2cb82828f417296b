// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react';

const look_again_ms = 15_000;

/** The time, for what is told in minutes. */
export function useNow(): number {
  const [now, set_now] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => set_now(Date.now()), look_again_ms);
    return () => clearInterval(timer);
  }, []);
  return now;
}
