// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { draft_of, empty_draft, form_of, is_step_missing, needs_next_step } from './outcome_model.ts';

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

  it('is about what the person touched, unless the adviser says otherwise', () => {
    expect(form_of({ ...empty_draft, outcome: 'solved' }, 'family', pages).subject).toBe('family');
    expect(form_of({ ...empty_draft, outcome: 'solved', subject: 'health' }, 'family', pages).subject).toBe('health');
  });

  it('comes back as it was written when it is to be corrected', () => {
    const step = { what: 'Envoyer le bail', who: 'Vous' };
    const written = { outcome: 'follow_up', subject: 'health', done: ['Dossier complété', 'Bail reçu'], next_steps: [step], ...pages } as const;
    const draft = draft_of({ ...written, done: [...written.done], next_steps: [...written.next_steps] });
    expect(form_of({ ...draft, outcome: 'follow_up' }, 'family', pages)).toEqual(written);
    expect(draft_of({ ...written, done: [], next_steps: [] }).steps).toHaveLength(1);
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
