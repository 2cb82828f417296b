// SPDX-License-Identifier: EUPL-1.2
// The code of the appointment: in the part of the address that browsers keep to themselves, so that a reload finds it and
// no log does.

/** As it is printed, or as somebody types it; the server knows whether it is one. */
const shape = /^[a-z0-9][a-z0-9 -]{8,15}$/i;

/** "#K7MF4-PXA9C"; nothing for another fragment, such as that of a link inside the page. */
export function code_in(fragment: string): string | null {
  try {
    const code = decodeURIComponent(fragment.replace(/^#/, '')).trim();
    return shape.test(code) ? code : null;
  } catch {
    return null;
  }
}

/** The address with the code, or without one when it is over. */
export function address_with(code: string | null): string {
  return code === null ? location.pathname : `${location.pathname}#${encodeURIComponent(code)}`;
}
