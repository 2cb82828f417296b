// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { figure, keeps, type Bench } from './figure.ts';
import { make_table, replace_table } from './table.ts';

const bench: Bench = {
  title: { en: 'First picture of the adviser', fr: 'Première image du conseiller' },
  limit: { most: 1.3, of: 'ratio' },
  runs: 40,
  most_minutes: 1,
  run: () => Promise.resolve([]),
};
const measured = figure('first_frame', 'ms', [210, 200, 260], { name: 'a bare call', values: [200, 190, 210] });

test('a figure is the median of its runs and their ratio to the other’s', () => {
  expect(measured).toEqual({ name: 'first_frame', unit: 'ms', median: 210, min: 200, max: 260, n: 3, ratio: 1.05, against: 'a bare call' });
  expect(() => figure('empty', 'ms', [])).toThrow('no measurement');
});

test('a limit is on the median or on the ratio, and a missing ratio does not keep to one', () => {
  expect(keeps(bench.limit, measured)).toBe(true);
  expect(keeps({ most: 1.04, of: 'ratio' }, measured)).toBe(false);
  expect(keeps({ least: 220, of: 'median' }, measured)).toBe(false);
  expect(keeps(bench.limit, figure('alone', 'ms', [1]))).toBe(false);
});

test('the table replaces what stood between its markers in the language of the page', () => {
  const table = make_table([{ bench, figures: [measured] }], { date: '2026-11-21', load: 0.5, machine: '2 cores', versions: 'v1' }, 'fr');
  const page = replace_table('before\n<!-- bench interview -->\nold\n<!-- /bench interview -->\n<!-- bench booking -->\nkept\n<!-- /bench booking -->\nafter\n', 'interview', table);
  expect(page).toContain('| Première image du conseiller (`first_frame`) | 210 ms | 200 – 260 | 3 | 1,05 × a bare call | au plus 1,3 × |');
  expect(page).not.toContain('old');
  expect(page.endsWith('<!-- /bench interview -->\n<!-- bench booking -->\nkept\n<!-- /bench booking -->\nafter\n')).toBe(true);
});

test('a page without markers is refused', () => {
  expect(() => replace_table('no table here', 'interview', 'x')).toThrow('<!-- bench interview -->');
});
