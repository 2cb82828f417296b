// SPDX-License-Identifier: EUPL-1.2
import type { JsonObject } from '@parvis/call';
import { createContext, use } from 'react';

/** The citizen's own device: photos and files instead of a scanner, saving instead of a printer, no image worker. */
export const FromHome = createContext(false);

export function useFromHome(): boolean {
  return use(FromHome);
}

/** What the other page says of its devices. */
export function is_own_device(report: JsonObject): boolean {
  return report['own_device'] === true;
}
