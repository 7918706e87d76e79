import { extract } from 'tar-stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { LockedMembers } from './locked/locked-members.ts';
import type { UnreadTally } from './unread.ts';

/** Bytes of one member. */
const MEMBER_BYTES = 64 * 1024 * 1024;
const MEMBERS = 10_000;
/** Of a zip; a list of more takes too much memory. */
const LISTED_MEMBERS = 100_000;

export interface Member {
  readonly name: string;
  readonly content: Uint8Array;
}

/** What may still be unpacked of one attachment, archives in it included. */
export class UnpackRoom {
  #bytes = 128 * 1024 * 1024;
  #members = MEMBERS;

  /** False where a member of so many bytes does not fit. */
  admit(bytes: number): boolean {
    this.#members -= 1;
    return this.#members >= 0 && bytes <= MEMBER_BYTES && bytes <= this.#bytes;
  }

  /** Takes so many bytes; false where they do not fit. */
  take(bytes: number): boolean {
    this.#bytes -= bytes;
    return this.#bytes >= 0;
  }

  /** All pieces; null where they do not fit. */
  async gather(pieces: AsyncIterable<unknown>): Promise<Buffer | null> {
    const held: Buffer[] = [];
    let size = 0;
    for await (const piece of pieces) {
      if (!(piece instanceof Uint8Array)) throw new Error('a stream gave something else than bytes');
      size += piece.length;
      if (!this.take(piece.length) || size > MEMBER_BYTES) return null;
      held.push(Buffer.from(piece));
    }
    return Buffer.concat(held);
  }
}

/** A zip with its members' names, as far as they can be read. @throws Error where nothing can. */
export async function openZip(
  bytes: Uint8Array,
  unread: UnreadTally,
): Promise<{ readonly zip: ZipFile; readonly entries: readonly Entry[] }> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const zip = await fromBufferPromise(buffer, { decodeStrings: true, lazyEntries: true, validateEntrySizes: true });
  const entries: Entry[] = [];
  let listed = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (listed >= LISTED_MEMBERS) break;
      listed += 1;
      if (!entry.fileName.endsWith('/')) entries.push(entry);
    }
  } catch {
    if (listed === 0) throw new Error('it has no readable list of members');
    unread.add('damaged', 0, Math.max(1, zip.entryCount - listed));
  }
  if (listed >= LISTED_MEMBERS) unread.add('too-large', 0, zip.entryCount - listed);
  return { zip, entries };
}

/** A zip whose members are unpacked. */
export interface OpenedZip {
  readonly zip: ZipFile;
  readonly locked: LockedMembers;
}

/** Unpacks members one by one. One that is damaged, too large or locked costs none of the others. */
export async function* unpackZip(
  opened: OpenedZip,
  entries: readonly Entry[],
  room: UnpackRoom,
  unread: UnreadTally,
): AsyncGenerator<Member> {
  for (const entry of entries) {
    if (!room.admit(entry.uncompressedSize)) {
      unread.add('too-large', entry.compressedSize);
      continue;
    }
    const content = await unpackEntry(opened, entry, room);
    if (typeof content === 'string') unread.add(content, entry.compressedSize);
    else yield { name: entry.fileName, content };
  }
}

async function unpackEntry(
  { zip, locked }: OpenedZip,
  entry: Entry,
  room: UnpackRoom,
): Promise<Buffer | 'encrypted' | 'too-large' | 'damaged'> {
  try {
    if (entry.isEncrypted()) return await locked.open(entry, (bytes) => room.take(bytes));
    return (await room.gather(await zip.openReadStreamPromise(entry))) ?? 'too-large';
  } catch {
    return 'damaged';
  }
}

/** Unpacks a tar member by member. @throws Error where it is damaged. */
export async function* unpackTar(bytes: Uint8Array, room: UnpackRoom, unread: UnreadTally): AsyncGenerator<Member> {
  const tar = extract();
  tar.end(Buffer.from(bytes));
  for await (const entry of tar) {
    const { name, size = 0, type } = entry.header;
    const content = type === 'file' && room.admit(size) ? await room.gather(entry) : null;
    if (content !== null) yield { name, content };
    else {
      if (type === 'file') unread.add('too-large', size);
      entry.resume();
    }
  }
}
