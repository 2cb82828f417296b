// SPDX-License-Identifier: EUPL-1.2
import { limit_of, type Bench, type Figure } from './figure.ts';

export interface Measured {
  bench: Bench;
  figures: Figure[];
}

export interface Circumstances {
  date: string;
  /** Processes that wanted to run in the minute before: near 0 on a quiet machine. */
  load: number;
  machine: string;
  versions: string;
}

type Language = 'en' | 'fr';

const words = {
  en: { head: ['figure', 'median', 'least to most', 'runs', 'against', 'limit'], on: 'Measured', load: 'load before', most: 'at most', least: 'at least' },
  fr: { head: ['mesure', 'médiane', 'du moins au plus', 'essais', 'comparé à', 'limite'], on: 'Mesuré le', load: 'charge avant', most: 'au plus', least: 'au moins' },
};

function number_text(value: number, language: Language): string {
  return value.toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', { maximumSignificantDigits: 4 });
}

function limit_text(bench: Bench, { name, unit }: Figure, language: Language): string {
  const limit = limit_of(bench, name);
  if (limit === undefined) return '';
  const suffix = limit.of === 'ratio' ? ' ×' : ` ${unit}`;
  const part = (word: string, value?: number): string[] => (value === undefined ? [] : [`${word} ${number_text(value, language)}${suffix}`]);
  return [...part(words[language].least, limit.least), ...part(words[language].most, limit.most)].join(', ');
}

function row(bench: Bench, measured: Figure, language: Language): string {
  const say = (value: number): string => number_text(value, language);
  const against = measured.ratio === undefined ? '' : `${say(measured.ratio)} × ${measured.against ?? ''}`;
  const cells = [
    `${bench.title[language]} (\`${measured.name}\`)`,
    `${say(measured.median)} ${measured.unit}`,
    `${say(measured.min)} – ${say(measured.max)}`,
    String(measured.n),
    against,
    limit_text(bench, measured, language),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** The table of a full run of one room, in Markdown. */
export function make_table(all: readonly Measured[], circumstances: Circumstances, language: Language): string {
  const { head, on, load } = words[language];
  return [
    `| ${head.join(' | ')} |`,
    `|${' --- |'.repeat(head.length)}`,
    ...all.flatMap(({ bench, figures }) => figures.map((measured) => row(bench, measured, language))),
    '',
    `${on} ${circumstances.date}, ${circumstances.machine}, ${load} ${number_text(circumstances.load, language)}, ${circumstances.versions}. \`scripts/bench\``,
  ].join('\n');
}

/** Puts a room's table between its markers in a text; a text without them is an error, so that no table is lost silently. */
export function replace_table(text: string, room: string, table: string): string {
  const opening = `<!-- bench ${room} -->`;
  const closing = `<!-- /bench ${room} -->`;
  const start = text.indexOf(opening);
  const end = text.indexOf(closing);
  if (start === -1 || end < start) throw new Error(`needs the lines ${opening} and ${closing} around the table`);
  return `${text.slice(0, start + opening.length)}\n${table}\n${text.slice(end)}`;
}
