import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, renameSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '@candor/core/base';
import { extract, pack } from 'tar-stream';

export interface ReleaseMember {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Manifest of a million messages; any other file is far smaller. Longer ones are refused before they fill the memory.
 */
const LONGEST_MEMBER_BYTES = 2 ** 31 - 1;
const LONGEST_PAPER_BYTES = 256 * 1024 * 1024;
/** 1,000,000 objects and as many grants as a party may have. */
const MOST_MEMBERS = 2_000_000;

const papers = ['manifest.json', 'approvals.json', 'keys.json', 'log.proof', 'index.age'];
const GRANT = /^grants\/[0-9a-f]{4}(?:-[0-9a-f]{4}){7}\.age$/;
const OBJECT = /^objects\/[0-9a-f]{64}\.age$/;

/**
 * The files of a release in order (docs/formats/release.md, File), one in memory at a time. Sealed files are passed on
 * unverified.
 * @throws Refusal for a file in another form.
 */
export async function* readReleaseFile(path: string): AsyncIterable<ReleaseMember> {
  const archive = extract();
  const source = createReadStream(path);
  source.on('error', (cause) => archive.destroy(cause));
  source.pipe(archive);
  let before = -1;
  let last = '';
  let count = 0;
  try {
    for await (const entry of archive) {
      const { name, type, size = 0 } = entry.header;
      const rank = toRank(name);
      const isNext = rank > before || (rank === before && rank >= papers.length && name > last);
      if (rank === -1 || type !== 'file' || !isNext)
        throw wrongForm(path, 'a file in it has a name or place that no release has');
      if (size > (rank < papers.length ? LONGEST_PAPER_BYTES : LONGEST_MEMBER_BYTES) || ++count > MOST_MEMBERS)
        throw wrongForm(path, 'it is too large');
      const pieces: Uint8Array[] = [];
      for await (const piece of entry) pieces.push(piece as Uint8Array);
      yield { name, bytes: Buffer.concat(pieces) };
      before = rank;
      last = name;
    }
  } catch (cause) {
    if (cause instanceof Refusal || isSystemFault(cause)) throw cause;
    throw wrongForm(path, 'it is not a tar, or it is truncated');
  } finally {
    source.destroy();
  }
  if (before < papers.length - 1) throw wrongForm(path, 'files that a release has are missing');
}

/**
 * Writes a release; the same members give the same bytes. It appears under its name when it is whole. Gives the SHA-256
 * of the file, hex.
 */
export async function writeReleaseFile(path: string, members: AsyncIterable<ReleaseMember>): Promise<string> {
  const partial = `${path}.partial`;
  const archive = pack();
  const hash = createHash('sha256');
  archive.on('data', (chunk) => hash.update(chunk as Uint8Array));
  const written = pipeline(archive, createWriteStream(partial, { mode: 0o600, flush: true }));
  for await (const { name, bytes } of members) {
    if (toRank(name) === -1) throw new Error(`no file of a release: ${name}`);
    await new Promise<void>((settle, fail) => {
      const header = { name, size: bytes.length, mode: 0o644, uid: 0, gid: 0, mtime: new Date(0) };
      archive.entry(header, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), (fault) =>
        fault == null ? settle() : fail(fault),
      );
    });
  }
  archive.finalize();
  await written;
  renameSync(partial, path);
  return hash.digest('hex');
}

/** Place in the order of the files; -1 for a name that a release does not have. */
function toRank(name: string): number {
  const paper = papers.indexOf(name);
  if (paper !== -1) return paper;
  if (GRANT.test(name)) return papers.length;
  return OBJECT.test(name) ? papers.length + 1 : -1;
}

function wrongForm(path: string, why: string): Refusal {
  return new Refusal('no-release', [
    `${path}: this is not a release of Candor: ${why}. Fetch it again; nothing was opened`,
  ]);
}

function isSystemFault(cause: unknown): boolean {
  return cause instanceof Error && 'errno' in cause;
}
