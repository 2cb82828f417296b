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
// Windows that begin alike are looked for together: the rows of a page may be thousands.
const head_bytes = 12;
const least_different = 16;

/** Windows from the first byte to the last, without those that could be anywhere: each has at least 16 different bytes. */
export function windows_of(what: string, content: Buffer, count = 12): Window[] {
  const found = new Map<number, Window>();
  const last = content.length - window_bytes;
  for (let index = 0; index < count && last >= 0; index += 1) {
    const at = nearest_unmistakable(content, Math.round((last * index) / (count - 1)));
    if (at !== undefined) found.set(at, { what: `${what} at byte ${at}`, bytes: Buffer.from(content.subarray(at, at + window_bytes)) });
  }
  if (found.size === 0) throw new Error(`${what} has no place that could be told from others`);
  return [...found.values()];
}

function nearest_unmistakable(content: Buffer, wanted: number): number | undefined {
  for (let away = 0; away <= content.length; away += 1) {
    for (const at of [wanted - away, wanted + away]) {
      const fits = at >= 0 && at + window_bytes <= content.length;
      if (fits && new Set(content.subarray(at, at + window_bytes)).size >= least_different) return at;
    }
  }
  return undefined;
}

/** The same windows by what they begin with. */
type Sought = { head: Buffer; windows: Window[] }[];

function sought(windows: Window[]): Sought {
  const by_head = new Map<string, { head: Buffer; windows: Window[] }>();
  for (const one of windows) {
    const head = one.bytes.subarray(0, head_bytes);
    const key = head.toString('latin1');
    const known = by_head.get(key) ?? { head, windows: [] };
    known.windows.push(one);
    by_head.set(key, known);
  }
  return [...by_head.values()];
}

function search(content: Buffer, wanted: Sought, found: Set<string>): void {
  for (const { head, windows } of wanted) {
    for (let at = content.indexOf(head); at !== -1; at = content.indexOf(head, at + 1)) {
      for (const { what, bytes } of windows) {
        if (content.compare(bytes, 0, window_bytes, at, Math.min(at + window_bytes, content.length)) === 0) found.add(what);
      }
    }
  }
}

export function found_in_bytes(content: Buffer, windows: Window[]): string[] {
  const found = new Set<string>();
  search(content, sought(windows), found);
  return [...found];
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
  const wanted = sought(windows);
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  const chunk = Buffer.alloc(chunk_bytes);
  const found = new Set<string>();
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').trimEnd().split('\n')) {
      const [, from_text = '', to_text = '', rights = ''] = /^([0-9a-f]+)-([0-9a-f]+) (\S+)/.exec(line) ?? [];
      const from = Number.parseInt(from_text, 16);
      const to = Number.parseInt(to_text, 16);
      if (!rights.startsWith('r') || to > Number.MAX_SAFE_INTEGER || to - from > largest_area) continue;
      search_area(memory, from, to, chunk, wanted, found);
    }
  } finally {
    closeSync(memory);
    chunk.fill(0);
  }
  return [...found];
}

function search_area(memory: number, from: number, to: number, chunk: Buffer, wanted: Sought, found: Set<string>): void {
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
    if (!is_empty) search(read, wanted, found);
    if (at + count >= to) return;
    at += count - (window_bytes - 1);
  }
}

/** What the running children with these words in their command lines hold: one that ends meanwhile holds nothing more. */
export function found_in_children(pid: number, words: string[], windows: Window[]): string[] {
  return words
    .flatMap((word) => children_of(pid, word))
    .flatMap((child) => {
      try {
        return found_in_process(child, windows);
      } catch (error) {
        if (text_of(`/proc/${child}/maps`) === '') return [];
        throw error;
      }
    });
}

/** The running children of a process whose command line has this word, e.g. "scan-worker". */
export function children_of(pid: number, word: string): number[] {
  return readdirSync(`/proc/${pid}/task`)
    .flatMap((task) => text_of(`/proc/${pid}/task/${task}/children`).split(' '))
    .filter((child) => child !== '' && text_of(`/proc/${child}/cmdline`).split('\0').includes(word))
    .map(Number);
}

/** "" when the process or thread has ended meanwhile. */
function text_of(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
