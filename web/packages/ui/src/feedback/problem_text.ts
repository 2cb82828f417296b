// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '@parvis/api';
import { useSay, type MessageKey } from '@parvis/i18n';
import { useCallback } from 'react';

/** Problems that this side finds by itself; the server's come with their sentence. */
const own_sentences: Record<string, MessageKey> = {
  unreachable: 'ui.problem.unreachable',
  no_answer: 'ui.problem.no_answer',
  too_large: 'ui.problem.too_large',
  link_ended: 'ui.problem.link_ended',
  link_unauthenticated: 'ui.problem.signed_out',
  link_forbidden: 'ui.problem.forbidden',
  link_replaced: 'ui.problem.replaced',
};

/** Turns a problem into the sentence that the person reads. */
export function useProblemText(): (problem: Problem) => string {
  const say = useSay();
  return useCallback((problem) => problem.message || say(own_sentences[problem.reason] ?? 'ui.problem.unexpected_answer'), [say]);
}
