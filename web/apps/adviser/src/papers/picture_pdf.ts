// SPDX-License-Identifier: EUPL-1.2
// Pictures on pages of A4, so that everything that goes to the kiosk is a PDF, to be shown and printed alike, and what comes from home is one. The few
// objects of ISO 32000-1 that this takes: catalogue, pages, page, content, and the JPEG as it is (DCTDecode, 7.4.8).

export interface JpegPicture {
  readonly jpeg: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

// Points of 1/72 inch.
const short_side = 595;
const long_side = 842;
const margin = 24;

/** One page with the picture as large as fits, in the middle; the page lies when the picture is wider than high. */
export function picture_pdf(picture: JpegPicture): Uint8Array<ArrayBuffer> {
  return pictures_pdf([picture]);
}

/** A page for each picture, in this order. */
export function pictures_pdf(pictures: readonly JpegPicture[]): Uint8Array<ArrayBuffer> {
  const first_of = (index: number) => 3 + 3 * index;
  const kids = pictures.map((_, index) => `${first_of(index)} 0 R`).join(' ');
  return written([
    ['<< /Type /Catalog /Pages 2 0 R >>'],
    [`<< /Type /Pages /Kids [${kids}] /Count ${pictures.length} >>`],
    ...pictures.flatMap((picture, index) => page_objects(picture, first_of(index))),
  ]);
}

/** Page, content and picture, numbered from `first` on. */
function page_objects({ jpeg, width, height }: JpegPicture, first: number): (string | Uint8Array)[][] {
  const [page_width, page_height] = width > height ? [long_side, short_side] : [short_side, long_side];
  const scale = Math.min((page_width - 2 * margin) / width, (page_height - 2 * margin) / height);
  const [shown_width, shown_height] = [width * scale, height * scale];
  const place = [shown_width, 0, 0, shown_height, (page_width - shown_width) / 2, (page_height - shown_height) / 2];
  const content = `q ${place.map((number) => number.toFixed(3)).join(' ')} cm /Picture Do Q`;
  return [
    [`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page_width} ${page_height}] /Contents ${first + 1} 0 R /Resources << /XObject << /Picture ${first + 2} 0 R >> >> >>`],
    [`<< /Length ${content.length} >>\nstream\n${content}\nendstream`],
    [
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
      jpeg,
      '\nendstream',
    ],
  ];
}

/** The objects, numbered from 1, with the table that says where each begins. */
function written(objects: readonly (readonly (string | Uint8Array)[])[]): Uint8Array<ArrayBuffer> {
  const ascii = new TextEncoder();
  const parts: Uint8Array[] = [];
  let length = 0;
  const add = (part: string | Uint8Array) => {
    const bytes = typeof part === 'string' ? ascii.encode(part) : part;
    parts.push(bytes);
    length += bytes.length;
  };
  add('%PDF-1.4\n');
  const offsets = objects.map((object, index) => {
    const offset = length;
    for (const part of [`${index + 1} 0 obj\n`, ...object, '\nendobj\n']) add(part);
    return offset;
  });
  const table_at = length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  add(`xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${table_at}\n%%EOF\n`);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
