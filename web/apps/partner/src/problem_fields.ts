// SPDX-License-Identifier: EUPL-1.2
// Which field of a form a problem belongs to. Pure.
import type { Problem } from '@parvis/api';

/** The problem's place in the form; a change of one day has its form inside. */
function place_of(problem: Problem): string {
  return problem.pointer.replace(/^\/instead(?=\/)/, '');
}

/** Whether it is about this field, or about something inside it. */
export function is_at(problem: Problem | null, field: string): problem is Problem {
  if (!problem) return false;
  const place = place_of(problem);
  return place === field || place.startsWith(`${field}/`);
}

/** Whether none of the form's fields can show it. */
export function is_elsewhere(problem: Problem | null, fields: readonly string[]): problem is Problem {
  return problem !== null && !fields.some((field) => is_at(problem, field));
}
