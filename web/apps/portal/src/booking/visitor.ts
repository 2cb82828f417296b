// SPDX-License-Identifier: EUPL-1.2
// What somebody types for their appointment. It outlives every step and every error of the page.
import type { Door, VisitorForm } from '../wire.ts';

export interface VisitorDraft {
  first_name: string;
  telephone: string;
  email: string;
  companions: number;
  note: string;
  note_is_confidential: boolean;
}

export const empty_draft: VisitorDraft = { first_name: '', telephone: '', email: '', companions: 0, note: '', note_is_confidential: false };

/** As many letters as the server takes. */
export const longest_first_name = 60;
export const longest_note = 500;

/** Only what was filled in. */
export function form_of(draft: VisitorDraft): VisitorForm {
  const form: VisitorForm = { first_name: draft.first_name.trim() };
  const telephone = draft.telephone.trim();
  const email = draft.email.trim();
  const note = draft.note.trim();
  if (telephone !== '') form.telephone = telephone;
  if (email !== '') form.email = email;
  if (draft.companions > 0) form.companions = draft.companions;
  if (note !== '') {
    form.note = note;
    form.note_is_confidential = draft.note_is_confidential;
  }
  return form;
}

export type MissingField = 'first_name' | 'telephone';

/** What must still be filled in; by telephone somebody has to be called. */
export function missing_in(draft: VisitorDraft, door: Door): MissingField | null {
  if (draft.first_name.trim() === '') return 'first_name';
  if (door === 'telephone' && draft.telephone.trim() === '') return 'telephone';
  return null;
}

/** The field that a problem of the server points at: "/visitor/telephone" -> "telephone". */
export function field_of(pointer: string): keyof VisitorDraft | null {
  const name = pointer.split('/').at(-1) ?? '';
  return Object.hasOwn(empty_draft, name) ? (name as keyof VisitorDraft) : null;
}
