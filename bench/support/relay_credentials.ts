// SPDX-License-Identifier: EUPL-1.2
import { createHmac } from 'node:crypto';
import type { Coturn } from '../../tests/support/coturn.ts';

/** Credentials as the server makes them: valid for an hour, made from the shared secret. */
export function relay_servers(coturn: Coturn, urls: string[] = coturn.urls): RTCIceServer[] {
  const username = `${Math.floor(Date.now() / 1000) + 3600}:bench`;
  const credential = createHmac('sha1', coturn.secret).update(username).digest('base64');
  return [{ urls, username, credential }];
}
