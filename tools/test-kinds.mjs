// What kinds of tests there are, which files are of which kind, and what a file needs. The name of a file says when it
// runs (docs/testing.md); what it needs is read from its imports.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** From the quickest: each has the end of a file's name. */
const ENDS = { unit: '.test.ts', slow: '.slow.test.ts', more: '.more.test.ts', long: '.long.test.ts' };
/** Which kinds of files a run takes. */
export const RUNS = {
  unit: ['unit'],
  test: ['unit', 'slow'],
  more: ['more'],
  long: ['unit', 'slow', 'more', 'long'],
};
const FOLDERS = ['core/test', 'lab/test', 'portal/test', 'web/test', 'tools'];
/** Importing one of these modules shows what a test needs. Product sources are not searched. */
const MARKS = [
  [/^tools\/services\/browser\.ts$|^tools\/browsers\//, 'browser'],
  [/^tools\/services\/running\.ts$/, 'services'],
  [/^lab\/test\/apps\/cli-process\.ts$/, 'command line'],
  [/^tools\/services\/portal-process\.ts$/, 'portal process'],
  [/^core\/test\/growth\.ts$/, 'counts operations'],
];
const IMPORT = /(?:\bfrom\s+|\bimport\s*\(?\s*)'(\.[^'\n]+)'/g;

/** Of a path of a test file. */
export function toKind(path) {
  const special = ['slow', 'more', 'long'].find((kind) => path.endsWith(ENDS[kind]));
  return special ?? 'unit';
}

/** Globs for vitest: files of other kinds end with `.test.ts` too. */
export function toGlobs(kinds, folders = FOLDERS) {
  const other = Object.keys(ENDS).filter((kind) => kind !== 'unit' && !kinds.includes(kind));
  const include = folders.flatMap((folder) =>
    kinds.includes('unit') ? [`${folder}/**/*.test.ts`] : kinds.map((kind) => `${folder}/**/*${ENDS[kind]}`),
  );
  return { include, exclude: other.map((kind) => `**/*${ENDS[kind]}`) };
}

/** Paths of the test files of these kinds, from the root, with slashes; `named` as vitest takes parts of paths. */
export function listTests(root, kinds, named = []) {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .map((name) => `${folder}/${name.split(sep).join('/')}`)
      .filter((path) => path.endsWith('.test.ts') && kinds.includes(toKind(path))),
  );
  return files
    .filter((path) => named.length === 0 || named.some((name) => path.includes(toSlashes(root, name))))
    .sort();
}

/** A path may be typed from the root, from `./`, or whole. */
function toSlashes(root, name) {
  return (name.startsWith(root) ? relative(root, name) : name).split(sep).join('/').replace(/^\.\//, '');
}

/** What a test needs, by the modules that it and its helpers import. */
export function findNeeds(root, path) {
  const found = new Set([path]);
  const needs = new Set();
  for (const file of found) {
    for (const [pattern, need] of MARKS) if (pattern.test(file)) needs.add(need);
    if (/(?:^|\/)src\//.test(file)) continue;
    for (const [, specifier] of readText(join(root, file)).matchAll(IMPORT))
      found.add(
        relative(root, resolve(root, dirname(file), specifier))
          .split(sep)
          .join('/'),
      );
  }
  return [...needs].sort();
}

/** An import may stand in a text of a test and name nothing. */
function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
