// SPDX-License-Identifier: EUPL-1.2
// A file from the adviser's computer on its way to the kiosk: what it may be, and a picture turned into a PDF.
import { largest_paper_bytes } from '@parvis/call';
import { picture_pdf, pictures_pdf } from './picture_pdf.ts';

/** A PDF, shown or printed at the kiosk. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type FileRefusal = 'wrong_type' | 'too_large' | 'empty' | 'damaged';
export type FileKind = 'pdf' | 'png' | 'jpeg';

export const accepted_types = 'application/pdf,image/png,image/jpeg';
export const largest_file_mb = largest_paper_bytes / 1024 / 1024;
/** Longest name that the papers channel takes. */
const longest_name = 200;
/** A4 at 300 dots per inch: more is not seen, and takes longer to send. */
const longest_side = 3508;
const jpeg_quality = 0.9;

const beginnings: readonly (readonly [FileKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
];

/** What the file is by its first bytes, whatever it is called. */
export function kind_of(bytes: Uint8Array): FileKind | null {
  return beginnings.find(([, beginning]) => beginning.every((byte, index) => bytes[index] === byte))?.[0] ?? null;
}

/** Reads the file; a picture becomes a PDF of one page. Whether a PDF can be opened is seen when it is shown. */
export async function open_file(file: File): Promise<ChosenFile | FileRefusal> {
  if (file.size === 0) return 'empty';
  if (file.size > largest_paper_bytes) return 'too_large';
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = kind_of(bytes);
  if (!kind) return 'wrong_type';
  const name = file.name.slice(-longest_name);
  if (kind === 'pdf') return { name, bytes };
  try {
    return { name, bytes: await pdf_of_picture(new Blob([bytes], { type: `image/${kind}` })) };
  } catch {
    return 'damaged';
  }
}

/** Pages that came from home, each a JPEG, as one PDF. */
export async function joined_pdf(pages: readonly Uint8Array<ArrayBuffer>[]): Promise<Uint8Array<ArrayBuffer>> {
  const pictures = await Promise.all(
    pages.map(async (jpeg) => {
      const { width, height } = await createImageBitmap(new Blob([jpeg], { type: 'image/jpeg' }));
      return { jpeg, width, height };
    }),
  );
  return pictures_pdf(pictures);
}

/** Drawn anew on white: transparent parts stay readable, a photograph stands upright, and where it was taken is left out. */
async function pdf_of_picture(picture: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const bitmap = await createImageBitmap(picture);
  const scale = Math.min(1, longest_side / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser cannot draw');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: jpeg_quality });
  return picture_pdf({ jpeg: new Uint8Array(await jpeg.arrayBuffer()), width, height });
}
