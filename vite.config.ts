// SPDX-License-Identifier: EUPL-1.2
// Two builds: the pages served by the server (build/web), and with `--mode kiosk` the page served by the kiosk's
// daemon (build/kiosk-web). Both run under `script-src 'self'; style-src 'self'`: nothing inline is ever emitted.
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const repository = import.meta.dirname;
const apps = resolve(repository, 'web/apps');
const server_pages = ['home', 'adviser', 'desk', 'network', 'partner', 'portal', 'wall'];

/** The sign-in page is built as /home/index.html and served as /index.html. Its links are absolute, so it may move. */
const home_page_at_root: Plugin = {
  name: 'parvis-home-page-at-root',
  apply: 'build',
  async writeBundle({ dir }) {
    if (dir === undefined) throw new Error('the pages are built into a folder');
    await rename(resolve(dir, 'home/index.html'), resolve(dir, 'index.html'));
    await rm(resolve(dir, 'home'), { recursive: true });
  },
};

export default defineConfig(({ mode }) => {
  const kiosk = mode === 'kiosk';
  const out_dir = resolve(repository, kiosk ? 'build/kiosk-web' : 'build/web');
  return {
    root: kiosk ? resolve(apps, 'kiosk') : apps,
    base: '/',
    plugins: [
      react(),
      // React Aria has one English, en-US; pages that ask for en-GB get it.
      { ...optimizeLocales.vite({ locales: ['fr-FR', 'en-US'] }), enforce: 'pre' as const },
      ...(kiosk ? [] : [home_page_at_root]),
    ],
    resolve: {
      // Messages are compiled at build time, so the ICU parser never ships.
      alias: { '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js' },
    },
    build: {
      outDir: out_dir,
      emptyOutDir: true,
      target: ['chrome123', 'firefox121', 'safari17.5'],
      sourcemap: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: true,
      rolldownOptions: {
        input: kiosk
          ? resolve(apps, 'kiosk/index.html')
          : Object.fromEntries(server_pages.map((page) => [page, resolve(apps, page, 'index.html')])),
      },
    },
    worker: { format: 'es' as const },
  };
});
