// SPDX-License-Identifier: EUPL-1.2
// What tells the kiosk's own page from other programs of this machine. It stays behind the # so that a reload keeps it;
// what is behind the # is never sent to anybody.

export function page_token(fragment: string = location.hash): string {
  return new URLSearchParams(fragment.replace(/^#/, '')).get('token') ?? '';
}
