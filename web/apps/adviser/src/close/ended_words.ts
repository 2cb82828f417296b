// SPDX-License-Identifier: EUPL-1.2
import type { MessageKey } from '@parvis/i18n';
import { is_from_home } from '../call/from_home.ts';
import type { AdviserInterview } from '../console_model.ts';

/** Why it ended; at home there is no kiosk that could be lost. */
export function ended_words({ kiosk_name, end_reason = 'finished' }: Pick<AdviserInterview, 'kiosk_name' | 'end_reason'>): MessageKey {
  if (is_from_home({ kiosk_name }) && (end_reason === 'kiosk_lost' || end_reason === 'revoked')) return `adviser.ended_home.${end_reason}`;
  return `adviser.ended.${end_reason}`;
}
