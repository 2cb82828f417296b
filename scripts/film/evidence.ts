// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Form } from '../../tests/support/form.ts';
import { likeness, picture_of_pdf, read_marker, read_picture } from '../../tests/support/picture.ts';

/** A paper was deskewed, cropped and compressed on its way; it is still the same page above this likeness. */
export const least_likeness = 0.9;

export interface Comparison {
  likeness: number;
  marker: string;
}

/** Compares the PDF that the adviser received with the page that lay on the glass. Throws when it is another page. */
export function compare_received(received_pdf: string, form: Form): Comparison {
  const received = picture_of_pdf(received_pdf);
  const found = { likeness: likeness(received, read_picture(form.picture)), marker: read_marker(received) };
  if (found.marker !== form.code) throw new Error(`the received page shows marker ${found.marker}, the form ${form.code}`);
  if (found.likeness < least_likeness) {
    throw new Error(`the received page is ${found.likeness.toFixed(3)} like the form, at least ${least_likeness} was expected`);
  }
  return found;
}

/** The text of a PDF, as a reader would copy it. */
export function text_of_pdf(file: string): string {
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}

/** Keeps what came out of the printer, and throws unless it is a PDF of at least one page. */
export function keep_printed(paper: string, folder: string, name: string): string {
  if (!readFileSync(paper).subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error(`${paper} is no PDF`);
  const kept = join(folder, name);
  copyFileSync(paper, kept);
  const information = execFileSync('pdfinfo', [kept], { encoding: 'utf8' });
  if (!/^Pages:\s+[1-9]/m.test(information)) throw new Error(`${name} has no page`);
  return kept;
}

/** Takes the scanned picture out of the PDF as it is inside, without decoding it: what the kiosk's imaging made. */
export function keep_picture(pdf: string, folder: string, name: string): string {
  const stem = join(folder, '.picture');
  execFileSync('pdfimages', ['-j', '-f', '1', '-l', '1', pdf, stem]);
  const kept = join(folder, name);
  renameSync(`${stem}-000.jpg`, kept);
  return kept;
}
