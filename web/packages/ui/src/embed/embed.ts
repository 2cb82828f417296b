// SPDX-License-Identifier: EUPL-1.2
// What a town hall pastes into a page of its own site: the server's list in a frame. And what programs read. Pure.

/** One counter, or all of a network. */
export interface Published {
  kind: 'site' | 'network';
  id: string;
  name: string;
}

/** Of the page within the frame, without the host. */
export function embed_path({ kind, id }: Published, language: string): string {
  return `/api/v1/public/${kind}s/${id}/embed.html?language=${language}`;
}

/** The sessions of a counter, for a calendar. */
export function calendar_path(site_id: string, language: string): string {
  return `/api/v1/public/sites/${site_id}/sessions.ics?language=${language}`;
}

/** Places, subjects and hours of a network, for a program. */
export function feed_path(network_id: string): string {
  return `/api/v1/public/networks/${network_id}/feed`;
}

const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The lines to copy. One counter needs less room than a list, which scrolls within its frame. */
export function embed_lines(published: Published, origin: string, language: string): string {
  return [
    '<iframe',
    `  src="${attribute(origin + embed_path(published, language))}"`,
    `  title="${attribute(published.name)}"`,
    `  width="100%" height="${published.kind === 'site' ? 380 : 700}" loading="lazy"`,
    '></iframe>',
  ].join('\n');
}
