import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

const DIGEST = /^[0-9a-f]{64}$/;
const PARTIAL = 'partial';

/** What became of bytes that were sent: only `stored` left anything behind. */
export type StoreOutcome = 'stored' | 'too-large' | 'other-bytes';

/** Sealed files by the digest of their bytes, in a folder. A file under its name is whole and flushed, whatever happened meanwhile. */
export interface ObjectFolder {
  /** Takes exactly `size` bytes, or at most as many when it is no exact one. */
  put(digest: string, source: AsyncIterable<Uint8Array>, size: number, isExact: boolean): Promise<StoreOutcome>;
  /** Size in bytes; null when there is none. */
  findSize(digest: string): number | null;
  /** Bytes from `start` to `end`, both included. */
  read(digest: string, start: number, end: number): Readable;
  remove(digests: Iterable<string>): Promise<void>;
  /** Removes what a killed process left behind: parts of files, and files that nothing names. */
  sweep(isNamed: (digest: string) => boolean): void;
}

export function openObjects(folder: string): ObjectFolder {
  const partialFolder = join(folder, PARTIAL);
  rmSync(partialFolder, { recursive: true, force: true });
  mkdirSync(partialFolder, { recursive: true, mode: 0o700 });
  let serial = 0;
  const toFolder = (digest: string): string => join(folder, digest.slice(0, 2));
  const toPath = (digest: string): string => {
    if (!DIGEST.test(digest)) throw new Error('an object is named by a digest');
    return join(toFolder(digest), digest);
  };
  return {
    put: async (digest, source, size, isExact) => {
      const path = toPath(digest);
      const partial = join(partialFolder, `${serial++}`);
      const file = await open(partial, 'wx', 0o600);
      let outcome: StoreOutcome | null = null;
      try {
        outcome = await write(file, source, digest, size, isExact).finally(() => file.close());
      } finally {
        // Cut off, too long or a full disk: what came so far must not stay.
        if (outcome !== 'stored') await rm(partial, { force: true });
      }
      if (outcome !== 'stored') return outcome;
      mkdirSync(toFolder(digest), { recursive: true, mode: 0o700 });
      await rename(partial, path);
      await syncFolder(toFolder(digest));
      return 'stored';
    },
    findSize: (digest) => statSync(toPath(digest), { throwIfNoEntry: false })?.size ?? null,
    read: (digest, start, end) => createReadStream(toPath(digest), { start, end }),
    remove: async (digests) => {
      for (const digest of digests) await rm(toPath(digest), { force: true });
    },
    sweep: (isNamed) => {
      for (const name of readdirSync(folder)) {
        if (name === PARTIAL) continue;
        for (const digest of readdirSync(join(folder, name)))
          if (!DIGEST.test(digest) || !isNamed(digest)) rmSync(join(folder, name, digest), { force: true });
      }
    },
  };
}

async function write(
  file: FileHandle,
  source: AsyncIterable<Uint8Array>,
  digest: string,
  size: number,
  isExact: boolean,
): Promise<StoreOutcome> {
  const hash = createHash('sha256');
  let written = 0;
  for await (const piece of source) {
    written += piece.length;
    if (written > size) return 'too-large';
    hash.update(piece);
    await file.writeFile(piece);
  }
  if (hash.digest('hex') !== digest || (isExact && written !== size)) return 'other-bytes';
  // A flush that fails is thrown and never tried again over: what is in the file is unknown then.
  await file.sync();
  return 'stored';
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
