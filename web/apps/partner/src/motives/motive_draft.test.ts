// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { motive_draft_of, motive_form_of, new_motive, type MotiveView } from './motive_draft.ts';

const rent: MotiveView = {
  allowed_actions: ['change_motive'],
  motive: {
    motive_id: 'M', network_id: 'N', partner_id: 'P', subject: 'family',
    label: { fr: 'Demander une aide pour mon loyer', en: 'Ask for help with my rent' }, acronym: 'APL',
    duration_minutes: 20, papers: [{ fr: 'Votre bail', en: 'Your lease' }],
    notice_least_minutes: 60, notice_most_days: 60, cancellation_limit_minutes: 1440, modalities: ['time_window'], communes: ['46038', '2A004'],
  },
};

test('a motive that nobody changed is sent as it came', () => {
  const { motive_id, network_id, ...same } = rent.motive;
  expect(motive_form_of(motive_draft_of(rent))).toEqual(same);
});

test('codes of communes may be parted by anything', () => {
  expect(motive_form_of({ ...new_motive('P', 'family'), communes: ' 46038, 46102;\n2A004 ' }).communes).toEqual(['46038', '46102', '2A004']);
});

test('what is no number is left for the server to refuse at its field', () => {
  expect(motive_form_of({ ...new_motive('P', 'family'), notice_most_days: 'soon' }).notice_most_days).toBe(0);
});
