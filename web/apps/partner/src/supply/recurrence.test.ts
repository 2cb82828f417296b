// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { read_rule, write_rule, type Repeat } from './recurrence.ts';

const wednesday = '2026-03-04';

test.each<[string, Repeat]>([
  ['', { kind: 'once' }],
  ['FREQ=WEEKLY;BYDAY=TU,TH', { kind: 'weekly', interval: 1, weekdays: [2, 4], until: '' }],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;UNTIL=20260630', { kind: 'weekly', interval: 2, weekdays: [3], until: '2026-06-30' }],
  ['FREQ=MONTHLY;BYDAY=1MO', { kind: 'monthly', place: 1, weekday: 1, until: '' }],
  ['FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20261231', { kind: 'monthly', place: -1, weekday: 5, until: '2026-12-31' }],
])('"%s" is understood and written back as it was', (rule, repeat) => {
  expect(read_rule(rule, wednesday)).toEqual(repeat);
  expect(write_rule(repeat)).toBe(rule);
});

test('a weekly rule without a day means the weekday of its first day', () => {
  expect(read_rule('FREQ=WEEKLY', wednesday)).toEqual({ kind: 'weekly', interval: 1, weekdays: [3], until: '' });
});

test.each(['FREQ=DAILY', 'FREQ=WEEKLY;COUNT=5;BYDAY=MO', 'FREQ=MONTHLY;BYMONTHDAY=15', 'FREQ=WEEKLY;BYDAY=XX', 'every monday', 'FREQ=WEEKLY;INTERVAL=9;BYDAY=MO'])(
  'what the form does not know is kept as it is written: %s',
  (rule) => {
    expect(read_rule(rule, wednesday)).toEqual({ kind: 'other', rule });
    expect(write_rule(read_rule(rule, wednesday))).toBe(rule);
  },
);
