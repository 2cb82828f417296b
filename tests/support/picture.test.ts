// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { remove_folder, temporary_folder } from './folders.ts';
import { make_form, type Form } from './form.ts';
import { likeness, parse_pnm, read_marker, read_picture } from './picture.ts';
import { sane_config } from './scanner.ts';

let folder: string;
let form: Form;
beforeAll(() => {
  folder = temporary_folder('form');
  form = make_form(folder, '0123456789abcdef');
});
afterAll(() => remove_folder(folder));

test('the marker of a form is read from its picture and from its PDF', () => {
  expect(read_marker(read_picture(form.picture))).toBe('0123456789abcdef');
  expect(read_marker(read_picture(form.pdf))).toBe('0123456789abcdef');
});

test('a page is like itself at another resolution and unlike another page', () => {
  const page = read_picture(form.picture);
  expect(likeness(page, read_picture(form.pdf))).toBeGreaterThan(0.98);
  const white = { ...page, grey: new Uint8Array(page.grey.length).fill(255) };
  expect(likeness(page, white)).toBe(0);
  const upside_down = { ...page, grey: page.grey.toReversed() };
  expect(likeness(page, upside_down)).toBeLessThan(0.6);
});

test('the virtual scanner gives the very pixels of the page on its glass', () => {
  const scanner = sane_config(folder, { picture: form.picture });
  const scanned = join(folder, 'scanned.ppm');
  const env = { ...process.env, SANE_CONFIG_DIR: scanner.config_folder };
  const page = ['--filename', scanner.glass, '--resolution', '300', '--format=pnm'];
  writeFileSync(scanned, execFileSync('scanimage', ['-d', 'pnm:0', ...page], { env, maxBuffer: 64 * 1024 * 1024 }));
  expect(read_marker(read_picture(scanned))).toBe(form.code);
  expect(likeness(read_picture(scanned), read_picture(form.picture))).toBeCloseTo(1, 6);
});

test('a picture that was cut short is refused', () => {
  const bytes = readFileSync(form.picture);
  expect(() => parse_pnm(bytes.subarray(0, bytes.length - 1))).toThrow('cut short');
});
