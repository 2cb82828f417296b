// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { remove_folder, temporary_folder } from './folders.ts';
import { marker, page_size } from './form.ts';

/** Brightness only, 0 black to 255 white, row by row from the top. */
export interface Picture {
  width: number;
  height: number;
  grey: Uint8Array;
}

/** Reads a binary PGM or PPM file (P5, P6; 8 bits). */
export function parse_pnm(bytes: Uint8Array): Picture {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const found = /^(P[56])\s+(?:#[^\n]*\n\s*)*(\d+)\s+(\d+)\s+255\s/.exec(head);
  if (found === null) throw new Error('not a binary PGM or PPM picture of 8 bits');
  const [all, kind, width_text, height_text] = found;
  const width = Number(width_text);
  const height = Number(height_text);
  const channels = kind === 'P6' ? 3 : 1;
  const pixels = bytes.subarray(all.length);
  if (pixels.length < width * height * channels) throw new Error('the picture is cut short');
  const grey = new Uint8Array(width * height);
  for (let index = 0; index < grey.length; index += 1) {
    const at = index * channels;
    const red = pixels[at] ?? 0;
    grey[index] = channels === 1 ? red : Math.round(0.299 * red + 0.587 * (pixels[at + 1] ?? 0) + 0.114 * (pixels[at + 2] ?? 0));
  }
  return { width, height, grey };
}

/** One page (from 1) of a PDF as a picture. */
export function picture_of_pdf(file: string, page = 1, resolution = 150): Picture {
  const folder = temporary_folder('picture');
  const stem = join(folder, 'page');
  const place = ['-f', String(page), '-l', String(page), '-singlefile'];
  execFileSync('pdftoppm', ['-r', String(resolution), '-gray', ...place, file, stem]);
  const picture = parse_pnm(readFileSync(`${stem}.pgm`));
  remove_folder(folder);
  return picture;
}

export function read_picture(file: string): Picture {
  return file.endsWith('.pdf') ? picture_of_pdf(file) : parse_pnm(readFileSync(file));
}

/** The mean brightness of a rectangle given in shares (0 to 1) of the picture. */
function mean(picture: Picture, left: number, top: number, right: number, bottom: number): number {
  const first_column = Math.floor(left * picture.width);
  const last_column = Math.max(first_column + 1, Math.min(picture.width, Math.ceil(right * picture.width)));
  const first_row = Math.floor(top * picture.height);
  const last_row = Math.max(first_row + 1, Math.min(picture.height, Math.ceil(bottom * picture.height)));
  let sum = 0;
  for (let row = first_row; row < last_row; row += 1) {
    for (let column = first_column; column < last_column; column += 1) sum += picture.grey[row * picture.width + column] ?? 0;
  }
  return sum / ((last_row - first_row) * (last_column - first_column));
}

function shrink(picture: Picture, columns: number, rows: number): Float64Array {
  return Float64Array.from({ length: columns * rows }, (_, index) => {
    const column = index % columns;
    const row = Math.floor(index / columns);
    return mean(picture, column / columns, row / rows, (column + 1) / columns, (row + 1) / rows);
  });
}

/**
 * How alike two pictures of one page are, whatever their sizes: the correlation of their brightness on a grid of about
 * 2 mm. 1 = the same page, about 0 = nothing in common. A page turned or moved by a few millimetres falls below 0.8.
 */
export function likeness(first: Picture, second: Picture): number {
  const a = shrink(first, 105, 148);
  const b = shrink(second, 105, 148);
  const average = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const mean_a = average(a);
  const mean_b = average(b);
  let both = 0;
  let square_a = 0;
  let square_b = 0;
  a.forEach((value, index) => {
    const difference_a = value - mean_a;
    const difference_b = (b[index] ?? 0) - mean_b;
    both += difference_a * difference_b;
    square_a += difference_a ** 2;
    square_b += difference_b ** 2;
  });
  return square_a === 0 || square_b === 0 ? 0 : both / Math.sqrt(square_a * square_b);
}

/** The page as it lies when somebody put it on the glass in a hurry: turned about its middle, as a PGM file. */
export function crooked({ width, height, grey }: Picture, degrees: number): Uint8Array {
  const turn = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1');
  const pixels = Buffer.alloc(width * height, 255);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const [across, down] = [column - width / 2, row - height / 2];
      const [x, y] = [Math.round(width / 2 + across * cos + down * sin), Math.round(height / 2 - across * sin + down * cos)];
      if (x >= 0 && y >= 0 && x < width && y < height) pixels[row * width + column] = grey[y * width + x] ?? 255;
    }
  }
  return Buffer.concat([head, pixels]);
}

/** Reads the marker of a form (see form.ts) from a picture of the whole page: 16 hexadecimal digits. */
export function read_marker(picture: Picture): string {
  const { cells, cell, left, bottom } = marker;
  let bits = '';
  for (let index = 0; index < cells * cells; index += 1) {
    const middle_x = (left + ((index % cells) + 0.5) * cell) / page_size.width;
    const middle_y = 1 - (bottom + (cells - Math.floor(index / cells) - 0.5) * cell) / page_size.height;
    const reach_x = (cell * 0.25) / page_size.width;
    const reach_y = (cell * 0.25) / page_size.height;
    bits += mean(picture, middle_x - reach_x, middle_y - reach_y, middle_x + reach_x, middle_y + reach_y) < 128 ? '1' : '0';
  }
  return bits.replace(/[01]{4}/g, (four) => Number.parseInt(four, 2).toString(16));
}
