import { join } from 'node:path';
import { defineConfig } from 'vite';
import { plainImports } from '../tools/web/plain-imports.mjs';

/**
 * Built files are the same for everyone and name nothing outside themselves: what may load is in the page's own policy.
 */
export default defineConfig({
  root: join(import.meta.dirname, 'src/verify'),
  base: './',
  // The same code as a module: nothing is wrapped and what is not used is left out.
  resolve: {
    alias: {
      'punycode/punycode.js': 'punycode/punycode.es6.js',
      'iconv-lite': join(import.meta.dirname, 'src/platform/windows-text.ts'),
    },
  },
  plugins: [plainImports],
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: join(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    target: 'es2024',
    // What understands `light-dark()`: no browser without it has the signatures that the page needs.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // No inline script, no data address: the policy allows neither.
    modulePreload: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !id.includes('/core/src/') },
    },
  },
});
