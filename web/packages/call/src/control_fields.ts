// SPDX-License-Identifier: EUPL-1.2
// Narrow readers of single fields. A reader gives the typed value or throws `WrongField` with the JSON pointer; the one
// place that catches it is read_control_message, so that a message is either wholly typed or refused.
import type { JsonObject, JsonValue } from './control.ts';

export class WrongField extends Error {
  readonly pointer: string;
  constructor(pointer: string) {
    super(`wrong field ${pointer}`);
    this.pointer = pointer;
  }
}

export type Fields = { value: Record<string, unknown>; at: string };

export function is_record(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object in field `name`, to read its own fields. */
export function inner(from: Fields, name: string): Fields {
  const value = from.value[name];
  if (!is_record(value)) throw new WrongField(`${from.at}/${name}`);
  return { value, at: `${from.at}/${name}` };
}

export function text(from: Fields, name: string, longest: number): string {
  const value = from.value[name];
  if (typeof value !== 'string' || value.length > longest) throw new WrongField(`${from.at}/${name}`);
  return value;
}

const id_pattern = /^[A-Za-z0-9_-]{1,64}$/;
/** An id of ours: ULIDs and the like. */
export function id(from: Fields, name: string): string {
  const value = text(from, name, 64);
  if (!id_pattern.test(value)) throw new WrongField(`${from.at}/${name}`);
  return value;
}

const word_pattern = /^[a-z][a-z0-9_.-]{0,63}$/;
/** A stable word such as a scanner status or a printer reason ("media-empty-warning"). */
export function word(from: Fields, name: string): string {
  const value = text(from, name, 64);
  if (!word_pattern.test(value)) throw new WrongField(`${from.at}/${name}`);
  return value;
}

export function yes_or_no(from: Fields, name: string): boolean {
  const value = from.value[name];
  if (typeof value !== 'boolean') throw new WrongField(`${from.at}/${name}`);
  return value;
}

export function count(from: Fields, name: string, least: number, most: number): number {
  const value = from.value[name];
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least || value > most) {
    throw new WrongField(`${from.at}/${name}`);
  }
  return value;
}

/** A finite number in [least, most]. */
export function measure(from: Fields, name: string, least: number, most: number): number {
  const value = from.value[name];
  if (typeof value !== 'number' || !(value >= least && value <= most)) throw new WrongField(`${from.at}/${name}`);
  return value;
}

export function one_of<const T extends string | number>(from: Fields, name: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === from.value[name]);
  if (found === undefined) throw new WrongField(`${from.at}/${name}`);
  return found;
}

export function list<T>(from: Fields, name: string, longest: number, read: (from: Fields, name: string) => T): T[] {
  const value = from.value[name];
  if (!Array.isArray(value) || value.length > longest) throw new WrongField(`${from.at}/${name}`);
  const items: Fields = { value: Object.fromEntries(value.entries()), at: `${from.at}/${name}` };
  return value.map((_, index) => read(items, String(index)));
}

function is_json(value: unknown, depth: number): value is JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (depth === 0 || typeof value !== 'object') return false;
  return Object.values(value).every((item) => is_json(item, depth - 1));
}

/** A JSON object that is passed on as it is; its reader validates further. At most 16 levels deep. */
export function json_object(from: Fields, name: string): JsonObject {
  const value = inner(from, name).value;
  const entries: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    if (!is_json(item, 16)) throw new WrongField(`${from.at}/${name}/${key}`);
    entries[key] = item;
  }
  return entries;
}

/** Counts by word, e.g. { "pages": 3 }. */
export function counts(from: Fields, name: string): { [word: string]: number } {
  const object = inner(from, name);
  const keys = Object.keys(object.value);
  if (keys.length > 64) throw new WrongField(object.at);
  return Object.fromEntries(
    keys.map((key) => {
      if (!word_pattern.test(key)) throw new WrongField(`${object.at}/${key}`);
      return [key, count(object, key, 0, Number.MAX_SAFE_INTEGER)];
    }),
  );
}
