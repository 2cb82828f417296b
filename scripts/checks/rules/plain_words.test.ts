// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { find_hard_words, find_own_words, find_stale_names } from './plain_words.ts';
import { faults_of, sentences_of, words_in, type Fault } from './plain_words_judge.ts';
import type { Language, Sense } from './plain_words_lists.ts';
import { citizen_file, citizen_problems, is_for_citizens } from './plain_words_scope.ts';

const kinds = (message: string, language: Language = 'fr', sense: Sense = 'read'): Fault['kind'][] =>
  faults_of(message, language, sense).map((fault) => fault.kind);
const advice = (message: string, language: Language = 'fr'): string => faults_of(message, language, 'read').map((fault) => fault.advice).join('\n');

const portal = { file: 'fr/portal.json', name: 'portal', language: 'fr', sense: 'read' } as const;

test('a sentence of 15 words may be read, one of 16 is to be cut in two', () => {
  const fifteen = 'Le conseiller vous voit et vous parle par écran, à la mairie ou près d’ici.';
  expect(words_in(fifteen)).toBe(15);
  expect(kinds(fifteen)).toEqual([]);
  expect(advice(fifteen.replace('près', 'tout près'))).toContain('has 16 words, a sentence that is read has at most 15: make two sentences');
});

test('what is only heard is shorter: 12 words', () => {
  const thirteen = 'Un conseiller vous appelle maintenant : touchez le gros bouton vert pour lui répondre.';
  expect(kinds(thirteen, 'fr', 'heard')).toEqual(['length']);
  expect(kinds(thirteen, 'fr', 'read')).toEqual([]);
});

test('a sentence ends at a full stop or at the end of a line; French signs that stand alone are no words', () => {
  expect(sentences_of('Bonjour. Ça va ?\nOù : {place}')).toEqual(['Bonjour.', 'Ça va ?', 'Où : {place}']);
  expect(words_in('« Autoriser » : êtes-vous là ?')).toBe(3);
});

test('a placeholder counts as one word, and each branch of a choice is a sentence of its own', () => {
  const branches = '{door, select, home {Vous parlez au conseiller de chez vous} other {Vous venez à : {place}}}, {date} à {time}.';
  expect(kinds(branches)).toEqual([]);
  const long = branches.replace('de chez vous', 'de chez vous, sur votre téléphone ou bien sur votre ordinateur');
  expect(kinds(long)).toEqual(['length']);
});

test('a word of the office is refused with the word to write instead, whatever its form', () => {
  expect(advice('Choisissez un créneau.')).toContain('“créneau” is not an everyday word here: write “heure, horaire”');
  expect(advice('Veuillez patienter.')).toContain('« attendez »');
  expect(advice('Afin d’éviter cela, lorsqu’il arrive, sélectionnez.').split('\n')).toHaveLength(3);
  expect(advice('Please submit the form prior to your visit.', 'en').split('\n')).toHaveLength(2);
});

test('an everyday word that only begins like one of the office is no fault, nor is the name of a placeholder', () => {
  expect(kinds('La saison est belle, le motard aussi.')).toEqual([]);
  expect(kinds('About: {motives}', 'en')).toEqual([]);
});

test('one thing has one name: the place is never the counter, the connection never the link', () => {
  expect(advice('Call your counter.', 'en')).toContain('as everywhere else');
  expect(advice('La liaison est coupée.')).toContain('comme partout ailleurs');
  expect(kinds('Ask at the front desk.', 'en')).toEqual([]);
});

test('capitals need their meaning beside them', () => {
  expect(advice('Apportez un RIB.')).toContain('write its meaning beside it');
  expect(kinds('Apportez un relevé d’identité bancaire (RIB).')).toEqual([]);
  expect(advice('Écrivez à la DDFIP.')).toContain('the words it stands for');
  expect(kinds('Exemple : K7MF4-PXA9C, sur une feuille A4.')).toEqual([]);
});

test('the acronym of a service stands beside its name', () => {
  expect(advice('Rendez-vous avec {acronym}')).toContain('write its {name} beside it');
  expect(kinds('Rendez-vous avec {name} ({acronym})')).toEqual([]);
});

test('two negations in one sentence are refused, one is plain, and a colon parts two statements', () => {
  expect(kinds('Rien ne part sans votre accord.')).toEqual(['double_negation']);
  expect(kinds('Nothing leaves without your agreement.', 'en')).toEqual(['double_negation']);
  expect(kinds('Aucun conseiller n’est là.')).toEqual([]);
  expect(kinds('Le conseiller ne vous voit pas : ne touchez rien.')).toEqual([]);
  expect(kinds('No thank you, do not tell me any more', 'en')).toEqual([]);
});

test('who acts is said: a passive is turned round', () => {
  expect(advice('Vos papiers ont été effacés.')).toContain('begin with who does it');
  expect(kinds('Your papers were kept.', 'en')).toEqual(['passive']);
  expect(kinds('La borne a effacé vos papiers cet été.')).toEqual([]);
});

test('numbers are figures; “un”, “one” and “neuf” are words too', () => {
  expect(kinds('Attendez cinq minutes.')).toEqual(['number_word']);
  expect(kinds('Wait one minute, or 5.', 'en')).toEqual([]);
  expect(kinds('Un papier neuf.')).toEqual([]);
});

test('signs that hold two ideas together, and shortened words, are refused', () => {
  expect(advice('Votre place est gardée ; attendez.')).toContain('make two sentences');
  expect(kinds('Apportez une facture, etc.')).toEqual(['odd_sign']);
  expect(kinds('Les personne(s) & leurs papiers')).toEqual(['odd_sign']);
});

test('the finding names the file, the line, the key and the guide', () => {
  const text = '{\n  "portal.a": "Bonjour",\n  "portal.b": "Choisissez un créneau."\n}';
  expect(find_hard_words(portal, text)).toEqual([
    { file: 'fr/portal.json', line: 3, message: '"portal.b": “créneau” is not an everyday word here: write “heure, horaire” (docs/plain-words.md)' },
  ]);
});

test('a sentence that is no message is told, not skipped', () => {
  expect(find_hard_words(portal, '{"portal.a": "{count, plural, one {un}}"}')).toHaveLength(1);
});

test('an exception that is no longer needed is told', () => {
  expect(find_hard_words(portal, '{"portal.map.source": "Carte : INSEE."}')).toEqual([]);
  expect(find_hard_words(portal, '{"portal.map.source": "Carte de France."}')[0]?.message).toContain('exception');
});

test('what staff, technicians and town halls read is left to them; whatever is new is for citizens', () => {
  expect(citizen_file('web/packages/i18n/catalogues/fr/adviser.json')).toBeUndefined();
  expect(citizen_file('web/packages/i18n/catalogues/en/survey.json')).toMatchObject({ name: 'survey', language: 'en', sense: 'read' });
  expect(citizen_file('web/apps/kiosk/voice/fr.json')).toMatchObject({ language: 'fr', sense: 'heard' });
  expect(is_for_citizens('kiosk', 'kiosk.pairing.title')).toBe(false);
  expect(is_for_citizens('kiosk', 'kiosk.survey.thanks')).toBe(true);
  expect(is_for_citizens('server', 'problem.sql_unfinished')).toBe(false);
  expect(is_for_citizens('server', 'problem.visit_too_early')).toBe(true);
});

test('a name of ours that no catalogue has any more is told', () => {
  const problems = citizen_problems.map((reason) => `problem.${reason}`);
  const messages = find_stale_names({ server: problems.slice(1) }).map((finding) => finding.message);
  expect(messages[0]).toContain(problems[0]);
  expect(messages.some((message) => message.includes(problems[1] ?? ''))).toBe(false);
});

test('the C++ that writes receipts has no sentence of its own', () => {
  const file = 'server/interview/receipt.cpp';
  expect(find_own_words(file, 'sheet.title = "Votre rendez-vous du jour";\n')).toHaveLength(1);
  expect(find_own_words(file, 'say("receipt.title", {{"by_date", date}}); // "a remark in words"\n')).toEqual([]);
  expect(find_own_words(file, 'throw std::runtime_error("no code can hold the address");\n')).toEqual([]);
});
