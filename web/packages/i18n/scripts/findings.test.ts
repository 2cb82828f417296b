// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { compare_languages, find_misplaced_keys, find_unused_keys, keys_named, placeholders, type Catalogue } from './findings.ts';

function catalogue(language: string, messages: Record<string, string>, name = 'desk'): Catalogue {
  return { file: `/${language}/${name}.json`, name, language, text: JSON.stringify(messages, null, 2) };
}

const messages_about = (french: Record<string, string>, english: Record<string, string>) =>
  compare_languages(catalogue('fr', french), catalogue('en', english)).map(({ file, line, message }) => `${file}:${line} ${message}`);

describe('the two languages', () => {
  test('agree when keys and placeholders are the same', () => {
    const french = { 'desk.waits': '{count, plural, one {# personne} other {# personnes}} à {site}' };
    expect(messages_about(french, { 'desk.waits': '{count, plural, one {# person} other {# people}} at {site}' })).toEqual([]);
  });

  test('a key without its translation is named', () => {
    expect(messages_about({ 'desk.a': 'A' }, {})).toEqual(['/en/desk.json:1 "desk.a" is missing: translate it']);
  });

  test('a key only in the translation is named with its line', () => {
    expect(messages_about({ 'desk.a': 'A' }, { 'desk.a': 'A', 'desk.b': 'B' })).toEqual([
      '/en/desk.json:3 "desk.b" is not in fr: add it there or remove it',
    ]);
  });

  test('a placeholder lost in translation is named', () => {
    expect(messages_about({ 'desk.a': 'Depuis {since}' }, { 'desk.a': 'For long' })).toEqual([
      '/en/desk.json:2 "desk.a" has other placeholders than in fr: none instead of since',
    ]);
  });

  test('a sentence that is no ICU message is named', () => {
    expect(messages_about({ 'desk.a': 'Depuis {since' }, { 'desk.a': 'Since {since}' })[0]).toContain('"desk.a" is no ICU message');
  });

  test('placeholders inside plurals, choices and tags are found', () => {
    const message = '<b>{who}</b> {n, plural, one {{x}} other {{y}}} {kind, select, a {{z}} other {}}';
    expect(placeholders(message).map((one) => one.split(':')[0])).toEqual(['b', 'kind', 'n', 'who', 'x', 'y', 'z']);
  });
});

describe('the sources', () => {
  const keys = ['desk.title', 'desk.state.open', 'desk.state.closed', 'ui.close'];

  test('name keys in any kind of quotes and by templates', () => {
    expect([...keys_named("say('desk.title')", keys)]).toEqual(['desk.title']);
    expect([...keys_named('<SayRich id="ui.close" />', keys)]).toEqual(['ui.close']);
    expect([...keys_named('say(`desk.state.${state}`)', keys)]).toEqual(['desk.state.open', 'desk.state.closed']);
  });

  test('a template without a catalogue before it names nothing', () => {
    expect([...keys_named('`${left}.${right}`', keys)]).toEqual([]);
  });

  test('a key named nowhere is unused', () => {
    const found = find_unused_keys([catalogue('fr', { 'desk.title': 'T', 'desk.old': 'O' })], [{ file: '/desk/a.tsx', text: "say('desk.title')" }]);
    expect(found.map((finding) => finding.message)).toEqual(['"desk.old" is used nowhere: remove it from both languages']);
  });

  test('a key of a catalogue that the page does not load is misplaced', () => {
    const catalogues = [catalogue('fr', { 'desk.title': 'T' }), catalogue('fr', { 'ui.close': 'F' }, 'ui')];
    const texts = [
      { file: '/apps/desk/Page.tsx', text: "say('desk.title'); say('ui.close')" },
      { file: '/apps/network/Page.tsx', text: "say('desk.title'); say('ui.close')" },
    ];
    const found = find_misplaced_keys(catalogues, texts, { '/apps/desk': ['ui', 'desk'], '/apps/network': ['ui', 'network'] });
    expect(found).toEqual([
      { file: '/apps/network/Page.tsx', line: 1, message: '"desk.title" is in desk.json, which this page does not load: move the sentence' },
    ]);
  });
});
