// SPDX-License-Identifier: EUPL-1.2
import { ask, http, type components, type Problem, type Result } from '@parvis/api';
import { announce, useProblemText } from '@parvis/ui';
import { useState } from 'react';
import type { DisplacedList } from './LosingPlaces.tsx';

type CalendarChange = components['schemas']['CalendarChange'];

export interface LookedAhead {
  problem: Problem | null;
  losing: DisplacedList | null;
  pending: boolean;
  text(problem: Problem): string;
  /** The form has changed: what was shown was about something else. */
  touched(): void;
  /** True once it is saved. Shows first who would lose their place, and saves when asked again. */
  save(change: CalendarChange, send: () => Promise<Result<unknown>>): Promise<boolean>;
}

/** A change of a site's opening: what it would do is shown before it is done. */
export function useLookedAhead(site_id: string): LookedAhead {
  const problem_text = useProblemText();
  const [problem, set_problem] = useState<Problem | null>(null);
  const [losing, set_losing] = useState<DisplacedList | null>(null);
  const [pending, set_pending] = useState(false);
  const text = (each: Problem) => problem_text(each).replace(` (${each.pointer})`, '');
  const refuse = (each: Problem) => {
    set_problem(each);
    announce(text(each));
    return false;
  };
  const touched = () => {
    set_losing(null);
    set_problem(null);
  };
  const save = async (change: CalendarChange, send: () => Promise<Result<unknown>>) => {
    set_pending(true);
    const ahead = losing === null ? await ask(http.POST('/api/v1/sites/{site_id}/calendar_previews', { params: { path: { site_id } }, body: change })) : null;
    const is_shown = ahead?.ok === true && ahead.value.appointments.length > 0;
    const saved = ahead === null || (ahead.ok && !is_shown) ? await send() : null;
    set_pending(false);
    if (is_shown) set_losing(ahead.value);
    if (ahead && !ahead.ok) return refuse(ahead.error);
    if (saved && !saved.ok) return refuse(saved.error);
    if (saved?.ok) touched();
    return saved?.ok === true;
  };
  return { problem, losing, pending, text, touched, save };
}
