// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { dragged_form, type Dragged } from './day_change.ts';

const wednesdays: Dragged = {
  view: {
    revision: 3,
    allowed_actions: ['change_supply'],
    supply: {
      supply_id: 'S', network_id: 'N', partner_id: 'P', group_id: 'G', modality: 'time_window',
      recurrence: { first_day: '2026-03-04', rule: 'FREQ=WEEKLY;BYDAY=WE', except: ['2026-04-01'] },
      legs: [
        { sites: ['A'], from_minute: 510, to_minute: 630 },
        { sites: ['B'], from_minute: 630, to_minute: 750 },
      ],
      slot_minutes: 20, advisers: 2, walk_in_percent: 50, motives: [], on_site: false,
    },
  },
  day: '2026-03-11', leg: 0, to_day: '2026-03-11', from_shift: 0, to_shift: 0,
};

test('a bar moved to another day and hour takes the other places of that day along, once', () => {
  const form = dragged_form({ ...wednesdays, to_day: '2026-03-12', from_shift: 30, to_shift: 30 }, 0);
  expect(form.recurrence).toEqual({ first_day: '2026-03-12', rule: '', except: [] });
  expect(form.legs).toEqual([
    { sites: ['A'], from_minute: 540, to_minute: 660 },
    { sites: ['B'], from_minute: 660, to_minute: 780 },
  ]);
  expect(form).toMatchObject({ group_id: 'G', advisers: 2, walk_in_percent: 50, revision: 0 });
});

test('a bar made longer changes its own end alone', () => {
  const form = dragged_form({ ...wednesdays, leg: 1, to_shift: 60 }, 0);
  expect(form.legs[0]).toMatchObject({ from_minute: 510, to_minute: 630 });
  expect(form.legs[1]).toMatchObject({ from_minute: 630, to_minute: 810 });
});
