// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { interview, known } from '../test_support/town.ts';
import { sentence_for } from './spoken.ts';
import { at_start } from './visit.ts';

const at = (...of: Parameters<typeof interview>) => known({ interview: interview(...of) });

test('an adviser who comes is announced once, not with every message about the interview', () => {
  expect(sentence_for(at('I1', 'ringing'), at('I1', 'running'), at_start)).toBe('adviser_coming');
  expect(sentence_for(at('I1', 'running'), at('I1', 'running'), at_start)).toBeNull();
});

test('a call is announced, whoever stands there', () => {
  expect(sentence_for(known(), at('I1', 'calling'), at_start)).toBe('adviser_calling');
});

test('what the mediator began is announced; what the citizen touched was said at the touch', () => {
  expect(sentence_for(known(), at('I1', 'ringing', { way_in: 'mediator' }), at_start)).toBe('calling');
  expect(sentence_for(known(), at('I1', 'ringing'), at_start)).toBeNull();
});

test('somebody who was not reached is told', () => {
  expect(sentence_for(at('I1', 'ringing'), at('I1', 'ended'), { at: 'not_reached', wish: null })).toBe('nobody_available');
});

test('the bell that is answered is told', () => {
  expect(sentence_for(known({ bell: 'ringing' }), known({ bell: 'answered' }), at_start)).toBe('bell_coming');
  expect(sentence_for(known({ bell: 'answered' }), known({ bell: 'answered' }), at_start)).toBeNull();
});
