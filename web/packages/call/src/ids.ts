// SPDX-License-Identifier: EUPL-1.2

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new ULID: 26 characters, sorts by time of making. `now` in UTC ms. */
export function new_id(now: number = Date.now()): string {
  let text = '';
  for (let shift = 45; shift >= 0; shift -= 5) text += crockford.charAt(Math.floor(now / 2 ** shift) % 32);
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) text += crockford.charAt(byte & 31);
  return text;
}
