// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { merge_toml, write_toml } from './toml.ts';

test('settings are written as plain values first and sections after them', () => {
  const text = write_toml({ listen: { port: 8080 }, data: '/srv/with "quotes"', turn: { urls: ['turn:a', 'turn:b'] } });
  expect(text).toBe('data = "/srv/with \\"quotes\\""\n\n[listen]\nport = 8080\n\n[turn]\nurls = ["turn:a", "turn:b"]');
});

test('a setting over another keeps the rest of its section', () => {
  expect(merge_toml({ page: { port: 1, host: 'a' }, server: 'x' }, { page: { port: 2 } })).toEqual({ page: { port: 2, host: 'a' }, server: 'x' });
});
