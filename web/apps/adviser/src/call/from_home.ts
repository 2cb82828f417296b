// SPDX-License-Identifier: EUPL-1.2
import type { Say } from '@parvis/i18n';
import { createContext, use } from 'react';
import type { AdviserInterview } from '../console_model.ts';

/** The citizen's own device: photos and files instead of a scanner, saving instead of a printer, no image worker. */
export const FromHome = createContext(false);

export function useFromHome(): boolean {
  return use(FromHome);
}

/** A place at home is no kiosk that anybody named. */
export function is_from_home({ kiosk_name }: Pick<AdviserInterview, 'kiosk_name'>): boolean {
  return kiosk_name === '';
}

/** Where the citizen is, on its own: the site, or that they are at home; nobody is in a room of that site then. */
export function place_title(interview: Pick<AdviserInterview, 'kiosk_name' | 'site_name'>, say: Say): string {
  return is_from_home(interview) ? say('adviser.from_home') : interview.site_name;
}
