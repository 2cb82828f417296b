// SPDX-License-Identifier: EUPL-1.2
// Which catalogues each page is made of, and which source folders may use which keys.
import { resolve } from 'node:path';

export const languages = ['fr', 'en'] as const;

/** An app's messages are its own catalogue and those of the packages it shows. */
export const apps: Record<string, readonly string[]> = {
  home: ['ui', 'home'],
  adviser: ['ui', 'call', 'adviser'],
  desk: ['ui', 'desk'],
  network: ['ui', 'network'],
  partner: ['ui', 'partner'],
  wall: ['ui', 'wall'],
  kiosk: ['ui', 'call', 'kiosk'],
  portal: ['ui', 'portal'],
  visit: ['ui', 'visit'],
};

const web = resolve(import.meta.dirname, '../../..');
export const catalogue_folder = resolve(web, 'packages/i18n/catalogues');
export const compiled_folder = resolve(web, 'packages/i18n/compiled');

/** Source folder -> the catalogues whose keys it may use. */
export const sources: Record<string, readonly string[]> = {
  [resolve(web, 'packages/api')]: ['ui'],
  [resolve(web, 'packages/i18n/src')]: ['ui'],
  [resolve(web, 'packages/ui')]: ['ui'],
  [resolve(web, 'packages/call')]: ['ui', 'call'],
  ...Object.fromEntries(Object.entries(apps).map(([app, names]) => [resolve(web, 'apps', app), names])),
};

export const catalogue_names = [...new Set(Object.values(apps).flat())];

export function catalogue_file(language: string, name: string): string {
  return resolve(catalogue_folder, language, `${name}.json`);
}
