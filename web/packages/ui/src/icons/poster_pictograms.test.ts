// SPDX-License-Identifier: EUPL-1.2
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pictograms } from './pictograms.ts';
import { subject_pictograms } from './subject_pictograms.ts';

const file = join(import.meta.dirname, '../../../../../server/poster/pictograms.txt');

/** Written again with UPDATE_PICTOGRAMS=1. */
test('the printed poster has the same drawings as the pages', () => {
  const drawn = { ...subject_pictograms, phone: pictograms.phone };
  const lines = Object.entries(drawn).map(([name, path]) => `${name} ${path}\n`).join('');
  if (process.env['UPDATE_PICTOGRAMS'] === '1') writeFileSync(file, lines);
  expect(readFileSync(file, 'utf8')).toBe(lines);
});
