// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '@parvis/api';
import { announce, useProblemText } from '@parvis/ui';
import { useCallback, useEffect, useState } from 'react';

/** A problem as it stands at its field, which is not named again. */
export function useFieldText(): (problem: Problem) => string {
  const problem_text = useProblemText();
  return useCallback((problem) => problem_text(problem).replace(` (${problem.pointer})`, ''), [problem_text]);
}

export interface ToldProblem {
  problem: Problem | null;
  set_problem(problem: Problem | null): void;
  text(problem: Problem): string;
}

/** The problem of a form: said aloud, and brought into view where its field is further up or down. */
export function useToldProblem(): ToldProblem {
  const text = useFieldText();
  const [problem, set_problem] = useState<Problem | null>(null);
  useEffect(() => {
    if (!problem) return;
    announce(text(problem));
    document.querySelector('[role=dialog] :is([aria-invalid=true], [role=alert])')?.scrollIntoView({ block: 'center' });
  }, [problem, text]);
  return { problem, set_problem, text };
}
