// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { bigger, calmest, is_calmest, louder, next_volume } from './comfort.ts';

describe('bigger and louder', () => {
  test('three touches on bigger text come back to where it was', () => {
    expect([1, 2, 3].reduce((comfort) => bigger(comfort), calmest)).toEqual(calmest);
    expect(bigger(calmest).text).toBe('large');
  });

  test('somebody who does not hear never gets a softer voice', () => {
    expect([1, 2, 3, 4].reduce((comfort) => louder(comfort), calmest).volume).toBe(1);
  });

  test('the button goes round', () => {
    expect([1, 2, 3].reduce((comfort) => next_volume(comfort), calmest).volume).toBe(calmest.volume);
  });

  test('anything changed is to be changed back for the next person', () => {
    expect(is_calmest(calmest)).toBe(true);
    expect(is_calmest(louder(calmest))).toBe(false);
    expect(is_calmest(bigger(calmest))).toBe(false);
  });
});
