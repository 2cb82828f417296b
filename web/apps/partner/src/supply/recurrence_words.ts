// SPDX-License-Identifier: EUPL-1.2
// A recurrence as people say it: "un mercredi sur deux jusqu’au 30 juin 2027, sauf le 26 mai 2027". Pure.
import { weekday_name, type Language, type Say } from '@parvis/i18n';
import { and_list, day_words } from '@parvis/i18n/local_time';
import type { Repeat } from './recurrence.ts';

const plain_day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };

function rhythm(say: Say, language: Language, first_day: string, repeat: Repeat): string {
  const names = (weekdays: readonly number[]) => and_list(weekdays.map((weekday) => weekday_name(weekday, language)), language);
  switch (repeat.kind) {
    case 'once':
      return say('partner.repeat.words_once', { day: day_words(first_day, language) });
    case 'weekly':
      return say('partner.repeat.words_weekly', { interval: repeat.interval, count: repeat.weekdays.length, days: names(repeat.weekdays) });
    case 'monthly':
      return say('partner.repeat.words_monthly', { place: String(repeat.place), day: weekday_name(repeat.weekday, language) });
    case 'other':
      return say('partner.repeat.words_other', { rule: repeat.rule });
  }
}

export interface Recurring {
  first_day: string;
  repeat: Repeat;
  except: readonly string[];
}

export function recurrence_words(say: Say, language: Language, { first_day, repeat, except }: Recurring): string {
  const words = rhythm(say, language, first_day, repeat);
  if (repeat.kind === 'once') return words;
  const until = repeat.kind === 'other' ? '' : repeat.until;
  const ended = until === '' ? words : say('partner.repeat.words_until', { words, day: day_words(until, language, plain_day) });
  const named = except.map((day) => day_words(day, language, plain_day));
  return named.length === 0 ? ended : say('partner.repeat.words_except', { words: ended, days: and_list(named, language), count: named.length });
}
