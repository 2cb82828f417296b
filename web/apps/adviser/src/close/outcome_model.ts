// SPDX-License-Identifier: EUPL-1.2
// What an adviser writes at the end, before it becomes the form that the server takes. Pure.
import type { components } from '@parvis/api';

export type OutcomeKind = components['schemas']['OutcomeKind'];
export type OutcomeForm = components['schemas']['OutcomeForm'];

export interface StepDraft {
  what: string;
  who: string;
  by_date: string;
}

export interface OutcomeDraft {
  outcome: OutcomeKind | null;
  /** What it was about, when that was not what the person had touched. */
  subject: string | null;
  /** One line for each thing done. */
  done: string;
  steps: StepDraft[];
}

export const outcome_kinds: readonly OutcomeKind[] = ['solved', 'partly', 'follow_up', 'sent_to_meeting', 'technical_failure'];
export const empty_step: StepDraft = { what: '', who: '', by_date: '' };
export const empty_draft: OutcomeDraft = { outcome: null, subject: null, done: '', steps: [empty_step] };

/** What stands written, to be corrected. */
export function draft_of({ outcome, subject, done, next_steps }: OutcomeForm): OutcomeDraft {
  const steps = next_steps.map(({ what, who, by_date }) => ({ what, who, by_date: by_date ?? '' }));
  return { outcome, subject, done: done.join('\n'), steps: steps.length > 0 ? steps : [empty_step] };
}

/** Every interview ends with "what next, who, when", except one that is solved or that the machine broke. */
export function needs_next_step(outcome: OutcomeKind | null): boolean {
  return outcome === 'partly' || outcome === 'follow_up' || outcome === 'sent_to_meeting';
}

/** True while something is promised without a name behind it, or nothing is where something must be. */
export function is_step_missing({ outcome, steps }: OutcomeDraft): boolean {
  const told = steps.filter((step) => step.what.trim() !== '');
  return told.some((step) => step.who.trim() === '') || (needs_next_step(outcome) && told.length === 0);
}

export function form_of(
  draft: OutcomeDraft & { outcome: OutcomeKind },
  subject_of_ring: string,
  pages: { pages_received: number; pages_printed: number },
): OutcomeForm {
  const done = draft.done.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const next_steps = draft.steps
    .filter((step) => step.what.trim() !== '')
    .map(({ what, who, by_date }) => ({ what: what.trim(), who: who.trim(), ...(by_date === '' ? {} : { by_date }) }));
  return { outcome: draft.outcome, subject: draft.subject ?? subject_of_ring, done, next_steps, ...pages };
}
