import { closeSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { createLayout } from '@candor/core/evidence/container';
import { type Entry, fromFdPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import { toRawBytes } from '../file-name.ts';
import { OPEN_FLAGS } from '../walk.ts';
import { StreamContent } from './content.ts';
import { inflateRaw } from './decompress.ts';
import type { ContentPlace, GuardedContent, Tally } from './layer.ts';
import { decodeMemberName, MEMBERS_LIMIT, toMemberPath, toPlacedPath } from './member-names.ts';
import { limitPass } from './pass.ts';
import type { Reading } from './reading.ts';
import { ZipCover } from './zip-cover.ts';

const STORED = 0;
const DEFLATED = 8;
/** Methods that are not read, by name; Windows itself packs large files with the first. */
const METHODS = new Map([
  [9, 'Deflate64'],
  [12, 'bzip2'],
  [14, 'LZMA'],
  [93, 'Zstandard'],
  [95, 'xz'],
]);
/** One read of packed bytes. */
const PACKED_CHUNK_BYTES = 256 * 1024;
const UNIX = 3;
const FILE_TYPE_MASK = 0o170000;
const SYMBOLIC_LINK = 0o120000;

interface OpenZip {
  readonly fd: number;
  readonly zip: ZipFile;
}

/** Reads a zip like a folder at its place. Names come from the central directory, in its order. */
export async function readZip(
  reading: Reading,
  content: GuardedContent,
  place: ContentPlace,
  tally: Tally,
): Promise<void> {
  let left = 0;
  const fd = openSync(toRawBytes(await content.toFile()), OPEN_FLAGS);
  try {
    const names: string[] = [];
    let rest = 0;
    for await (const entry of (await openZip(fd)).eachEntry()) {
      if (names.length >= MEMBERS_LIMIT) break;
      names.push(toPlacedPath(place.placement.folder, toMemberPath(toName(entry)) ?? ''));
      rest += entry.compressedSize;
    }
    const layout = createLayout(names, []);
    if (names.some((name) => name.includes('com.microsoft.__Messages/'))) {
      const text =
        'This is an archive of Outlook for Mac (.olm), which is not supported; export it as mbox, .eml or PST.';
      reading.addProblem('olm', place.location, text);
      return;
    }
    const seen = new Set<string>();
    const zip = await openZip(fd);
    const cover = new ZipCover(fd);
    for await (const entry of zip.eachEntry()) {
      cover.add(entry);
      const name = toName(entry);
      const problem = refuseMember(entry, name, seen);
      seen.add(toMemberPath(name) ?? name);
      if (problem === 'folder') continue;
      const location = `${place.location}!${toMemberPath(name) ?? name}`;
      const path = toMemberPath(name);
      if (problem !== null || path === null) {
        if (problem !== null) reading.addProblem(problem.code, location, problem.text);
        left += entry.compressedSize;
        continue;
      }
      const member: ContentPlace = {
        location,
        members: [...place.members, path],
        placement: layout.place(toPlacedPath(place.placement.folder, path)),
        budget: place.budget.openMember(entry.compressedSize, rest),
      };
      rest -= entry.compressedSize;
      await readMember(reading, { fd, zip }, entry, member);
    }
    for (const { offset, length } of cover.findUnlisted()) {
      const text =
        'A member of the zip begins here that its directory does not list; it was not read. Repair a copy (`zip -FF`), or get the zip again.';
      reading.addProblem('unlisted-member', `${place.location}@${offset}`, text);
      left += length;
    }
  } finally {
    closeSync(fd);
  }
  await content.drain();
  reading.quarantine(tally, 0, Math.min(left, content.size), 'members of the archive that were not read');
  tally.structure += content.size - tally.quarantined;
}

function openZip(fd: number): Promise<ZipFile> {
  return fromFdPromise(fd, {
    autoClose: false,
    decodeStrings: false,
    lazyEntries: true,
    validateEntrySizes: false,
  });
}

async function readMember(reading: Reading, open: OpenZip, entry: Entry, member: ContentPlace): Promise<void> {
  const start = await findData(open.zip, entry);
  if (start === null) {
    reading.addProblem(
      'broken-member',
      member.location,
      'Its place in the zip is wrong; it was not read. Get a whole copy of the zip.',
    );
    return;
  }
  let first = true;
  const pass = async (): Promise<AsyncIterable<Buffer>> => {
    const packed = readRange(open.fd, start, entry.compressedSize);
    const bytes = entry.compressionMethod === STORED ? packed : inflateRaw(packed).chunks;
    if (!first) return limitPass(reading, member.budget, bytes);
    first = false;
    return verify(bytes, entry);
  };
  const content = await StreamContent.open(pass, reading.spool);
  await reading.readLayer(reading, content, member);
  content.close();
}

function findData(zip: ZipFile, entry: Entry): Promise<number | null> {
  return new Promise((resolve) => {
    zip.readLocalFileHeader(entry, { minimal: true }, (cause, header) =>
      resolve(cause === null ? (header?.fileDataStart ?? null) : null),
    );
  });
}

async function* readRange(fd: number, start: number, length: number): AsyncIterable<Buffer> {
  const buffer = Buffer.allocUnsafe(Math.min(length, PACKED_CHUNK_BYTES));
  for (let at = 0; at < length; ) {
    const read = readSync(fd, buffer, 0, Math.min(buffer.length, length - at), start + at);
    if (read === 0) throw new Error('the zip ends too early');
    yield buffer.subarray(0, read);
    at += read;
  }
}

async function* verify(chunks: AsyncIterable<Buffer>, entry: Entry): AsyncIterable<Buffer> {
  let sum = 0;
  for await (const chunk of chunks) {
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (sum !== entry.crc32) throw new Error('the checksum is wrong');
}

function refuseMember(
  entry: Entry,
  name: string,
  seen: ReadonlySet<string>,
): 'folder' | { readonly code: string; readonly text: string } | null {
  if (/[\\/]$/.test(name) && entry.uncompressedSize === 0) return 'folder';
  if (toMemberPath(name) === null) {
    return {
      code: 'unsafe-name',
      text: 'The name of this member points outside the archive; it was not read. Unpack it by hand if it is genuine.',
    };
  }
  if (seen.has(name))
    return {
      code: 'repeated-name',
      text: 'The archive has two members of this name; only the first was read.',
    };
  if (seen.size >= MEMBERS_LIMIT)
    return {
      code: 'too-many-members',
      text: `The archive has more than ${MEMBERS_LIMIT} members; unpack it first.`,
    };
  if (entry.isEncrypted())
    return {
      code: 'encrypted',
      text: 'This member is encrypted; unpack the archive with its password first.',
    };
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    return {
      code: 'packed',
      text: `This member is packed by ${METHODS.get(entry.compressionMethod) ?? `method ${entry.compressionMethod}`}, which is not supported; unpack it first.`,
    };
  }
  const mode = entry.externalFileAttributes >>> 16;
  if (entry.versionMadeBy >>> 8 === UNIX && (mode & FILE_TYPE_MASK) === SYMBOLIC_LINK) {
    return {
      code: 'link-in-archive',
      text: 'This member is a link; it was not followed.',
    };
  }
  return null;
}

function toName(entry: Entry): string {
  return decodeMemberName(entry.fileNameRaw, () =>
    getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true),
  );
}
