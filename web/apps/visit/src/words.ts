// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '@parvis/api';
import { day, time_of_day, useLanguage, useSay, type MessageKey, type Say } from '@parvis/i18n';
import { useProblemText } from '@parvis/ui';
import type { HomeVisit, PlainWords } from './wire.ts';

/** Problems in words without fields or figures, saying what to do next. */
const own_sentences: Record<string, MessageKey> = {
  appointment_unknown: 'visit.problem.code_unknown',
  code_malformed: 'visit.problem.code_unknown',
  code_delayed: 'visit.problem.code_delayed',
  unreachable: 'visit.problem.unreachable',
  no_answer: 'visit.problem.unreachable',
};

export interface Words {
  say: Say;
  plain(words: PlainWords): string;
  problem(problem: Problem): string;
  /** "mardi 24 novembre 2026" */
  day(instant: number): string;
  /** "14:05" */
  hour(instant: number): string;
}

/** Days and hours in the zone of the network. */
export function useWords(visit: HomeVisit | null): Words {
  const say = useSay();
  const { language } = useLanguage();
  const problem_text = useProblemText();
  const zone = visit?.appointment.time_zone;
  return {
    say,
    plain: (words) => words[language],
    day: (instant) => day(instant, language, zone),
    hour: (instant) => time_of_day(instant, language, zone),
    problem: (one) => {
      const own = own_sentences[one.reason];
      const seconds = Number(one.arguments['retry_after_seconds'] ?? 60);
      return own ? say(own, { minutes: Math.max(1, Math.ceil(seconds / 60)) }) : problem_text(one);
    },
  };
}
