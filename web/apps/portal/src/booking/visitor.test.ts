// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { empty_draft, field_of, form_of, missing_in } from './visitor.ts';

test('a first name is enough to come', () => {
  expect(missing_in(empty_draft, 'kiosk')).toBe('first_name');
  expect(missing_in({ ...empty_draft, first_name: 'Odette' }, 'kiosk')).toBeNull();
  expect(form_of({ ...empty_draft, first_name: ' Odette ' })).toEqual({ first_name: 'Odette' });
});

test('who is to be called says on which number', () => {
  expect(missing_in({ ...empty_draft, first_name: 'Odette' }, 'telephone')).toBe('telephone');
});

test('a note says whether the mediator may read it; without a note nothing is said', () => {
  const draft = { ...empty_draft, first_name: 'Odette', note_is_confidential: true };
  expect(form_of(draft)).toEqual({ first_name: 'Odette' });
  expect(form_of({ ...draft, note: 'Mon divorce' })).toEqual({ first_name: 'Odette', note: 'Mon divorce', note_is_confidential: true });
});

test('a problem is shown at the field it names', () => {
  expect(field_of('/visitor/telephone')).toBe('telephone');
  expect(field_of('/starts_at')).toBeNull();
});
