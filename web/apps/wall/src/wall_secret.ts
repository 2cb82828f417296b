// SPDX-License-Identifier: EUPL-1.2
// The secret of a screen stands behind the # of its address: browsers send that part to nobody, so no log holds it, and
// a screen that is switched on again opens as it was.

const shape = /^#([\w-]{43})$/;

export function secret_in(hash: string): string | null {
  return shape.exec(hash)?.[1] ?? null;
}

/** Without loading the page anew: the press that led here is what lets the page make sounds. */
export function show_secret(secret: string): void {
  history.replaceState(null, '', `${location.pathname}#${secret}`);
}

export function link_of(secret: string): string {
  return `${location.origin}${location.pathname}#${secret}`;
}
