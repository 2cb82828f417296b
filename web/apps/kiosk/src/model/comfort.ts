// SPDX-License-Identifier: EUPL-1.2
// What makes it easier to read and hear; each person starts from the same.

export interface Comfort {
  readonly text: 'normal' | 'large' | 'larger';
  /** 0..1 of the kiosk's own loudness. */
  readonly volume: number;
}

export const calmest: Comfort = { text: 'normal', volume: 0.7 };

const texts = ['normal', 'large', 'larger'] as const;
export const volumes = [0.7, 0.85, 1] as const;

/** The next size; after the largest, the first again. */
export function bigger(comfort: Comfort): Comfort {
  return { ...comfort, text: texts[(texts.indexOf(comfort.text) + 1) % texts.length] ?? 'normal' };
}

/** The next loudness; the loudest stays. */
export function louder(comfort: Comfort): Comfort {
  return { ...comfort, volume: volumes.find((volume) => volume > comfort.volume) ?? 1 };
}

/** The next loudness; after the loudest, the first again. */
export function next_volume(comfort: Comfort): Comfort {
  return comfort.volume >= 1 ? { ...comfort, volume: volumes[0] } : louder(comfort);
}

export function is_calmest({ text, volume }: Comfort): boolean {
  return text === calmest.text && volume === calmest.volume;
}
