// SPDX-License-Identifier: EUPL-1.2
import type { MessageFormatElement } from 'react-intl';
import type adviser from '../catalogues/fr/adviser.json';
import type call from '../catalogues/fr/call.json';
import type desk from '../catalogues/fr/desk.json';
import type home from '../catalogues/fr/home.json';
import type kiosk from '../catalogues/fr/kiosk.json';
import type network from '../catalogues/fr/network.json';
import type partner from '../catalogues/fr/partner.json';
import type portal from '../catalogues/fr/portal.json';
import type ui from '../catalogues/fr/ui.json';
import type visit from '../catalogues/fr/visit.json';
import type wall from '../catalogues/fr/wall.json';

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

export function is_language(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** Every key of every page's catalogue: an unknown key does not compile. */
export type MessageKey = keyof (typeof adviser & typeof call & typeof desk & typeof home & typeof kiosk & typeof network & typeof partner & typeof portal & typeof ui & typeof visit & typeof wall);

export type Messages = Record<string, MessageFormatElement[]>;

/** One loader per language, so that a page fetches the language it shows and no other. */
export type Catalogues = Record<Language, () => Promise<Messages>>;

export async function from_json(module: Promise<{ default: unknown }>): Promise<Messages> {
  return (await module).default as Messages;
}
