// SPDX-License-Identifier: EUPL-1.2
// What a town hall pastes into a page of its own site: the server's list in a frame.

export type Shown = 'one' | 'all';

export interface EmbedWish {
  site: string;
  network: string;
  shown: Shown;
  language: string;
}

/** Of the page within the frame, without the host. */
export function embed_path({ site, network, shown, language }: EmbedWish): string {
  const of = shown === 'one' ? `sites/${site}` : `networks/${network}`;
  return `/api/v1/public/${of}/embed.html?language=${language}`;
}

const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The lines to copy. One counter needs less room than a list, which scrolls within its frame. */
export function embed_lines(wish: EmbedWish, origin: string, title: string): string {
  return [
    '<iframe',
    `  src="${attribute(origin + embed_path(wish))}"`,
    `  title="${attribute(title)}"`,
    `  width="100%" height="${wish.shown === 'one' ? 380 : 700}" loading="lazy"`,
    '></iframe>',
  ].join('\n');
}
