// SPDX-License-Identifier: EUPL-1.2
import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { RunningChecksum } from './paper_checksum.ts';

const content = Uint8Array.from({ length: 200_007 }, (_, index) => (index * 31) % 251);
const of_all = crc32(content).toString(16).padStart(8, '0');

describe('the checksum of a paper', () => {
  test('is its CRC-32, however it grew', () => {
    const at_once = new RunningChecksum(content);
    const growing = new RunningChecksum(content);
    for (const offset of [1, 16_376, 65_536, 65_536, 200_006, content.length]) growing.reached(offset);
    expect(at_once.whole()).toBe(of_all);
    expect(growing.whole()).toBe(of_all);
  });

  test('counts nothing before it is final', () => {
    const late = Uint8Array.from(content);
    late.fill(0, 65_536);
    const growing = new RunningChecksum(late);
    growing.reached(65_536);
    late.set(content.subarray(65_536), 65_536);
    expect(growing.whole()).toBe(of_all);
  });

  test('keeps its leading zeros', () => {
    expect(new RunningChecksum(new Uint8Array(0)).whole()).toBe('00000000');
  });
});
