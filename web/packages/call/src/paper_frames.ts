// SPDX-License-Identifier: EUPL-1.2
// What travels on the `papers` data channel. Text frames announce and confirm; binary frames carry a piece each:
// transfer number u32 LE, offset u32 LE, then the bytes.
import { WrongField, count, id, is_record, one_of, text, word } from './control_fields.ts';
import type { Fields } from './control_fields.ts';
import { largest_paper_bytes } from './api.ts';
import { most_arrivals_told, type Arrival } from './paper_delay.ts';

export const header_bytes = 8;
/** 16 KiB a message with its header: measured faster than 64 KiB (144 against 122 Mbit/s direct), and fair to small messages. */
export const frame_bytes = 16 * 1024;
export const piece_bytes = frame_bytes - header_bytes;

export type PaperFrame =
  /** `again` = this transfer began before: answer with `resume_at` before anything is sent. */
  | {
      type: 'begin'; transfer_id: string; number: number; name: string; media_type: string; bytes: number; again: boolean;
      /** See PaperToSend. */
      small_picture?: string;
    }
  /** `checksum` as RunningChecksum counts it. */
  | { type: 'end'; transfer_id: string; checksum: string }
  /** From the receiver, while pieces come. */
  | { type: 'arrived'; transfer_id: string; pieces: Arrival[] }
  | { type: 'resume_at'; transfer_id: string; offset: number }
  | { type: 'received'; transfer_id: string }
  | { type: 'damaged'; transfer_id: string }
  | { type: 'refused'; transfer_id: string; reason: string }
  | { type: 'cancel'; transfer_id: string; by: 'sender' | 'receiver' };

export const longest_name = 200;
/** A tenth of a second at 1 Mbit/s with the speech beside it; pages of text 200 pixels wide take half of it. */
export const longest_small_picture = 16 * 1024;
const small_picture_pattern = /^data:image\/jpeg;base64,[A-Za-z0-9+/]+={0,2}$/;
const longest_frame = longest_small_picture + 2048;
const media_type_pattern = /^[a-z0-9.+-]{1,64}\/[a-z0-9.+-]{1,64}$/;
export const is_media_type = (value: string): boolean => media_type_pattern.test(value);
const checksum_pattern = /^[0-9a-f]{8}$/;
const largest_number = 2 ** 32 - 1;

function matching(from: Fields, name: string, pattern: RegExp, longest = 200): string {
  const value = text(from, name, longest);
  if (!pattern.test(value)) throw new WrongField(`${from.at}/${name}`);
  return value;
}

function arrivals(from: Fields): Arrival[] {
  const pieces = from.value['pieces'];
  if (!Array.isArray(pieces) || pieces.length > most_arrivals_told) throw new WrongField(`${from.at}/pieces`);
  return pieces.map((piece: unknown, index) => {
    const at = { value: Array.isArray(piece) ? { end: piece[0], at_us: piece[1] } : {}, at: `${from.at}/pieces/${index}` };
    return [count(at, 'end', 0, largest_paper_bytes), count(at, 'at_us', 0, Number.MAX_SAFE_INTEGER)];
  });
}

function read_fields(from: Fields): PaperFrame {
  const type = one_of(from, 'type', ['begin', 'end', 'arrived', 'resume_at', 'received', 'damaged', 'refused', 'cancel']);
  const transfer_id = id(from, 'transfer_id');
  switch (type) {
    case 'begin':
      return {
        type, transfer_id,
        number: count(from, 'number', 0, largest_number),
        name: text(from, 'name', longest_name),
        media_type: matching(from, 'media_type', media_type_pattern),
        bytes: count(from, 'bytes', 0, largest_number),
        again: from.value['again'] === true,
        ...(from.value['small_picture'] === undefined ? {} : { small_picture: matching(from, 'small_picture', small_picture_pattern, longest_small_picture) }),
      };
    case 'end':
      return { type, transfer_id, checksum: matching(from, 'checksum', checksum_pattern) };
    case 'arrived':
      return { type, transfer_id, pieces: arrivals(from) };
    case 'resume_at':
      return { type, transfer_id, offset: count(from, 'offset', 0, largest_paper_bytes) };
    case 'refused':
      return { type, transfer_id, reason: word(from, 'reason') };
    case 'cancel':
      return { type, transfer_id, by: one_of(from, 'by', ['sender', 'receiver']) };
    default:
      return { type, transfer_id };
  }
}

/** Reads an untrusted text frame; null when it is none of ours. */
export function read_paper_frame(json: string): PaperFrame | null {
  if (json.length > longest_frame) return null;
  try {
    const value: unknown = JSON.parse(json);
    return is_record(value) ? read_fields({ value, at: '' }) : null;
  } catch (error) {
    if (error instanceof WrongField || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Writes binary frames, all in the same place: a channel copies what it is given, and fresh memory is slow. */
export class PieceWriter {
  private readonly frame = new Uint8Array(header_bytes + piece_bytes);
  private readonly header = new DataView(this.frame.buffer);

  /** The frame for `bytes` (at most `piece_bytes`) of `content` from `offset` on; valid until the next call. */
  write(number: number, content: Uint8Array, offset: number, bytes: number): Uint8Array<ArrayBuffer> {
    const piece = content.subarray(offset, offset + bytes);
    this.header.setUint32(0, number, true);
    this.header.setUint32(4, offset, true);
    this.frame.set(piece, header_bytes);
    return this.frame.subarray(0, header_bytes + piece.length);
  }
}

/** The parts of a binary frame; null when it is too short to be one. The piece is a view, not a copy. */
export function read_piece(frame: ArrayBuffer): { number: number; offset: number; piece: Uint8Array } | null {
  if (frame.byteLength <= header_bytes) return null;
  const header = new DataView(frame);
  return { number: header.getUint32(0, true), offset: header.getUint32(4, true), piece: new Uint8Array(frame, header_bytes) };
}
