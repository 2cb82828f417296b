// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { RunningChecksum, block_bytes } from './paper_checksum.ts';

const content = Uint8Array.from({ length: 2 * block_bytes + 7 }, (_, index) => (index * 31) % 251);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const of_all = sha256(Buffer.concat([
  sha256(content.subarray(0, block_bytes)), sha256(content.subarray(block_bytes, 2 * block_bytes)), sha256(content.subarray(2 * block_bytes)),
])).toString('hex');

describe('the checksum of a paper', () => {
  test('is the SHA-256 of the SHA-256s of its blocks, however it grew', async () => {
    const at_once = new RunningChecksum(content);
    const growing = new RunningChecksum(content);
    for (const offset of [1, block_bytes - 1, block_bytes, 2 * block_bytes + 6, content.length]) growing.reached(offset);
    expect(await at_once.whole()).toBe(of_all);
    expect(await growing.whole()).toBe(of_all);
  });

  test('counts no block before it is final', async () => {
    const late = Uint8Array.from(content);
    late.fill(0, block_bytes);
    const growing = new RunningChecksum(late);
    growing.reached(2 * block_bytes - 1);
    late.set(content.subarray(block_bytes), block_bytes);
    expect(await growing.whole()).toBe(of_all);
  });
});
