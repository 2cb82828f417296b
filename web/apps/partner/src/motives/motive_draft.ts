// SPDX-License-Identifier: EUPL-1.2
// A motive while somebody fills it in. Pure.
import { new_ulid, type components } from '@parvis/api';
import type { Modality } from '../supply/draft.ts';

export type MotiveView = components['schemas']['MotiveView'];
export type MotiveForm = components['schemas']['MotiveForm'];

export interface DraftPaper {
  key: string;
  fr: string;
  en: string;
}

export interface MotiveDraft {
  partner_id: string;
  subject: string;
  label_fr: string;
  label_en: string;
  acronym: string;
  duration_minutes: number;
  papers: DraftPaper[];
  notice_least_minutes: number;
  notice_most_days: string;
  cancellation_limit_minutes: number;
  modalities: Modality[];
  /** INSEE codes, as they are written. */
  communes: string;
}

export function new_motive(partner_id: string, subject: string): MotiveDraft {
  return {
    partner_id,
    subject,
    label_fr: '',
    label_en: '',
    acronym: '',
    duration_minutes: 20,
    papers: [],
    notice_least_minutes: 60,
    notice_most_days: '60',
    cancellation_limit_minutes: 60,
    modalities: ['appointment'],
    communes: '',
  };
}

export function motive_draft_of({ motive }: MotiveView): MotiveDraft {
  return {
    partner_id: motive.partner_id,
    subject: motive.subject,
    label_fr: motive.label.fr,
    label_en: motive.label.en,
    acronym: motive.acronym,
    duration_minutes: motive.duration_minutes,
    papers: motive.papers.map((paper) => ({ key: new_ulid(), ...paper })),
    notice_least_minutes: motive.notice_least_minutes,
    notice_most_days: String(motive.notice_most_days),
    cancellation_limit_minutes: motive.cancellation_limit_minutes,
    modalities: motive.modalities,
    communes: motive.communes.join(' '),
  };
}

/** A number that is not written becomes one that the server refuses at its field. */
export function motive_form_of(draft: MotiveDraft): MotiveForm {
  return {
    partner_id: draft.partner_id,
    subject: draft.subject,
    label: { fr: draft.label_fr.trim(), en: draft.label_en.trim() },
    acronym: draft.acronym.trim(),
    duration_minutes: draft.duration_minutes,
    papers: draft.papers.map(({ fr, en }) => ({ fr: fr.trim(), en: en.trim() })),
    notice_least_minutes: draft.notice_least_minutes,
    notice_most_days: /^\d{1,5}$/.test(draft.notice_most_days.trim()) ? Number(draft.notice_most_days) : 0,
    cancellation_limit_minutes: draft.cancellation_limit_minutes,
    modalities: draft.modalities,
    communes: draft.communes.split(/[\s,;]+/).filter((code) => code !== ''),
  };
}
