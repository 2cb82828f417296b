// SPDX-License-Identifier: EUPL-1.2
// A photo or a file of the citizen, as pages: JPEG without whatever else the file told (place, camera, author).
import type { Retouch } from '@parvis/call';
import { open_pdf } from '@parvis/ui/pdf-document';

export interface Picture {
  readonly bytes: ArrayBuffer;
  /** For <img>; ends with forget(). */
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

export const accepted_types = 'image/jpeg,image/png,application/pdf';
export const largest_file_bytes = 64 * 1024 * 1024;
/** More than this is a book: the adviser asks for what is needed. */
export const most_pages = 20;
/** A4 at 300 dots per inch: more is not seen, and takes longer to send. */
const longest_side = 3508;
/** Of a PDF: A4 at 200 dots per inch. */
const pdf_longest_side = 2339;
const jpeg_quality = 0.85;

export type FileRefusal = 'too_large' | 'too_many_pages' | 'unreadable';

export async function pictures_of(file: File): Promise<Picture[] | FileRefusal> {
  if (file.size > largest_file_bytes) return 'too_large';
  try {
    return await (file.type === 'application/pdf' ? pictures_of_pdf(file) : [await picture_of_photo(file)]);
  } catch {
    return 'unreadable';
  }
}

async function picture_of_photo(file: Blob): Promise<Picture> {
  const photo = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, longest_side / Math.max(photo.width, photo.height));
  const canvas = sheet(photo.width * scale, photo.height * scale);
  canvas.getContext('2d')?.drawImage(photo, 0, 0, canvas.width, canvas.height);
  photo.close();
  return picture_of(canvas);
}

/** What a camera sees now. */
export function picture_of_frame(video: HTMLVideoElement): Promise<Picture> {
  const canvas = sheet(video.videoWidth, video.videoHeight);
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return picture_of(canvas);
}

async function pictures_of_pdf(file: Blob): Promise<Picture[] | FileRefusal> {
  const { ready, destroy } = open_pdf(new Uint8Array(await file.arrayBuffer()));
  try {
    const document = await ready;
    if (document.numPages > most_pages) return 'too_many_pages';
    const pictures: Picture[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const plain = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: pdf_longest_side / Math.max(plain.width, plain.height) });
      const canvas = sheet(viewport.width, viewport.height);
      await page.render({ canvas, viewport }).promise;
      pictures.push(await picture_of(canvas));
    }
    return pictures;
  } finally {
    destroy();
  }
}

export function turned(picture: Picture, by: 90 | 180 | 270): Promise<Picture> {
  return drawn_anew(picture, (photo) => {
    const lies = by !== 180;
    const canvas = sheet(lies ? photo.height : photo.width, lies ? photo.width : photo.height);
    const context = canvas.getContext('2d');
    context?.translate(canvas.width / 2, canvas.height / 2);
    context?.rotate((by * Math.PI) / 180);
    context?.drawImage(photo, -photo.width / 2, -photo.height / 2);
    return canvas;
  });
}

/** What a page without a daemon can do to a picture; nothing: it cannot. */
export async function retouched(picture: Picture, operation: Retouch): Promise<Picture | null> {
  if (operation.type === 'rotate') return turned(picture, operation.degrees);
  return operation.type === 'crop' ? cut(picture, operation) : null;
}

function cut(picture: Picture, { left, top, width, height }: Extract<Retouch, { type: 'crop' }>): Promise<Picture> {
  return drawn_anew(picture, (photo) => {
    const canvas = sheet(photo.width * width, photo.height * height);
    canvas.getContext('2d')?.drawImage(photo, -photo.width * left, -photo.height * top);
    return canvas;
  });
}

export function forget(picture: Picture): void {
  URL.revokeObjectURL(picture.address);
  new Uint8Array(picture.bytes).fill(0);
}

async function drawn_anew(picture: Picture, draw: (photo: ImageBitmap) => HTMLCanvasElement): Promise<Picture> {
  const photo = await createImageBitmap(new Blob([picture.bytes], { type: 'image/jpeg' }));
  const canvas = draw(photo);
  photo.close();
  return picture_of(canvas);
}

/** White, as paper is: what is transparent in a PNG is not black. */
function sheet(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}

async function picture_of(canvas: HTMLCanvasElement): Promise<Picture> {
  const { width, height } = canvas;
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', jpeg_quality));
  // A canvas without a size holds no pixels.
  canvas.width = 0;
  if (!blob) throw new Error('the picture could not be made');
  return { bytes: await blob.arrayBuffer(), address: URL.createObjectURL(blob), width, height };
}
