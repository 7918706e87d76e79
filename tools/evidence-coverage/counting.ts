import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Expected } from './corpus.ts';

/** Every path that the pattern matches gives one message. */
export function oneEach(paths: readonly string[], pattern: RegExp, basis: string): [string, Expected][] {
  return paths.filter((path) => pattern.test(path)).map((path) => [path, { messages: 1, basis }]);
}

/** Separators by the shortest program that finds them: `From ` at the start or after an empty line. */
export function countSeparators(root: string, path: string): number {
  const bytes = readFileSync(join(root, path));
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1').replace(/^(?:\r?\n)+/, '');
  return text.split(/\r?\n\r?\nFrom /).length - (text.startsWith('From ') ? 0 : 1);
}
