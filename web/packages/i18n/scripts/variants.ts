// SPDX-License-Identifier: EUPL-1.2
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

const most_variants = 400;

/** Every text followed by every other one. */
function joined(heads: readonly string[], tails: readonly string[]): string[] {
  return heads.flatMap((head) => tails.map((tail) => head + tail));
}

function said(elements: readonly MessageFormatElement[], counted: string): string[] {
  return elements.reduce<string[]>((heads, element) => joined(heads, said_element(element, counted)), ['']);
}

function said_element(element: MessageFormatElement, counted: string): string[] {
  switch (element.type) {
    case TYPE.literal:
      return [element.value];
    case TYPE.pound:
      return [`{${counted}}`];
    case TYPE.select:
      return Object.values(element.options).flatMap(({ value }) => said(value, counted));
    case TYPE.plural:
      return Object.values(element.options).flatMap(({ value }) => said(value, element.value));
    case TYPE.tag:
      return said(element.children, counted);
    default:
      return [`{${element.value}}`];
  }
}

/**
 * Every text that an ICU message can become: one for each branch of its plurals and choices. A placeholder, of any
 * kind, is left as "{name}". Throws when the message is no ICU message, or has more branches than anybody reads.
 */
export function variants_of(message: string): string[] {
  const all = [...new Set(said(parse(message), ''))];
  if (all.length > most_variants) throw new Error(`the message has ${all.length} variants: split it`);
  return all;
}
