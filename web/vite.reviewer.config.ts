import { join } from 'node:path';
import { defineConfig } from 'vite';
import { messageCatalogues } from '../tools/web/message-catalogues.ts';
import { plainImports } from '../tools/web/plain-imports.mjs';

const root = join(import.meta.dirname, 'src/reviewer');

/**
 * The reviewer app: its page and, named by address from it, the worker that holds keys. One style sheet, so that no
 * script ever has to add another; no preloading code, because the page itself names what it loads, with digests
 * (tools/web/page-integrity.mjs).
 */
export default defineConfig({
  root,
  base: './',
  // The same code as a module: nothing is wrapped and what is not used is left out.
  resolve: { alias: { 'punycode/punycode.js': 'punycode/punycode.es6.js' } },
  plugins: [messageCatalogues, plainImports],
  publicDir: false,
  logLevel: 'warn',
  worker: { format: 'es' },
  build: {
    outDir: join(import.meta.dirname, 'dist/review'),
    emptyOutDir: true,
    target: 'es2024',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    cssCodeSplit: false,
    modulePreload: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !id.includes('/core/src/') },
    },
  },
});
