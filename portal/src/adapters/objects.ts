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
/** Most messages are smaller; larger files are sent piece by piece. */
const SMALL_BYTES: number = MAX_GROUPED_OBJECT_BYTES;
/** Of files that were asked for last: several people of a party read the same. */
const RECENT_BYTES = 64 * 1024 * 1024;

/** What became of bytes that were sent: only `stored` left anything behind. */
export type StoreOutcome = 'stored' | 'too-large' | 'other-bytes';

/**
 * Sealed files by the digest of their bytes, in a folder. A file under its name is whole and flushed, whatever happened
 * meanwhile.
 */
export interface ObjectFolder {
  /** Takes exactly `size` bytes, or at most as many when it is no exact one. */
  put(digest: string, source: AsyncIterable<Uint8Array>, size: number, isExact: boolean): Promise<StoreOutcome>;
  /** Size in bytes; null when there is none. */
  findSize(digest: string): number | null;
  /** The whole of a small one; null for a large one, or none. */
  readSmall(digest: string): Buffer | null;
  /** The same, behind its length (docs/formats/portal-api.md, Several objects). */
  readMeasured(digest: string): Buffer | null;
  /** Bytes from `start` to `end`, both included. */
  read(digest: string, start: number, end: number): Readable;
  remove(digests: Iterable<string>): Promise<void>;
  /** Removes what a killed process left behind: parts of files, and files that nothing names. */
  sweep(isNamed: (digest: string) => Promise<boolean>): Promise<void>;
}

export function openObjects(folder: string): ObjectFolder {
  const partialFolder = join(folder, PARTIAL);
  rmSync(partialFolder, { recursive: true, force: true });
  mkdirSync(partialFolder, { recursive: true, mode: 0o700 });
  let serial = 0;
  const recent = new RecentCache<Buffer>(RECENT_BYTES, ({ length }) => length);
  // Put together by hand: for each of thousands of files a second, `join` would look for dots in what has none.
  const toFolder = (digest: string): string => `${folder}${sep}${digest.slice(0, 2)}`;
  /** They lie in memory with their length before them: an answer of several is sent without copying any. */
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
        // Cut off, too long or a full disk: what came so far must not stay.
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
      // Before anything is waited for: what was taken back is served by nobody from now on.
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

/** Behind its length. Read at once, in less time than waiting for it would take. */
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
