import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = join(import.meta.dirname, 'src/reviewer/frame/parser');
const outDir = join(import.meta.dirname, 'dist/review/reading');

/**
 * The parser frame of the reviewer app. Its origin is opaque, and a site's host need not send any header: it could not
 * load a module, and in Safari's engine no file at all, because there `'self'` is the frame's own origin. So its script
 * is one classic script in the page, and the policy names its digest.
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
      writeBundle: ({ dir }, bundle) => {
        const built = bundle['parser.js'];
        if (dir === undefined || built?.type !== 'chunk')
          throw new Error('the script of the parser frame was not built');
        const page = readFileSync(join(root, 'parser.html'), 'utf8');
        writeFileSync(join(dir, 'parser.html'), putIn(page, toInline(built.code)));
        rmSync(join(dir, 'parser.js'));
      },
    },
  ],
});

/**
 * In a page these words would end the script or change how it is read; in strings and patterns of a script the other
 * spelling says the same.
 */
function toInline(script: string): string {
  return script.replace(/<(?=!--|\/?script)/gi, '\\x3c');
}

function putIn(page: string, script: string): string {
  const digest = createHash('sha256').update(script).digest('base64');
  return page
    .replace("script-src 'none'", `script-src 'sha256-${digest}'`)
    .replace('<body></body>', () => `<body><script>${script}</script></body>`);
}
