// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import type { WaitEstimate } from '../wire.ts';
import { long_wait_minutes, poor_ticket } from './long_wait.ts';

const waiting = (wait?: WaitEstimate) => poor_ticket({ state: 'waiting', ...(wait ? { wait } : {}) });

test('more than a ticket is offered when the wait may be longer than the limit, whatever its lower end', () => {
  expect(waiting({ from_minutes: 5, to_minutes: long_wait_minutes })).toBeNull();
  expect(waiting({ from_minutes: 5, to_minutes: long_wait_minutes + 5 })).toBe('long');
});

test('more than a ticket is offered when nobody is there, or the line is closed', () => {
  expect(waiting({ unknown: 'nobody_on_duty' })).toBe('nobody_there');
  expect(poor_ticket({ state: 'closed' })).toBe('line_closed');
});

test('a wait that nobody can tell is not called long', () => {
  expect(waiting({ unknown: 'kiosk_offline' })).toBeNull();
  expect(waiting()).toBeNull();
});
