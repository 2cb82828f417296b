// SPDX-License-Identifier: EUPL-1.2
// Speaks the kiosk's sentences. Presbycusis takes the high tones first and slows understanding down, hence a low
// voice, about 120 words a minute and a clear gap between words.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '..');
const spoken_folder = join(repository, 'build/voice');
const target_folder = join(repository, 'build/kiosk-web/voice');

const voices = {
  fr: ['-v', 'fr-fr', '-s', '118', '-p', '38', '-g', '4'],
  en: ['-v', 'en-gb', '-s', '122', '-p', '38', '-g', '4'],
} as const;
const sound_effects = ['pad', '0.15', '0.30', 'treble', '+3', 'norm', '-2'];

type Language = keyof typeof voices;
type Sentences = Map<string, string>;

function read_sentences(language: Language): Sentences {
  const file = join(repository, 'web/apps/kiosk/voice', `${language}.json`);
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new Error(`${file}: expected one object of key -> sentence`);
  }
  const sentences: Sentences = new Map();
  for (const [key, sentence] of Object.entries(parsed)) {
    if (!/^[a-z][a-z0-9_]*$/.test(key)) {
      throw new Error(`${file}: key '${key}' becomes a file name: use small letters, digits and _ only`);
    }
    if (typeof sentence !== 'string' || sentence.trim() === '') {
      throw new Error(`${file}: '${key}' must be a sentence to speak`);
    }
    sentences.set(key, sentence);
  }
  return sentences;
}

function refuse_missing(language: Language, sentences: Sentences, other: Sentences): void {
  const missing = [...other.keys()].filter((key) => !sentences.has(key));
  if (missing.length > 0) {
    throw new Error(`web/apps/kiosk/voice/${language}.json lacks ${missing.join(', ')}: add the sentences`);
  }
}

/** Speaks one sentence unless the same sentence was spoken the same way before; returns the sound file. */
function speak(language: Language, sentence: string): { file: string; fresh: boolean } {
  const recipe = JSON.stringify([voices[language], sound_effects, sentence]);
  const file = join(spoken_folder, `${createHash('sha256').update(recipe).digest('hex').slice(0, 24)}.ogg`);
  if (existsSync(file)) return { file, fresh: false };
  const folder = mkdtempSync(join(tmpdir(), 'parvis-voice-'));
  try {
    const plain_sentence = sentence.replaceAll('’', "'").replace(/[\u00a0\u202f]/g, ' ');
    execFileSync('espeak-ng', [...voices[language], '-w', join(folder, 'raw.wav'), plain_sentence]);
    // -R and the fixed comment make the same sentence give the same bytes.
    const output = join(spoken_folder, `.${process.pid}.ogg`);
    execFileSync('sox', ['-R', join(folder, 'raw.wav'), '-C', '4', '--comment', '', output, ...sound_effects]);
    renameSync(output, file);
  } finally {
    rmSync(folder, { recursive: true });
  }
  return { file, fresh: true };
}

function publish(language: Language, sentences: Sentences): void {
  const folder = join(target_folder, language);
  mkdirSync(folder, { recursive: true });
  let fresh_count = 0;
  for (const [key, sentence] of sentences) {
    const { file, fresh } = speak(language, sentence);
    if (fresh) fresh_count += 1;
    copyFileSync(file, join(folder, `${key}.ogg`));
  }
  for (const name of readdirSync(folder)) {
    if (!sentences.has(name.replace(/\.ogg$/, ''))) rmSync(join(folder, name));
  }
  console.log(`${language}: ${sentences.size} prompts, ${fresh_count} spoken now`);
}

mkdirSync(spoken_folder, { recursive: true });
const french = read_sentences('fr');
const english = read_sentences('en');
refuse_missing('en', english, french);
refuse_missing('fr', french, english);
publish('fr', french);
publish('en', english);
