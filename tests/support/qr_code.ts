// SPDX-License-Identifier: EUPL-1.2
import jsqr from 'jsqr';
import type { Picture } from './picture.ts';

/** What a telephone held before the picture would read; nothing when it finds no QR code. */
export function read_qr_code({ width, height, grey }: Picture): string | null {
  const pixels = new Uint8ClampedArray(width * height * 4);
  grey.forEach((brightness, index) => pixels.set([brightness, brightness, brightness, 255], index * 4));
  return jsqr(pixels, width, height)?.data ?? null;
}

/** Columns `from` to `to` in shares (0 to 1) of the picture. */
export function columns_of(picture: Picture, from: number, to: number): Picture {
  const first = Math.round(from * picture.width);
  const width = Math.round(to * picture.width) - first;
  const grey = new Uint8Array(width * picture.height);
  for (let row = 0; row < picture.height; row += 1) {
    const start = row * picture.width + first;
    grey.set(picture.grey.subarray(start, start + width), row * width);
  }
  return { width, height: picture.height, grey };
}
