import { closeSync, existsSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from '@candor/core/base';
import { makeFolder } from './make-folder.ts';

/** A folder that was empty, for files of its owner alone. */
export interface NewFolder {
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
