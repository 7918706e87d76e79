import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Refusal } from '@candor/core/base';

/** What only its owner may enter. */
export const PRIVATE_FOLDER = 0o700;
/** What a web server may serve. */
export const PUBLIC_FOLDER = 0o755;

/**
 * Makes a folder, with those above it that are missing; one that is there stays as it is. Made one by one, because
 * Node's `recursive` never ends below /proc, where a folder that is there is said to be missing when something is to be
 * made in it.
 * @throws Refusal where there can be none.
 */
export function makeFolder(path: string, mode = PRIVATE_FOLDER): void {
  const missing: string[] = [];
  for (let at = resolve(path); !existsSync(at); at = dirname(at)) missing.push(at);
  try {
    for (const folder of missing.reverse()) makeOne(folder, mode);
    if (!statSync(path).isDirectory()) throw toRefusal(path, 'a file is in the way');
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown cause';
    throw toRefusal(path, code === 'EEXIST' || code === 'ENOTDIR' ? 'a file is in the way' : `the system says ${code}`);
  }
}

/** Another process may be making the same one. */
function makeOne(folder: string, mode: number): void {
  try {
    mkdirSync(folder, { mode });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST' || !existsSync(folder)) throw cause;
  }
}

function toRefusal(path: string, why: string): Refusal {
  return new Refusal('unusable-folder', [`${path}: this folder cannot be made (${why}); name another one`]);
}
