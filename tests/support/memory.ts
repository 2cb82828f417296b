// SPDX-License-Identifier: EUPL-1.2
// Looks for bytes where somebody with a debugger, the disk or the cable would look.
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** 64 bytes of a paper, and what they are of. */
export interface Window {
  what: string;
  bytes: Buffer;
}

export const window_bytes = 64;

/** Windows spread over the content, without those that could be anywhere: each has at least 16 different bytes. */
export function windows_of(what: string, content: Buffer, count = 5): Window[] {
  const found: Window[] = [];
  const step = Math.max(1, Math.floor(content.length / (count * 8)));
  for (let at = Math.floor(content.length / 10); at + window_bytes <= content.length && found.length < count; at += step) {
    const bytes = Buffer.from(content.subarray(at, at + window_bytes));
    if (new Set(bytes).size >= 16) found.push({ what: `${what} at byte ${at}`, bytes });
  }
  if (found.length === 0) throw new Error(`${what} has no place that could be told from others`);
  return found;
}

export function found_in_bytes(content: Buffer, windows: Window[]): string[] {
  return windows.filter((one) => content.includes(one.bytes)).map((one) => one.what);
}

export function found_in_folder(folder: string, windows: Window[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .flatMap((path) => found_in_bytes(readFileSync(path), windows).map((what) => `${what} in ${path}`));
}

// Address sanitizer reserves terabytes for its own bookkeeping, which holds no bytes of the program.
const largest_area = 8 * 2 ** 30;
const chunk_bytes = 2 ** 20;
const nothing = Buffer.alloc(chunk_bytes);

/** Every readable byte of a running process. */
export function found_in_process(pid: number, windows: Window[]): string[] {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  const chunk = Buffer.alloc(chunk_bytes);
  const found = new Set<string>();
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').trimEnd().split('\n')) {
      const [, from_text = '', to_text = '', rights = ''] = /^([0-9a-f]+)-([0-9a-f]+) (\S+)/.exec(line) ?? [];
      const from = Number.parseInt(from_text, 16);
      const to = Number.parseInt(to_text, 16);
      if (!rights.startsWith('r') || to > Number.MAX_SAFE_INTEGER || to - from > largest_area) continue;
      search_area(memory, from, to, chunk, windows, found);
    }
  } finally {
    closeSync(memory);
    chunk.fill(0);
  }
  return [...found];
}

function search_area(memory: number, from: number, to: number, chunk: Buffer, windows: Window[], found: Set<string>): void {
  for (let at = from; at < to; ) {
    let count = 0;
    try {
      count = readSync(memory, chunk, 0, Math.min(chunk_bytes, to - at), at);
    } catch {
      return; // pages of a device, or gone meanwhile
    }
    if (count < window_bytes) return;
    const read = chunk.subarray(0, count);
    const is_empty = read.equals(nothing.subarray(0, count)); // most of what is reserved was never written to
    if (!is_empty) for (const what of found_in_bytes(read, windows)) found.add(what);
    if (at + count >= to) return;
    at += count - (window_bytes - 1);
  }
}
