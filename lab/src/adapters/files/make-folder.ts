import { closeSync, existsSync, mkdirSync, openSync, readdirSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Refusal } from '@candor/core/base';

/** What only its owner may enter. */
export const PRIVATE_FOLDER = 0o700;
/** What a web server may serve. */
export const PUBLIC_FOLDER = 0o755;

/**
 * Creates a folder with missing parents; an existing one stays unchanged. One by one, because Node's `recursive` never
 * ends below /proc, where an existing folder is reported missing.
 * @throws Refusal if impossible.
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

/** A new folder for owner-only files. */
interface NewFolder {
  /** Writes a new file; folders below are made. */
  write(name: string, content: Uint8Array | string): void;
  /** Opens a new file to be written piece by piece. */
  append(name: string): { write(piece: Uint8Array): void; close(): void };
}

/** @throws Refusal for a folder that has something in it: nothing is ever written over. */
export function openNewFolder(path: string): NewFolder {
  if (existsSync(path) && readdirSync(path).length > 0) {
    throw new Refusal('folder-in-use', [`${path}: this folder is not empty; name a new one with --out`]);
  }
  const place = (name: string): string => {
    makeFolder(dirname(join(path, name)));
    return join(path, name);
  };
  return {
    write: (name, content) => writeFileSync(place(name), content, { flag: 'wx', mode: 0o600 }),
    append: (name) => {
      const descriptor = openSync(place(name), 'wx', 0o600);
      return {
        write: (piece) => {
          for (let at = 0; at < piece.length; ) at += writeSync(descriptor, piece, at);
        },
        close: () => closeSync(descriptor),
      };
    },
  };
}
