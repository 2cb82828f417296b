// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { sessions_by_day, with_stand_in, type RotaSession } from './rota_model.ts';

const session = (day: string, change: Partial<RotaSession> = {}): RotaSession => ({
  supply_id: 'monday',
  revision: 1,
  partner_id: 'caf',
  group_id: 'caf',
  modality: 'appointment',
  day,
  from: 0,
  to: 1,
  sites: [],
  advisers: 1,
  named: true,
  regulars: ['camille'],
  stand_ins: [],
  on_duty: [],
  absent: ['camille'],
  missing: 1,
  free: ['hugo'],
  ...change,
});

test('sessions stand under their day, in the order in which they come', () => {
  const days = sessions_by_day([session('2026-03-02'), session('2026-03-02', { supply_id: 'later' }), session('2026-03-03')]);
  expect(days.map(([day, of_day]) => [day, of_day.length])).toEqual([
    ['2026-03-02', 2],
    ['2026-03-03', 1],
  ]);
});

test('who stands in joins those who stand in already, and the regulars stay regulars', () => {
  expect(with_stand_in(session('2026-03-02', { stand_ins: ['nadia'] }), 'hugo')).toEqual(['nadia', 'hugo']);
  expect(with_stand_in(session('2026-03-02', { stand_ins: ['hugo'] }), 'hugo')).toEqual(['hugo']);
});
