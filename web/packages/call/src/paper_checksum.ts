// SPDX-License-Identifier: EUPL-1.2

/**
 * A block is counted while the next ones travel; browsers count SHA-256 only of something whole, and copy it first: into
 * memory at hand when it is small.
 */
export const block_bytes = 64 * 1024;
const sha256_bytes = 32;

/**
 * Checksum of a paper, counted as it grows: the SHA-256, in lower-case hexadecimal, of the SHA-256s of its blocks of 64 KiB
 * in their order. Needs a secure context (https or loopback).
 */
export class RunningChecksum {
  private readonly content: Uint8Array<ArrayBuffer>;
  private readonly blocks: Promise<ArrayBuffer>[] = [];

  constructor(content: Uint8Array<ArrayBuffer>) {
    this.content = content;
  }

  /** The content is final up to this offset. */
  reached(offset: number): void {
    for (;;) {
      const from = this.blocks.length * block_bytes;
      const to = Math.min(this.content.length, from + block_bytes);
      if (from >= this.content.length || offset < to) return;
      this.blocks.push(crypto.subtle.digest('SHA-256', this.content.subarray(from, to)));
    }
  }

  /** The checksum of all of it; the content must be final. */
  async whole(): Promise<string> {
    this.reached(this.content.length);
    const blocks = await Promise.all(this.blocks);
    const joined = new Uint8Array(blocks.length * sha256_bytes);
    for (const [index, block] of blocks.entries()) joined.set(new Uint8Array(block), index * sha256_bytes);
    const digest = await crypto.subtle.digest('SHA-256', joined);
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
}
