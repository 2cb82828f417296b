// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { kind_of } from './chosen_file.ts';
import { picture_pdf, pictures_pdf } from './picture_pdf.ts';

const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0x0a, 0x00, 0x80, 0xff, 0xd9]);
const latin = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

describe('a picture on a page', () => {
  const text = latin(picture_pdf({ jpeg, width: 400, height: 300 }));

  it('lies when the picture is wider than high', () => {
    expect(text).toContain('/MediaBox [0 0 842 595]');
    expect(latin(picture_pdf({ jpeg, width: 300, height: 400 }))).toContain('/MediaBox [0 0 595 842]');
  });

  it('holds the picture byte for byte, as long as it says', () => {
    expect(text).toContain(`/Length ${jpeg.length} >>\nstream\n${latin(jpeg)}\nendstream`);
  });

  it('keeps its proportions, in the middle of the page', () => {
    const [width = 0, , , height = 0, left = 0, bottom = 0] = (/q (.*) cm/.exec(text)?.[1] ?? '').split(' ').map(Number);
    expect(width / height).toBeCloseTo(4 / 3, 3);
    expect(2 * left + width).toBeCloseTo(842, 1);
    expect(2 * bottom + height).toBeCloseTo(595, 1);
  });

  it('tells the place of each object, and of the table itself', () => {
    const table = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    expect(text.slice(table, table + 5)).toBe('xref\n');
    const offsets = [...text.slice(table).matchAll(/^(\d{10}) 00000 n/gm)].map((entry) => Number(entry[1]));
    expect(offsets).toHaveLength(5);
    offsets.forEach((offset, index) => expect(text.slice(offset, offset + 8)).toBe(`${index + 1} 0 obj\n`.slice(0, 8)));
  });
});

describe('several pictures', () => {
  it('are a page each, in their order', () => {
    const text = latin(pictures_pdf([{ jpeg, width: 400, height: 300 }, { jpeg, width: 300, height: 400 }]));
    expect(text).toContain('/Kids [3 0 R 6 0 R] /Count 2');
    expect([...text.matchAll(/MediaBox \[0 0 (\d+)/g)].map((found) => found[1])).toEqual(['842', '595']);
    expect([...text.matchAll(/^(\d{10}) 00000 n/gm)]).toHaveLength(8);
  });
});

describe('what a file is', () => {
  const begins = (...bytes: number[]) => Uint8Array.from([...bytes, 1, 2, 3]);
  it.each([
    ['pdf', begins(0x25, 0x50, 0x44, 0x46, 0x2d)],
    ['png', begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['jpeg', begins(0xff, 0xd8, 0xff)],
    [null, begins(0x50, 0x4b, 0x03, 0x04)],
    [null, new Uint8Array()],
  ])('%s is known by its first bytes', (kind, bytes) => {
    expect(kind_of(bytes)).toBe(kind);
  });
});
