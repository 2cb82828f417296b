// SPDX-License-Identifier: EUPL-1.2
import type { Problem, Result } from '@parvis/api';
import { useCallback, useEffect, useState } from 'react';

export interface Loaded<Value> {
  value: Value | null;
  problem: Problem | null;
  reload(): void;
}

/** What the server answers, asked when the component appears and again on reload(). `ask_for` must be a stable function. */
export function useLoaded<Value>(ask_for: () => Promise<Result<Value>>): Loaded<Value> {
  const [value, set_value] = useState<Value | null>(null);
  const [problem, set_problem] = useState<Problem | null>(null);
  const reload = useCallback(() => {
    void ask_for().then((answer) => {
      if (answer.ok) set_value(answer.value);
      set_problem(answer.ok ? null : answer.error);
    });
  }, [ask_for]);
  useEffect(reload, [reload]);
  return { value, problem, reload };
}
