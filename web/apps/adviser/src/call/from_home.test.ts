// SPDX-License-Identifier: EUPL-1.2
import type { Say } from '@parvis/i18n';
import { expect, test } from 'vitest';
import { ended_words } from '../close/ended_words.ts';
import { place_title } from './from_home.ts';

const say = ((key: string) => `<${key}>`) as Say;
const at_kiosk = { site_name: 'Bretenoux', kiosk_name: 'Borne' };
const at_home = { site_name: 'Bretenoux', kiosk_name: '' };

test('an interview is called by its site, and one from home by that: nobody is in a room of that site', () => {
  expect(place_title(at_kiosk, say)).toBe('Bretenoux');
  expect(place_title(at_home, say)).toBe('<adviser.from_home>');
});

test('where there is no kiosk, none has gone', () => {
  expect(ended_words({ ...at_kiosk, end_reason: 'kiosk_lost' })).toBe('adviser.ended.kiosk_lost');
  expect(ended_words({ ...at_home, end_reason: 'kiosk_lost' })).toBe('adviser.ended_home.kiosk_lost');
  expect(ended_words({ ...at_home, end_reason: 'citizen_left' })).toBe('adviser.ended.citizen_left');
  expect(ended_words(at_home)).toBe('adviser.ended.finished');
});
