// SPDX-License-Identifier: EUPL-1.2
import { failure } from '@parvis/api';
import { expect, test } from 'vitest';
import type { HomeVisit, KioskInterview } from '../wire.ts';
import { screen_of, type Situation } from './screen.ts';

const hour = 3_600_000;
const visit = (state: HomeVisit['appointment']['state'], change: Partial<HomeVisit['appointment']> = {}): HomeVisit =>
  ({
    appointment: { state, door: 'home', ...change },
    opens_at: 10 * hour,
    closes_at: 14 * hour,
    server_time: 0,
    ...(state === 'arrived' ? { wait: { state: 'waiting', message: '' } } : {}),
  }) as HomeVisit;
const interview = (state: KioskInterview['state']) => ({ interview_id: 'one', state }) as KioskInterview;
const at = (change: Partial<Situation>): string =>
  screen_of({ code: 'K7MF4-PXA9C', visit: null, problem: null, ended: null, interview: null, farewell: false, now: 11 * hour, ...change });

test('one is there from half an hour before on, and not for ever', () => {
  expect(at({ visit: visit('confirmed'), now: 9 * hour })).toBe('early');
  expect(at({ visit: visit('confirmed') })).toBe('ready');
  expect(at({ visit: visit('no_show') })).toBe('ready');
  expect(at({ visit: visit('confirmed'), now: 15 * hour })).toBe('late');
});

test('an appointment by another door is not on this screen', () => {
  expect(at({ visit: visit('confirmed', { door: 'kiosk' }) })).toBe('elsewhere');
});

test('who is there waits, is called, and talks; a conversation goes on whatever is told of the appointment', () => {
  expect(at({ visit: visit('arrived') })).toBe('waiting');
  expect(at({ visit: visit('arrived'), interview: interview('calling') })).toBe('called');
  expect(at({ visit: visit('cancelled'), interview: interview('running') })).toBe('interview');
  expect(at({ visit: visit('arrived'), interview: interview('ended') })).toBe('waiting');
});

test('another device has the appointment, or nobody has it any more', () => {
  const ended = failure('conflict', 'link_replaced').error;
  expect(at({ visit: visit('arrived'), ended })).toBe('replaced');
  expect(at({ visit: visit('cancelled') })).toBe('over');
  expect(at({ code: null })).toBe('code');
});
