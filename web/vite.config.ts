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
    // Who fears a forgery may hold an old telephone: the page must not look broken there.
    target: 'es2022',
    // Without `light-dark()`: colours are written so that a browser that does not know it draws them too.
    cssTarget: ['chrome87', 'firefox78', 'safari14'],
    // No inline script, no data address: the policy allows neither.
    modulePreload: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !id.includes('/core/src/') },
    },
  },
});
