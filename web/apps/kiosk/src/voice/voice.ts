// SPDX-License-Identifier: EUPL-1.2
// The kiosk's voice. Each sentence is also shown: `caption` is what is being said, until the next sentence or silence.
import english from '../../voice/en.json';
import french from '../../voice/fr.json';
import type { Language } from '@parvis/i18n';

export type Sentence = keyof typeof french;

const sentences: Record<Language, Record<Sentence, string>> = { fr: french, en: english };
/** How long a caption stays when the sound cannot be played: about 120 words a minute. */
const ms_per_word = 500;
const shortest_caption_ms = 4000;

export interface Saying {
  readonly sentence: Sentence;
  readonly text: string;
}

export class Voice {
  private readonly audio_ = new Audio();
  private readonly on_change_: () => void;
  private caption_: Saying | null = null;
  private timer_: ReturnType<typeof setTimeout> | undefined;

  constructor(on_change: () => void) {
    this.on_change_ = on_change;
    this.audio_.preload = 'auto';
    this.audio_.onended = () => this.fade();
  }

  get caption(): Saying | null {
    return this.caption_;
  }

  /** Loudness 0..1, also of what is being said. */
  set_volume(volume: number): void {
    this.audio_.volume = volume;
  }

  /** Says a sentence instead of what is being said. Without sound the caption alone is shown. */
  say(sentence: Sentence, language: Language): void {
    const text = sentences[language][sentence];
    this.caption_ = { sentence, text };
    clearTimeout(this.timer_);
    this.audio_.src = `/voice/${language}/${sentence}.ogg`;
    const saying = this.caption_;
    this.audio_.play().catch(() => {
      if (this.caption_ !== saying) return;
      this.timer_ = setTimeout(() => this.hush(), Math.max(shortest_caption_ms, text.split(' ').length * ms_per_word));
    });
    this.on_change_();
  }

  hush(): void {
    clearTimeout(this.timer_);
    this.audio_.pause();
    if (!this.caption_) return;
    this.caption_ = null;
    this.on_change_();
  }

  /** The words stay a moment after the sound: people read more slowly than they hear. */
  private fade(): void {
    const saying = this.caption_;
    this.timer_ = setTimeout(() => {
      if (this.caption_ === saying) this.hush();
    }, 2500);
  }
}
