// SPDX-License-Identifier: EUPL-1.2
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { remove_folder, temporary_folder } from '../../tests/support/folders.ts';
import { make_form, type Form } from '../../tests/support/form.ts';
import { compare_received, keep_printed, text_of_pdf } from './evidence.ts';
import { file_name, timeline_text } from './timeline.ts';
import { read_detail } from './wipe_record.ts';

let folder: string;
let form: Form;
beforeAll(() => {
  folder = temporary_folder('evidence');
  form = make_form(folder, 'feedc0de00112233');
});
afterAll(() => remove_folder(folder));

test('a page that arrived is recognised by its marker and its likeness', () => {
  expect(compare_received(form.pdf, form).likeness).toBeGreaterThan(0.98);
});

test('another page than the one on the glass is refused', () => {
  const other = make_form(folder, '00000000ffffffff');
  expect(() => compare_received(other.pdf, form)).toThrow('shows marker 00000000ffffffff');
});

test('what was printed is kept when it is a PDF, and refused when it is not', () => {
  expect(text_of_pdf(keep_printed(form.pdf, folder, 'kept.pdf'))).toContain('Date de naissance');
  writeFileSync(join(folder, 'noise.prn'), 'noise');
  expect(() => keep_printed(join(folder, 'noise.prn'), folder, 'kept.pdf')).toThrow('is no PDF');
});

test('a step names its pictures', () => {
  expect(file_name('The adviser saw the page: 1 of 2')).toBe('the-adviser-saw-the-page-1-of-2');
});

test('the timeline says when each step began and what it took', () => {
  const steps = [{ number: 1, name: 'both saw each other', began_ms: 12_340, lasted_ms: 420, pictures: [] }];
  const text = timeline_text({ began_at: '2026-11-21T22:00:00.000Z', lasted_ms: 12_760, steps });
  expect(text).toContain('12.8 s in all');
  expect(text).toContain(' 1     12.3 s     0.42 s   both saw each other');
});

test('the record of a wipe is read from the audit trail with its counts', () => {
  expect(read_detail('reason=ended daemon_papers=4 spool_jobs=2')).toEqual({ reason: 'ended', counts: { daemon_papers: 4, spool_jobs: 2 } });
});
