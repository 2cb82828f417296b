// SPDX-License-Identifier: EUPL-1.2
// A piece of the picture that builds up while the scanner runs, as kiosk_protocol/page_link.hpp writes it.

export interface PreviewStrip {
  readonly page_number: number;
  readonly first_row: number;
  readonly rows: number;
  readonly width: number;
  /** Rows of the whole page, null when the scanner does not know. */
  readonly of_rows: number | null;
  /** RGBA, rows x width. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

const header_bytes = 24;
const strip_kind = 1;
/** ABGR: every browser's machine keeps the last byte of a number first. */
const opaque = 0xff000000;
/** The daemon keeps previews within 1000 pixels; this only keeps nonsense out of the canvas. */
const most_pixels = 4096 * 4096;

/** Reads one binary frame; null when it is none, or not as long as it says. */
export function read_strip(frame: ArrayBuffer): PreviewStrip | null {
  if (frame.byteLength < header_bytes) return null;
  const view = new DataView(frame);
  const channels = view.getUint8(1);
  if (view.getUint8(0) !== strip_kind || (channels !== 1 && channels !== 3)) return null;
  const [page_number, first_row, rows, width, of_rows] = [4, 8, 12, 16, 20].map((at) => view.getUint32(at, true)) as [number, number, number, number, number];
  if (width === 0 || rows === 0 || (first_row + rows) * width > most_pixels) return null;
  if (frame.byteLength !== header_bytes + rows * width * channels) return null;
  const pixels = to_rgba(new Uint8Array(frame, header_bytes), channels, rows * width);
  return { page_number, first_row, rows, width, of_rows: of_rows === 0 ? null : of_rows, pixels };
}

function to_rgba(from: Uint8Array, channels: 1 | 3, count: number): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint32Array(count);
  const second = channels === 3 ? 1 : 0;
  for (let index = 0, at = 0; index < count; index += 1, at += channels) {
    const [red, green, blue] = [from[at] as number, from[at + second] as number, from[at + 2 * second] as number];
    pixels[index] = opaque | (blue << 16) | (green << 8) | red;
  }
  return new Uint8ClampedArray(pixels.buffer);
}
