// SPDX-License-Identifier: EUPL-1.2
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new ULID: 48 bits of time (ms), 80 random bits, 26 characters of Crockford's base 32. */
export function new_ulid(now_ms: number = Date.now()): string {
  let time = '';
  let rest = now_ms;
  for (let place = 0; place < 10; place += 1) {
    time = alphabet.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  const random = crypto.getRandomValues(new Uint8Array(16));
  let chance = '';
  for (const byte of random) chance += alphabet.charAt(byte % 32);
  return time + chance;
}
