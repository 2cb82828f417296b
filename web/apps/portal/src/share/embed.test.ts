// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { embed_lines, embed_path } from './embed.ts';

const wish = { site: '01S', network: '01N', language: 'fr' };

test('one counter or all of the network', () => {
  expect(embed_path({ ...wish, shown: 'one' })).toBe('/api/v1/public/sites/01S/embed.html?language=fr');
  expect(embed_path({ ...wish, shown: 'all' })).toBe('/api/v1/public/networks/01N/embed.html?language=fr');
});

test('the lines are one frame with a title, and a name with quotes does not break it', () => {
  const lines = embed_lines({ ...wish, shown: 'one' }, 'https://rdv.example.fr', 'Mairie "du bas" <Lot>');
  expect(lines).toContain('src="https://rdv.example.fr/api/v1/public/sites/01S/embed.html?language=fr"');
  expect(lines).toContain('title="Mairie &quot;du bas&quot; &lt;Lot>"');
  expect(lines.match(/</g)).toHaveLength(2);
});
