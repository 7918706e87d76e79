import { toBase64 } from '@candor/core/ledger';
import { isArmored, openWithPassphrase, type ReviewerKeyPair, readKeyFileText } from '@candor/core/review/wrapped';
import { KeyWorkerError, type OpenedRelease } from '../../bridge/protocol.ts';
import type { KeyHolder } from './key-holder.ts';
import { describeRelease } from './open-releases.ts';
import { openVault } from './open-vault.ts';
import { toOwnKey } from './own-keys.ts';
import { toVerifiedPapers, verifyPapers } from './release-papers.ts';

const BLOCK_BYTES = 512;

/** Read at once: headers of small files are close together, and separate reads are slower. */
const WINDOW_BYTES = 8 * 1024 * 1024;

/** 1,000,000 objects and as many grants as a party may have. */
const MOST_MEMBERS = 2_000_000;

const PAPERS = ['manifest.json', 'approvals.json', 'keys.json', 'log.proof', 'index.age'];
const GRANT = /^grants\/[0-9a-f]{4}(?:-[0-9a-f]{4}){7}\.age$/;
const OBJECT = /^objects\/[0-9a-f]{64}\.age$/;

/** Field offsets of a ustar header (POSIX.1-1988). */
const NAME = [0, 100] as const;

const SIZE = [124, 136] as const;
const SUM = [148, 156] as const;
const TYPE = 156;
const MAGIC = [257, 262] as const;

export interface FileToOpen {
  readonly release: Blob;
  /** Text of the key file, sealed or not. */
  readonly keyFile: string;
  readonly passphrase: string;
  /** Fingerprint of the organization's key set, from notice or DNS. */
  readonly keySet: string;
}

/**
 * Opens a `release.candor` from disk with a key file: the checks of an opened release except those that need a server
 * (continuity of the log, newer releases). Contacts neither portal nor site.
 * @throws KeyWorkerError
 */
export async function openFile(
  holder: KeyHolder,
  { release, keyFile, passphrase, keySet }: FileToOpen,
): Promise<{ readonly fingerprint: string; readonly release: OpenedRelease }> {
  const pair = await openKeyFile(keyFile, passphrase);
  const own = await toOwnKey(holder.deps, pair);
  if (own === null) throw new KeyWorkerError('wrong-key');
  const places = await readReleaseBlob(release);
  if (places === null) throw new KeyWorkerError('damaged-file');
  const read = (name: string): Promise<Uint8Array | null> => readMember(release, places, name);
  const papers = {
    manifest: toText(await read('manifest.json')),
    approvals: toText(await read('approvals.json')),
    keys: await read('keys.json'),
    proof: toText(await read('log.proof')),
  };
  const { incident } = holder.settings;
  const verified = await verifyPapers(holder.deps.primitives, papers, { incident, party: null, keySet }, null);
  const vault = await openVault(
    holder.deps,
    { fingerprint: own.fingerprint, secret: pair },
    verified,
    toVerifiedPapers(papers),
    {
      grant: () => read(`grants/${own.fingerprint}.age`),
      index: () => read('index.age'),
      source: async (digest) => {
        const bytes = await read(`objects/${digest}.age`);
        if (bytes === null) throw new KeyWorkerError('missing-object');
        return bytes;
      },
    },
  );
  await vault.whole;
  const { size, root } = verified.log;
  holder.setFileVault(vault);
  const told = describeRelease(verified, vault, {
    role: 'reviewer',
    log: { size, root: toBase64(root), continued: null },
    seenBefore: null,
    withheld: [],
  });
  return { fingerprint: own.fingerprint, release: told };
}

/** Null when the release lacks the file. The digest detects a file that changed on disk meanwhile. */
async function readMember(
  release: Blob,
  places: ReadonlyMap<string, TarPlace>,
  name: string,
): Promise<Uint8Array | null> {
  const place = places.get(name);
  if (place === undefined) return null;
  try {
    return new Uint8Array(await release.slice(place.start, place.start + place.sizeBytes).arrayBuffer());
  } catch {
    throw new KeyWorkerError('damaged-file');
  }
}

function toText(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

interface TarPlace {
  readonly start: number;
  readonly sizeBytes: number;
}

/**
 * The files of a `release.candor` by name (docs/formats/release.md, File); null for anything else: other names or
 * order, repetition, truncation. Only reads their locations and trusts nothing in them.
 */
export async function readReleaseBlob(blob: Blob): Promise<ReadonlyMap<string, TarPlace> | null> {
  const places = new Map<string, TarPlace>();
  const read = openWindow(blob);
  let [rank, last] = [-1, ''];
  for (let at = 0; ; ) {
    const header = await read(at);
    if (header === null) return null;
    if (header.every((byte) => byte === 0)) break;
    const member = readHeader(header);
    const next = member === null ? -1 : toRank(member.name);
    const follows = next > rank || (next === rank && next >= PAPERS.length && (member?.name ?? '') > last);
    if (member === null || next === -1 || !follows || places.size === MOST_MEMBERS) return null;
    const start = at + BLOCK_BYTES;
    if (start + member.sizeBytes > blob.size) return null;
    places.set(member.name, { start, sizeBytes: member.sizeBytes });
    [rank, last] = [next, member.name];
    at = start + Math.ceil(member.sizeBytes / BLOCK_BYTES) * BLOCK_BYTES;
  }
  return PAPERS.every((name) => places.has(name)) ? places : null;
}

/** The block at an offset; null after the end. */
function openWindow(blob: Blob): (at: number) => Promise<Uint8Array | null> {
  let [from, window] = [0, new Uint8Array()];
  return async (at) => {
    if (at < from || at + BLOCK_BYTES > from + window.length) {
      window = new Uint8Array(await blob.slice(at, at + WINDOW_BYTES).arrayBuffer());
      from = at;
    }
    const block = window.subarray(at - from, at - from + BLOCK_BYTES);
    return block.length === BLOCK_BYTES ? block : null;
  };
}

function readHeader(header: Uint8Array): { readonly name: string; readonly sizeBytes: number } | null {
  const text = ([from, to]: readonly [number, number]): string => {
    const field = header.subarray(from, to);
    const end = field.indexOf(0);
    return new TextDecoder('latin1').decode(end === -1 ? field : field.subarray(0, end));
  };
  const number = (field: readonly [number, number]): number | null => {
    const digits = text(field).trim();
    return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : null;
  };
  const sum = header.reduce((total, byte, at) => total + (at >= SUM[0] && at < SUM[1] ? 0x20 : byte), 0);
  const isFile = header[TYPE] === 0x30 && text(MAGIC) === 'ustar';
  const sizeBytes = number(SIZE);
  return isFile && number(SUM) === sum && sizeBytes !== null ? { name: text(NAME), sizeBytes } : null;
}

/** Position in the order of files; -1 for a name that a release does not have. */
function toRank(name: string): number {
  const paper = PAPERS.indexOf(name);
  if (paper !== -1) return paper;
  if (GRANT.test(name)) return PAPERS.length;
  return OBJECT.test(name) ? PAPERS.length + 1 : -1;
}

/**
 * The keys of a key file, sealed or not.
 * @throws KeyWorkerError for another passphrase, or an invalid file
 */
export async function openKeyFile(text: string, passphrase: string): Promise<ReviewerKeyPair> {
  const opened = isArmored(text) ? await openWithPassphrase(text.trim(), passphrase) : text;
  const pair = opened === null ? null : readKeyFileText(opened);
  if (pair === null) throw new KeyWorkerError('wrong-key');
  return pair;
}
