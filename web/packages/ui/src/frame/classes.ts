// SPDX-License-Identifier: EUPL-1.2
/** Joins the class names that apply; anything falsy is left out. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
