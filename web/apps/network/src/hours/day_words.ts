// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '@parvis/i18n';
import { add_days, day_words } from '@parvis/i18n/local_time';

/** 1 = "lundi" */
export function weekday_words(weekday: number, language: Language): string {
  const any_monday = '2026-03-02';
  return day_words(add_days(any_monday, weekday - 1), language, { weekday: 'long' });
}
