// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { window_bytes, type Window } from './memory.ts';

/** A page whose rows are nobody else's, as the scanner sees it and as it is shown while it is scanned. */
export interface UnmistakablePage {
  /** One for each row of pixels, as SANE gives them. */
  rows: Window[];
  /** One for each row of the small picture that builds up on the screen, three by three pixels in one. */
  strips: Window[];
}

const reduction = 3;
const left_pixel = 67 * reduction;
const chance_pixels = 100 * reduction;
const head = randomBytes(36); // each row of chance begins alike, so that one search finds them all

/** The form with a column of chance over its whole height, placed on the glass. */
export function place_unmistakable_page(
  from: { form: { picture: string }; scanner: { place(picture: string): void } },
  folder: string,
): UnmistakablePage {
  const picture = readFileSync(from.form.picture);
  const [start = '', width_text = '0', height_text = '0'] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.subarray(0, 64).toString('latin1')) ?? [];
  const height = Number(height_text);
  const chance = Array.from({ length: height }, () => Buffer.concat([head, randomBytes(chance_pixels * 3 - head.length)]));
  chance.forEach((row, index) => row.copy(picture, start.length + (index * Number(width_text) + left_pixel) * 3));
  const file = join(folder, 'page.ppm');
  writeFileSync(file, picture);
  from.scanner.place(file);
  const strips = Array.from({ length: Math.floor(height / reduction) }, (_, index) => reduced(chance.slice(index * reduction, (index + 1) * reduction)));
  return { rows: windows('row', chance), strips: windows('strip row', strips) };
}

function windows(what: string, rows: Buffer[]): Window[] {
  return rows.map((row, index) => ({ what: `${what} ${index}`, bytes: row.subarray(0, window_bytes) }));
}

/** The mean of each square of pixels, rounded. */
function reduced(rows: Buffer[]): Buffer {
  const squared = reduction * reduction;
  return Buffer.from(
    Array.from({ length: chance_pixels * 3 / reduction }, (_, index) => {
      const first = Math.floor(index / 3) * reduction * 3 + (index % 3);
      const sum = rows.reduce((all, row) => all + Array.from({ length: reduction }, (_, pixel) => row[first + pixel * 3] ?? 0).reduce((a, b) => a + b), 0);
      return Math.floor((sum + Math.floor(squared / 2)) / squared);
    }),
  );
}
