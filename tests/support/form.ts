// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The marker is a square of 8 x 8 cells: 64 bits that say which form this is. Sizes in PDF points, from bottom left. */
export const marker = { cells: 8, cell: 12, left: 440, bottom: 690 };
export const page_size = { width: 595, height: 842 };

export interface Form {
  pdf: string;
  /** The same page as a picture of 300 dpi, as a perfect scanner would give it. */
  picture: string;
  /** 16 hexadecimal digits, drawn as the marker. */
  code: string;
}

function text_line(size: number, left: number, bottom: number, text: string): string {
  const codes = [...text].map((character) => (character === '’' ? "'" : character)).join('');
  const escaped = Buffer.from(codes, 'latin1').toString('latin1').replace(/[\\()]/g, '\\$&');
  return `BT /F1 ${size} Tf ${left} ${bottom} Td (${escaped}) Tj ET`;
}

function marker_cells(code: string): string[] {
  const bits = [...code].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  return [...bits].flatMap((bit, index) => {
    if (bit === '0') return [];
    const left = marker.left + (index % marker.cells) * marker.cell;
    const bottom = marker.bottom + (marker.cells - 1 - Math.floor(index / marker.cells)) * marker.cell;
    return [`${left} ${bottom} ${marker.cell} ${marker.cell} re f`];
  });
}

function page_content(code: string, title: string): string {
  const fields = ['Nom', 'Prénom', 'Date de naissance', 'Adresse', 'Commune', 'Téléphone', 'Numéro d’allocataire'];
  const lines = fields.flatMap((field, index) => {
    const bottom = 620 - index * 48;
    return [text_line(13, 60, bottom, field), `220 ${bottom - 6} 310 26 re S`];
  });
  const side = marker.cell * marker.cells + 12;
  return [
    '1 w',
    text_line(22, 60, 770, title),
    text_line(11, 60, 745, 'À remplir en lettres capitales, puis à remettre à votre conseiller.'),
    ...lines,
    text_line(12, 60, 240, 'Je certifie sur l’honneur que les renseignements ci-dessus sont exacts.'),
    text_line(12, 60, 200, 'Fait à                                      le'),
    '60 90 200 80 re S',
    text_line(10, 66, 156, 'Signature'),
    `${marker.left - 6} ${marker.bottom - 6} ${side} ${side} re S`,
    ...marker_cells(code),
    text_line(8, marker.left - 6, marker.bottom - 18, code),
  ].join('\n');
}

/** A PDF of one A4 page, written by hand so that every byte of it is known; `ballast` makes it larger, unseen. */
export function form_pdf(code: string, title = 'Demande d’aide au logement', ballast = Buffer.alloc(0)): Buffer {
  if (!/^[0-9a-f]{16}$/.test(code)) throw new Error(`a form code has 16 hexadecimal digits, not '${code}'`);
  const content = page_content(code, title);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (fr-FR) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page_size.width} ${page_size.height}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Length ${ballast.length} >>\nstream\n${ballast.toString('latin1')}\nendstream`,
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`;
  return Buffer.from(text, 'latin1');
}

/** Writes the form and its picture into the folder. */
export function make_form(folder: string, code: string, title?: string): Form {
  const pdf = join(folder, `form-${code}.pdf`);
  writeFileSync(pdf, form_pdf(code, title));
  const stem = join(folder, `form-${code}`);
  execFileSync('pdftoppm', ['-r', '300', '-singlefile', pdf, stem]);
  return { pdf, picture: `${stem}.ppm`, code };
}
