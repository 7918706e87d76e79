import { join } from 'node:path';
import { defineConfig } from 'vite';
import { messageCatalogues } from '../tools/web/message-catalogues.ts';
import { plainImports } from '../tools/web/plain-imports.mjs';

/**
 * The console: served by the lab on this machine, never part of a public site, so it is built beside the folder of the
 * site. One style sheet, as for the reviewer app.
 */
export default defineConfig({
  root: join(import.meta.dirname, 'src/console'),
  base: './',
  plugins: [messageCatalogues, plainImports],
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: join(import.meta.dirname, 'dist-console'),
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
