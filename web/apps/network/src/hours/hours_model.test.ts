// SPDX-License-Identifier: EUPL-1.2
import { instant_of } from '@parvis/i18n/local_time';
import { expect, test } from 'vitest';
import { days_of, draft_of, week_of, with_period, type Calendar } from './hours_model.ts';

const zone = 'Europe/Paris';
const span = (day: string, from: number, to: number) => ({ from: instant_of({ day, minute: from }, zone), to: instant_of({ day, minute: to }, zone) });
const calendar: Calendar = {
  site_id: 'x',
  time_zone: zone,
  region: 'metropole',
  week: [],
  seasons: [],
  exceptions: [{ day: '2026-03-31', reason: 'Marché', hours: [{ from_minute: 480, to_minute: 600 }] }],
  closures: [],
  open: [span('2026-03-30', 540, 720), span('2026-03-31', 480, 600)],
  kiosks: [],
  holidays: [{ day: '2026-04-06', name: { fr: 'Lundi de Pâques', en: 'Easter Monday' } }],
  label: { minutes_a_week: 0, days: 0, enough: false },
  allowed_actions: [],
};

test('each day says when the place is open, after clocks have changed too, and why it is unlike others', () => {
  const days = days_of(calendar, '2026-03-30', 2, 'fr');
  expect(days).toHaveLength(14);
  expect(days[0]).toEqual({ day: '2026-03-30', open: [{ from: 540, to: 720 }], why: null, tone: 'usual' });
  expect(days[1]).toEqual({ day: '2026-03-31', open: [{ from: 480, to: 600 }], why: 'Marché', tone: 'other' });
  expect(days[7]).toEqual({ day: '2026-04-06', open: [], why: 'Lundi de Pâques', tone: 'closed' });
});

test('hours come back from the form as they went in, and midnight as an end is the end of the day', () => {
  const week = [{ weekday: 1, from_minute: 0, to_minute: 1440 }, { weekday: 3, from_minute: 540, to_minute: 720 }];
  expect(week_of(draft_of(week))).toEqual(week);
});

test('one more part of a day begins after the last one', () => {
  const [, added] = with_period(draft_of([{ weekday: 1, from_minute: 540, to_minute: 720 }]), 1);
  expect(added).toMatchObject({ weekday: 1, from: '13:00', to: '16:00' });
});
