// SPDX-License-Identifier: EUPL-1.2
// Two builds: the pages served by the server (build/web), and with `--mode kiosk` the page served by the kiosk's
// daemon (build/kiosk-web). Both run under `script-src 'self'; style-src 'self'`: nothing inline is ever emitted.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { resolve } from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const repository = import.meta.dirname;
const apps = resolve(repository, 'web/apps');
const server_pages = ['home', 'adviser', 'desk', 'network', 'partner', 'portal', 'visit', 'wall'];

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

/**
 * The desk works without a network: its manifest, and a worker that keeps the files of its page. They are all that the
 * page may ask for: what it imports, what that imports, the styles and the fonts.
 */
const desk_without_network: Plugin = {
  name: 'parvis-desk-without-network',
  apply: 'build',
  generateBundle(_, bundle) {
    const files = new Set<string>();
    const gather = (file: string): void => {
      if (files.has(file)) return;
      files.add(file);
      const chunk = bundle[file];
      if (chunk?.type === 'chunk') {
        for (const each of [...chunk.imports, ...chunk.dynamicImports, ...(chunk.viteMetadata?.importedCss ?? []), ...(chunk.viteMetadata?.importedAssets ?? [])]) gather(each);
      } else if (chunk !== undefined && file.endsWith('.css')) {
        for (const [, named] of chunk.source.toString().matchAll(/url\(\/(assets\/[^)"']+)\)/g)) if (named !== undefined) gather(named);
      }
    };
    const entry = Object.values(bundle).find((one) => one.type === 'chunk' && one.facadeModuleId?.endsWith('desk/index.html'));
    if (entry === undefined) throw new Error('the desk has no page');
    gather(entry.fileName);
    const shell = JSON.stringify([...files].sort().map((file) => `/${file}`), null, 2);
    const types_and_code = readFileSync(resolve(apps, 'desk/worker/service_worker.ts'), 'utf8').replace(/^declare .*$/gm, '');
    const code = stripTypeScriptTypes(types_and_code);
    const build = createHash('sha256').update(shell).update(code).digest('base64url').slice(0, 12);
    this.emitFile({ type: 'asset', fileName: 'desk/service_worker.js', source: `const shell = ${shell};\nconst build = '${build}';\n${code}` });
    for (const [name, from] of [['desk.webmanifest', 'desk/worker/desk.webmanifest'], ['parvis.svg', '../packages/ui/src/brand/parvis.svg']] as const) {
      this.emitFile({ type: 'asset', fileName: `desk/${name}`, source: readFileSync(resolve(apps, from)) });
    }
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
      ...(kiosk ? [] : [home_page_at_root, desk_without_network]),
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
