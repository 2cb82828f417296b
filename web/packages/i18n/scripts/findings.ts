// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@formatjs/icu-messageformat-parser';

export interface Finding {
  file: string;
  line: number;
  message: string;
}

export interface Catalogue {
  file: string;
  name: string;
  language: string;
  text: string;
}

export interface Source {
  file: string;
  text: string;
}

export function messages_of(catalogue: Catalogue): Record<string, string> {
  return JSON.parse(catalogue.text) as Record<string, string>;
}

function line_of(text: string, needle: string): number {
  const at = text.indexOf(needle);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}

/** Placeholders of a message as "name:kind", sorted; a plural or a choice keeps its kind, so that it cannot become plain text. */
export function placeholders(message: string): string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    if (typeof value !== 'object' || value === null) return;
    const element = value as Record<string, unknown>;
    const { type, value: name } = element;
    if (typeof type === 'number' && type > 0 && typeof name === 'string') found.add(`${name}:${type}`);
    Object.values(element).forEach(walk);
  };
  walk(parse(message));
  return [...found].sort();
}

function placeholders_or_fault(message: string): string[] | string {
  try {
    return placeholders(message);
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}

/** Keys on one side only, sentences that are no ICU message, and placeholders that differ. */
export function compare_languages(original: Catalogue, translated: Catalogue): Finding[] {
  const findings: Finding[] = [];
  const left = messages_of(original);
  const right = messages_of(translated);
  const say = (catalogue: Catalogue, key: string, message: string) =>
    findings.push({ file: catalogue.file, line: line_of(catalogue.text, JSON.stringify(key)), message });

  for (const [key, sentence] of Object.entries(left)) {
    const other = right[key];
    if (other === undefined) {
      findings.push({ file: translated.file, line: 1, message: `"${key}" is missing: translate it` });
      continue;
    }
    const ours = placeholders_or_fault(sentence);
    const theirs = placeholders_or_fault(other);
    if (typeof ours === 'string') say(original, key, `"${key}" is no ICU message: ${ours}`);
    if (typeof theirs === 'string') say(translated, key, `"${key}" is no ICU message: ${theirs}`);
    if (typeof ours === 'string' || typeof theirs === 'string' || ours.join() === theirs.join()) continue;
    const names = (all: string[]) => all.map((one) => one.split(':')[0]).join(', ') || 'none';
    say(translated, key, `"${key}" has other placeholders than in ${original.language}: ${names(theirs)} instead of ${names(ours)}`);
  }
  for (const key of Object.keys(right)) {
    if (!(key in left)) say(translated, key, `"${key}" is not in ${original.language}: add it there or remove it`);
  }
  return findings;
}

const literal = /(['"`])((?:\\.|(?!\1)[^\\\n])*)\1/g;

/** The keys that a source names: whole, or by a template such as `adviser.scan.${source}`. */
export function keys_named(text: string, keys: readonly string[]): Set<string> {
  const named = new Set<string>();
  for (const [, quote, content = ''] of text.matchAll(literal)) {
    if (quote === '`' && content.includes('${')) {
      const parts = content.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      if (!/^[a-z_]+\\\./.test(parts[0] ?? '')) continue;
      const pattern = new RegExp(`^${parts.join('[\\w.]+')}$`);
      for (const key of keys) if (pattern.test(key)) named.add(key);
    } else if (keys.includes(content)) named.add(content);
  }
  return named;
}

export function find_unused_keys(catalogues: readonly Catalogue[], texts: readonly Source[]): Finding[] {
  const keys = catalogues.flatMap((catalogue) => Object.keys(messages_of(catalogue)));
  const used = new Set(texts.flatMap(({ text }) => [...keys_named(text, keys)]));
  return catalogues.flatMap((catalogue) =>
    Object.keys(messages_of(catalogue))
      .filter((key) => !used.has(key))
      .map((key) => ({
        file: catalogue.file,
        line: line_of(catalogue.text, JSON.stringify(key)),
        message: `"${key}" is used nowhere: remove it from both languages`,
      })),
  );
}

/** Keys of a catalogue that the page of this source does not load: they would show as their own name. */
export function find_misplaced_keys(
  catalogues: readonly Catalogue[],
  texts: readonly Source[],
  loaded: Readonly<Record<string, readonly string[]>>,
): Finding[] {
  return texts.flatMap(({ file, text }) => {
    const folder = Object.keys(loaded).find((one) => file.startsWith(`${one}/`));
    const foreign = catalogues.filter((catalogue) => folder && !loaded[folder]?.includes(catalogue.name));
    return foreign.flatMap((catalogue) =>
      [...keys_named(text, Object.keys(messages_of(catalogue)))].map((key) => ({
        file,
        line: line_of(text, key),
        message: `"${key}" is in ${catalogue.name}.json, which this page does not load: move the sentence`,
      })),
    );
  });
}

/** The TypeScript files under the folders, tests left out: a sentence used by a test only is not used. */
export function read_sources(folders: readonly string[]): Source[] {
  return folders.flatMap((folder) => {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return names
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.includes('node_modules'))
      .map((name) => ({ file: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }));
  });
}
