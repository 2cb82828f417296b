// SPDX-License-Identifier: EUPL-1.2
import type { Problem, Result } from '@parvis/api';
import { useCallback, useEffect, useRef, useState } from 'react';

export interface Answer<Value> {
  /** The newest answer; that of the question before while the next one is on its way. */
  value: Value | null;
  problem: Problem | null;
  /** Asks again; done when the answer is there. */
  reload(): Promise<void>;
}

/** What the server answers to a question, asked whenever the question changes. `question` must be stable between renders. */
export function useAnswer<Value>(question: () => Promise<Result<Value>>): Answer<Value> {
  const [value, set_value] = useState<Value | null>(null);
  const [problem, set_problem] = useState<Problem | null>(null);
  const latest = useRef(question);
  const reload = useCallback(async () => {
    latest.current = question;
    const answer = await question();
    if (latest.current !== question) return; // asked about something else meanwhile
    if (answer.ok) set_value(answer.value);
    set_problem(answer.ok ? null : answer.error);
  }, [question]);
  useEffect(() => void reload(), [reload]);
  return { value, problem, reload };
}
