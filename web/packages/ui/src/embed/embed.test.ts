// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { embed_lines, embed_path, type Published } from './embed.ts';

const counter: Published = { kind: 'site', id: '01S', name: 'Mairie "du bas" <Lot>' };

test('one counter or all of the network', () => {
  expect(embed_path(counter, 'fr')).toBe('/api/v1/public/sites/01S/embed.html?language=fr');
  expect(embed_path({ kind: 'network', id: '01N', name: 'Lot' }, 'fr')).toBe('/api/v1/public/networks/01N/embed.html?language=fr');
});

test('the lines are one frame with a title, and a name with quotes does not break it', () => {
  const lines = embed_lines(counter, 'https://rdv.example.fr', 'fr');
  expect(lines).toContain('src="https://rdv.example.fr/api/v1/public/sites/01S/embed.html?language=fr"');
  expect(lines).toContain('title="Mairie &quot;du bas&quot; &lt;Lot>"');
  expect(lines.match(/</g)).toHaveLength(2);
});
