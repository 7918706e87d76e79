// `node tools/lab/join-modules.mjs SOURCE FOLDER`: joins a TypeScript file and all modules that it needs into a few
// files. Parts that a command loads only when it needs them stay files of their own.
import { mkdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { root } from '../setup.mjs';

/**
 * Packages that look for files of their own, that few commands need, or whose licence stays with their files (MPL-2.0):
 * they stay where they are.
 */
const APART = [
  /^better-sqlite3$/,
  /^@myriaddreamin\//,
  /^fastify$/,
  /^@fastify\//,
  /^ical\.js$/,
  /^imapflow$/,
  /^mailauth$/,
  /^nodemailer/,
];

const [, , source = '', folder = ''] = process.argv;
/** What the code finds by its own place, it finds from where its source lies. */
const placeOfSource = {
  name: 'place-of-source',
  transform(code, id) {
    if (!id.startsWith(root) || id.includes('/node_modules/') || !code.includes('import.meta.url')) return null;
    return code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href));
  },
};
mkdirSync(folder, { recursive: true, mode: 0o700 });
const bundle = await rolldown({
  input: source,
  platform: 'node',
  external: APART,
  plugins: [placeOfSource],
  // Types are taken out as Node does it, whatever the compiler is told.
  tsconfig: false,
});
await bundle.write({
  dir: folder,
  format: 'esm',
  entryFileNames: '[name].mjs',
  chunkFileNames: '[name]-[hash].mjs',
  minify: false,
});
await bundle.close();
