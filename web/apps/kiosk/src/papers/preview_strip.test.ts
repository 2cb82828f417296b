// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { read_strip } from './preview_strip.ts';

function frame({ kind = 1, channels = 3, page = 1, first = 0, rows = 1, width = 2, whole = 10, pixels = [1, 2, 3, 4, 5, 6] }): ArrayBuffer {
  const bytes = new Uint8Array(24 + pixels.length);
  const view = new DataView(bytes.buffer);
  bytes.set([kind, channels]);
  [page, first, rows, width, whole].forEach((value, index) => view.setUint32(4 + index * 4, value, true));
  bytes.set(pixels, 24);
  return bytes.buffer;
}

describe('a piece of the page that is being scanned', () => {
  test('colours become pixels of a canvas', () => {
    expect(read_strip(frame({}))).toMatchObject({ page_number: 1, rows: 1, width: 2, of_rows: 10 });
    expect([...(read_strip(frame({}))?.pixels ?? [])]).toEqual([1, 2, 3, 255, 4, 5, 6, 255]);
  });

  test('grey becomes grey', () => {
    expect([...(read_strip(frame({ channels: 1, pixels: [7, 9] }))?.pixels ?? [])]).toEqual([7, 7, 7, 255, 9, 9, 9, 255]);
  });

  test('a scanner that does not know the length says 0', () => {
    expect(read_strip(frame({ whole: 0 }))?.of_rows).toBeNull();
  });

  test.each([
    ['another kind of frame', frame({ kind: 2 })],
    ['two channels', frame({ channels: 2 })],
    ['fewer pixels than it says', frame({ pixels: [1, 2, 3] })],
    ['a header cut short', new ArrayBuffer(10)],
    ['a page larger than any paper', frame({ first: 4_000_000_000 })],
  ])('%s is left out', (_, bytes) => {
    expect(read_strip(bytes)).toBeNull();
  });
});
