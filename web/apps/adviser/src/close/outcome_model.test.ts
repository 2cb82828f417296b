// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { empty_draft, form_of, is_step_missing, needs_next_step } from './outcome_model.ts';

const pages = { pages_received: 2, pages_printed: 1 };

describe('the outcome', () => {
  it('makes one sentence of the receipt from each line that says something', () => {
    const form = form_of({ ...empty_draft, outcome: 'solved', done: ' Dossier complété \n\n Attestation imprimée' }, 'family', pages);
    expect(form.done).toEqual(['Dossier complété', 'Attestation imprimée']);
    expect(form.next_steps).toEqual([]);
  });

  it('leaves out a date that nobody chose', () => {
    const steps = [{ what: 'Envoyer le bail', who: 'Vous', by_date: '' }, { what: 'Étudier le dossier', who: 'CAF', by_date: '2026-12-01' }];
    const form = form_of({ ...empty_draft, outcome: 'follow_up', steps }, 'family', pages);
    expect(form.next_steps).toEqual([{ what: 'Envoyer le bail', who: 'Vous' }, { what: 'Étudier le dossier', who: 'CAF', by_date: '2026-12-01' }]);
  });

  it('asks what happens next unless the matter is solved or the machine broke', () => {
    expect(['solved', 'technical_failure'].map((kind) => needs_next_step(kind as 'solved'))).toEqual([false, false]);
    expect(needs_next_step('sent_to_meeting')).toBe(true);
  });

  it('takes no promise without the one who keeps it', () => {
    const step = { what: 'Envoyer le bail', who: ' ', by_date: '' };
    expect(is_step_missing({ ...empty_draft, outcome: 'solved', steps: [step] })).toBe(true);
    expect(is_step_missing({ ...empty_draft, outcome: 'solved', steps: [{ ...step, who: 'Vous' }] })).toBe(false);
    expect(is_step_missing({ ...empty_draft, outcome: 'follow_up' })).toBe(true);
  });
});
