// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { find_unused, package_of } from './npm_dependencies.ts';

test('a module belongs to the package before its inner path', () => {
  expect(package_of('@formatjs/cli/lib/main.js')).toBe('@formatjs/cli');
  expect(package_of('react-dom/client')).toBe('react-dom');
  expect(package_of('./react.ts')).toBe('');
  expect(package_of('node:fs')).toBe('');
});

test('a package that nobody imports or runs is found', () => {
  const manifest = { dependencies: { react: '19', leftover: '1' }, devDependencies: { '@types/react': '19', vite: '8' } };
  const findings = find_unused('package.json', manifest, ["import { useState } from 'react';\n"], ['vite build']);
  expect(findings.map((finding) => finding.message.split(' ')[0])).toEqual(['leftover']);
});

test('a name that only begins like a package does not use it', () => {
  expect(find_unused('package.json', { dependencies: { vite: '8' } }, ["import 'vite-plugin';\n"], ['vitest run'])).toHaveLength(1);
});
