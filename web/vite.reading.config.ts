import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = join(import.meta.dirname, 'src/reviewer/reading/parser');
const outDir = join(import.meta.dirname, 'dist/review/reading');

/**
 * The parser frame of the reviewer app. Its origin is opaque, and a site's host need not send any header: so its script is one classic file (a module
 * would need the host's permission), and its page names that file and nothing else.
 */
export default defineConfig({
  root,
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2024',
    lib: { entry: join(root, 'main.ts'), formats: ['iife'], name: 'parser', fileName: () => 'parser.js' },
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !id.includes('/core/src/') } },
  },
  plugins: [
    {
      name: 'parser-page',
      writeBundle: ({ dir }) => {
        if (dir === undefined) return;
        mkdirSync(dir, { recursive: true });
        copyFileSync(join(root, 'parser.html'), join(dir, 'parser.html'));
      },
    },
  ],
});
