// SPDX-License-Identifier: EUPL-1.2
import type { Problem, Result } from '@parvis/api';
import { useCallback, useEffect, useState } from 'react';

export type Asked<Value> = { state: 'asking' } | { state: 'here'; value: Value } | { state: 'failed'; problem: Problem };

/** Asks when the page shows it, and again on demand. `question` must keep its identity while it asks the same. */
export function useAsked<Value>(question: () => Promise<Result<Value>>): Asked<Value> & { again(): void } {
  const [asked, set_asked] = useState<Asked<Value>>({ state: 'asking' });
  const [round, set_round] = useState(0);
  useEffect(() => {
    let wanted = true;
    set_asked({ state: 'asking' });
    void question().then((result) => {
      if (!wanted) return;
      set_asked(result.ok ? { state: 'here', value: result.value } : { state: 'failed', problem: result.error });
    });
    return () => {
      wanted = false;
    };
  }, [question, round]);
  const again = useCallback(() => set_round((before) => before + 1), []);
  return { ...asked, again };
}
