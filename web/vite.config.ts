import { join } from 'node:path';
import { defineConfig } from 'vite';
import { messageCatalogues } from '../tools/web/message-catalogues.ts';
import { plainImports } from '../tools/web/plain-imports.mjs';
import { plainScripts } from '../tools/web/plain-scripts.mjs';

/** `Features.LightDark` of lightningcss, which comes with Vite. */
const LIGHT_DARK = 1048576;
const CATALOGUE = /\/i18n\/([a-z]{2})\/verify\.ts$/;

/** One word: a language by its code, another part by its module. The site removes former parts by such names. */
function toName({ name, facadeModuleId }: { readonly name: string; readonly facadeModuleId: string | null }): string {
  return CATALOGUE.exec(facadeModuleId ?? '')?.[1] ?? name.replace(/[^a-z]/g, '');
}

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
    },
  },
  plugins: [messageCatalogues, plainImports, plainScripts],
  publicDir: false,
  logLevel: 'warn',
  // Colours of `light-dark()` stand behind `@supports` there, after plain ones: nothing has to be rewritten.
  css: { lightningcss: { exclude: LIGHT_DARK } },
  build: {
    outDir: join(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    // Who fears a forgery may hold an old telephone: the page must not look broken there.
    target: 'es2020',
    cssTarget: ['chrome87', 'firefox78', 'safari14'],
    // No inline script, no data address: the policy allows neither.
    modulePreload: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      // No class here has a setter that a field of its own would hide.
      transform: { assumptions: { setPublicClassFields: true } },
      treeshake: { moduleSideEffects: (id) => !/\/(?:core\/src|web\/src\/i18n)\//.test(id) },
      output: { chunkFileNames: (chunk) => `assets/${toName(chunk)}-[hash].js` },
    },
  },
});
