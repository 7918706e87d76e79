import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { MAX_GROUPED_OBJECT_BYTES, OBJECT_LENGTH_BYTES } from '@candor/core/review/access';
import { RecentCache } from './recent.ts';

const DIGEST = /^[0-9a-f]{64}$/;
const PARTIAL = 'partial';
/** Most messages are smaller; larger files are streamed. */
const SMALL_BYTES: number = MAX_GROUPED_OBJECT_BYTES;
/** Recently requested files: several people of a party read the same ones. */
const RECENT_BYTES = 64 * 1024 * 1024;

/** The outcome of an upload; only `stored` leaves anything behind. */
export type StoreOutcome = 'stored' | 'too-large' | 'other-bytes';

/**
 * Sealed files in a folder, named by the digest of their bytes. A file under its name is complete and flushed, even
 * after a crash.
 */
export interface ObjectFolder {
  /** Accepts exactly `size` bytes, or at most `size` if it is not exact. */
  put(digest: string, source: AsyncIterable<Uint8Array>, size: number, isExact: boolean): Promise<StoreOutcome>;
  /** Size in bytes; null if missing. */
  findSize(digest: string): number | null;
  /** The content of a small file; null if large or missing. */
  readSmall(digest: string): Buffer | null;
  /** The same, with a length prefix (docs/formats/portal-api.md, Several objects). */
  readMeasured(digest: string): Buffer | null;
  /** Bytes from `start` to `end`, inclusive. */
  read(digest: string, start: number, end: number): Readable;
  remove(digests: Iterable<string>): Promise<void>;
  /** Removes what a killed process left: partial files, and files that nothing names. */
  sweep(isNamed: (digest: string) => Promise<boolean>): Promise<void>;
}

export function openObjects(folder: string): ObjectFolder {
  const partialFolder = join(folder, PARTIAL);
  rmSync(partialFolder, { recursive: true, force: true });
  mkdirSync(partialFolder, { recursive: true, mode: 0o700 });
  let serial = 0;
  const recent = new RecentCache<Buffer>(RECENT_BYTES, ({ length }) => length);
  // Concatenated by hand: `join` would normalise each of thousands of paths a second.
  const toFolder = (digest: string): string => `${folder}${sep}${digest.slice(0, 2)}`;
  /** Cached with their length prefix, so that an answer with several needs no copies. */
  const readMeasured = (digest: string): Buffer | null => {
    const known = recent.get(digest);
    if (known !== undefined) return known;
    const bytes = readSmall(toPath(digest));
    if (bytes !== null) recent.set(digest, bytes);
    return bytes;
  };
  const toPath = (digest: string): string => {
    if (!DIGEST.test(digest)) throw new Error('an object is named by a digest');
    return `${toFolder(digest)}${sep}${digest}`;
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
        // Truncated, too long or a full disk: remove the partial file.
        if (outcome !== 'stored') await rm(partial, { force: true });
      }
      if (outcome !== 'stored') return outcome;
      mkdirSync(toFolder(digest), { recursive: true, mode: 0o700 });
      await rename(partial, path);
      await syncFolder(toFolder(digest));
      return 'stored';
    },
    findSize: (digest) => {
      const known = recent.get(digest);
      if (known !== undefined) return known.length - OBJECT_LENGTH_BYTES;
      return statSync(toPath(digest), { throwIfNoEntry: false })?.size ?? null;
    },
    readSmall: (digest) => readMeasured(digest)?.subarray(OBJECT_LENGTH_BYTES) ?? null,
    readMeasured,
    read: (digest, start, end) => createReadStream(toPath(digest), { start, end }),
    remove: async (digests) => {
      // Before any await: from now on nobody is served what was removed.
      const gone = [...digests];
      for (const digest of gone) recent.delete(digest);
      for (const digest of gone) await rm(toPath(digest), { force: true });
    },
    sweep: async (isNamed) => {
      for (const name of readdirSync(folder)) {
        if (name === PARTIAL) continue;
        for (const digest of readdirSync(join(folder, name)))
          if (!DIGEST.test(digest) || !(await isNamed(digest))) rmSync(join(folder, name, digest), { force: true });
      }
    },
  };
}

/** With a length prefix. Read synchronously, which is faster than waiting. */
function readSmall(path: string): Buffer | null {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw cause;
  }
  try {
    const { size } = fstatSync(descriptor);
    if (size > SMALL_BYTES) return null;
    const bytes = Buffer.allocUnsafeSlow(OBJECT_LENGTH_BYTES + size);
    bytes.writeUInt32BE(size);
    let length = 0;
    while (length < size) {
      const read = readSync(descriptor, bytes, OBJECT_LENGTH_BYTES + length, size - length, length);
      if (read === 0) return null;
      length += read;
    }
    return bytes;
  } finally {
    closeSync(descriptor);
  }
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
  // A failed flush is thrown and never retried: the file's content is unknown.
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
