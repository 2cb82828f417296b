// SPDX-License-Identifier: EUPL-1.2
import { buf as crc32 } from 'crc-32';

/**
 * Checksum of a paper, counted as it grows: CRC-32 (ISO/IEC 13239) in eight lower-case hexadecimal digits. It finds
 * mistakes of ours in putting pieces together; against forgery the channel's own encryption stands.
 */
export class RunningChecksum {
  private readonly content: Uint8Array<ArrayBuffer>;
  private counted = 0;
  private crc = 0;

  constructor(content: Uint8Array<ArrayBuffer>) {
    this.content = content;
  }

  /** The content is final up to this offset. */
  reached(offset: number): void {
    if (offset <= this.counted) return;
    this.crc = crc32(this.content.subarray(this.counted, offset), this.crc);
    this.counted = Math.min(offset, this.content.length);
  }

  /** The checksum of all of it; the content must be final. */
  whole(): string {
    this.reached(this.content.length);
    return (this.crc >>> 0).toString(16).padStart(8, '0');
  }
}
