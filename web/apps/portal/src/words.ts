// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '@parvis/api';
import { useLanguage, useSay, weekday_name, type MessageKey } from '@parvis/i18n';
import { useProblemText } from '@parvis/ui';
import { useCallback } from 'react';
import type { Opening } from './find/opening.ts';
import { local_time, spoken_day, spoken_hour, spoken_minute, weekday_of } from './spoken_time.ts';
import type { PlainWords } from './wire.ts';

/** Problems that happen to citizens, in words without fields or figures, saying what to do next. */
const own_sentences: Record<string, MessageKey> = {
  slot_taken: 'portal.problem.slot_taken',
  slot_not_offered: 'portal.problem.slot_taken',
  site_closed: 'portal.problem.slot_taken',
  slot_in_past: 'portal.problem.slot_past',
  slot_too_soon: 'portal.problem.slot_too_soon',
  slot_too_far: 'portal.problem.slot_too_far',
  hold_expired: 'portal.problem.hold_expired',
  too_many_holds: 'portal.problem.too_many_holds',
  telephone_invalid: 'portal.problem.telephone',
  telephone_needed: 'portal.form.missing_telephone',
  email_invalid: 'portal.problem.email',
  text_too_long: 'portal.problem.too_long',
  appointment_unknown: 'portal.problem.code_unknown',
  code_malformed: 'portal.problem.code_unknown',
  code_delayed: 'portal.problem.code_delayed',
  cancellation_too_late: 'portal.problem.too_late',
  site_unknown: 'portal.problem.site_unknown',
  motive_unknown: 'portal.problem.motive_unknown',
  unreachable: 'portal.problem.unreachable',
  no_answer: 'portal.problem.unreachable',
};

export interface Words {
  say: ReturnType<typeof useSay>;
  /** In the page's language. */
  plain(words: PlainWords): string;
  problem(problem: Problem): string;
  /** "mardi 24 novembre" */
  day(day: string): string;
  /** "mardi 24 novembre à 9 h 30" */
  day_and_hour(instant: number, zone: string): string;
  hour(instant: number, zone: string): string;
  minute(minute: number): string;
  opening(opening: Opening): string;
}

export function useWords(): Words {
  const say = useSay();
  const { language } = useLanguage();
  const problem_text = useProblemText();

  const day_and_hour = (instant: number, zone: string) =>
    say('portal.day_and_hour', { day: spoken_day(local_time(instant, zone).day, language), hour: spoken_hour(instant, language, zone) });

  /** A weekday says enough, but for the same one of next week. */
  const day_ahead = ({ day, ahead }: { day: string; ahead: number }) =>
    ahead < 7 ? weekday_name(weekday_of(day), language) : spoken_day(day, language);

  const opening = (one: Opening): string => {
    switch (one.state) {
      case 'open':
        return say('portal.open_until', { hour: spoken_minute(one.until, language) });
      case 'later_today':
        return say('portal.opens_today', { hour: spoken_minute(one.at, language) });
      case 'another_day':
        return one.why
          ? say('portal.closed_today_opens', { why: one.why[language], day: day_ahead(one), hour: spoken_minute(one.at, language) })
          : say('portal.opens_on', { day: day_ahead(one), hour: spoken_minute(one.at, language) });
      case 'closed':
        return say('portal.closed_today', { why: one.why[language] });
      case 'unknown':
        return say('portal.hours_unknown');
    }
  };

  const problem = useCallback(
    (one: Problem) => {
      const own = own_sentences[one.reason];
      const seconds = Number(one.arguments['retry_after_seconds'] ?? 60);
      return own ? say(own, { minutes: Math.max(1, Math.ceil(seconds / 60)) }) : problem_text(one);
    },
    [say, problem_text],
  );

  return {
    say,
    plain: (words) => words[language],
    problem,
    day: (one) => spoken_day(one, language),
    day_and_hour,
    hour: (instant, zone) => spoken_hour(instant, language, zone),
    minute: (minute) => spoken_minute(minute, language),
    opening,
  };
}

/** By fives, where the village is known only roughly. */
export function roughly(kilometres: number): number {
  return Math.max(5, Math.round(kilometres / 5) * 5);
}

/** "9 km"; under one kilometre it is beside. */
export function rounded_kilometres(kilometres: number): number {
  return Math.max(1, Math.round(kilometres));
}
