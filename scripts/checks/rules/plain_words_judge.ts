// SPDX-License-Identifier: EUPL-1.2
import { variants_of } from '../../../web/packages/i18n/scripts/variants.ts';
import { explained_acronyms, most_words, negations, number_words, odd_signs, passives, words_to_avoid, type Language, type Sense } from './plain_words_lists.ts';

/** What makes a text hard to read: a name for the kind, and a sentence that says what to write. */
export interface Fault {
  kind: 'length' | 'office_word' | 'acronym' | 'double_negation' | 'passive' | 'number_word' | 'odd_sign';
  advice: string;
}

/** A text cut where a reader breathes: at the end of a line or after . ! ? or … */
export function sentences_of(text: string): string[] {
  return text
    .split(/\n|(?<=[.!?…])[»”"]?\s+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** Words are what stands between spaces and holds a letter or a figure; a placeholder is one word. */
export function words_in(sentence: string): number {
  return sentence.split(/[\s\u00a0\u202f]+/u).filter((part) => /[\p{L}\p{N}{]/u.test(part)).length;
}

function length_fault(sentence: string, sense: Sense): Fault[] {
  const count = words_in(sentence);
  const most = most_words[sense];
  if (count <= most) return [];
  const where = sense === 'heard' ? 'that is heard' : 'that is read';
  return [{ kind: 'length', advice: `“${sentence}” has ${count} words, a sentence ${where} has at most ${most}: make two sentences of it` }];
}

function word_faults(sentence: string, language: Language): Fault[] {
  return words_to_avoid[language].flatMap(({ pattern, instead }): Fault[] => {
    const found = pattern.exec(sentence.replace(/\{\w+\}/g, '{}'));
    return found ? [{ kind: 'office_word', advice: `“${found[0]}” is not an everyday word here: write “${instead}”` }] : [];
  });
}

/** Capitals, and the {acronym} of a body, need their meaning in the same text. */
function acronym_faults(text: string): Fault[] {
  const faults: Fault[] = [];
  for (const [acronym] of text.matchAll(/(?<![\p{L}\p{N}{_-])[A-Z]{2,}(?![\p{L}\p{N}_}-])/gu)) {
    const meaning = explained_acronyms[acronym];
    if (meaning?.test(text)) continue;
    const what = meaning ? `its meaning beside it (${meaning.source})` : 'the words it stands for';
    faults.push({ kind: 'acronym', advice: `“${acronym}” says nothing to who does not know it: write ${what}` });
  }
  if (text.includes('{acronym}') && !/\{(?:name|body|partner)\}/.test(text)) {
    faults.push({ kind: 'acronym', advice: 'the acronym of a service stands alone: write its {name} beside it' });
  }
  return faults;
}

/** A colon parts two statements, each with a negation of its own. */
function negation_faults(sentence: string, language: Language): Fault[] {
  return sentence.split(/:(?=\s)/u).flatMap((part): Fault[] => {
    const found = [...part.matchAll(negations[language])];
    if (found.length < 2) return [];
    const words = found.map((one) => `“${one[0].trim()}”`).join(' and ');
    return [{ kind: 'double_negation', advice: `“${part.trim()}” says no twice (${words}): say what is, or what to do` }];
  });
}

function sign_faults(sentence: string, language: Language): Fault[] {
  const number = number_words[language].exec(sentence)?.[0];
  const passive = passives[language].exec(sentence)?.[0];
  const sign = odd_signs.exec(sentence)?.[0];
  return [
    ...(number ? [{ kind: 'number_word', advice: `“${number}” is a number: write it in figures` } as const] : []),
    ...(passive ? [{ kind: 'passive', advice: `“${passive}” does not say who acts: begin with who does it` } as const] : []),
    ...(sign === ';' ? [{ kind: 'odd_sign', advice: '“;” holds two ideas together: make two sentences' } as const] : []),
    ...(sign && sign !== ';' ? [{ kind: 'odd_sign', advice: `“${sign}” is a sign or a shortened word: write the whole word` } as const] : []),
  ];
}

/** Judges an ICU message in every text that it can become; each fault is told once. */
export function faults_of(message: string, language: Language, sense: Sense): Fault[] {
  const faults = variants_of(message).flatMap((text) => [
    ...acronym_faults(text),
    ...sentences_of(text).flatMap((sentence) => [
      ...length_fault(sentence, sense),
      ...word_faults(sentence, language),
      ...negation_faults(sentence, language),
      ...sign_faults(sentence, language),
    ]),
  ]);
  return [...new Map(faults.map((fault) => [fault.advice, fault])).values()];
}
