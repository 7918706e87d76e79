import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type Instant, type Json, readInstant, type Signer } from '@candor/core/base';
import {
  commitEntry,
  hashLeaf,
  LogTree,
  makeVerifierKey,
  signNote,
  TileProver,
  toBase64,
  toBase64Url,
  toCheckpointText,
  toEntryText,
  toHex,
  toNoteText,
  toVerifierKeyText,
} from '@candor/core/ledger';
import { readNoticeCode } from '@candor/core/notice/code';
import {
  digestDocument,
  fingerprintKeySet,
  signApproval,
  toFormerKeysText,
  toKeySet,
} from '@candor/core/notice/operator';
import { openRecipientMark } from '@candor/core/notice/recipients';
import {
  buildPartySet,
  buildWaveTree,
  type CountedLeaf,
  type CountedParty,
  commitAddresses,
  commitNotice,
  type FoundList,
  type NoticeRecord,
  recordFound,
  toNoticeRecord,
  toRecordText,
  type WaveManifest,
} from '@candor/core/notice/wave';
import {
  BUCKET_COUNT,
  type BucketShape,
  type CheckTools,
  type Inflate,
  type NoticeStatus,
  type SealedNotice,
  type SiteAccess,
  type SiteDescription,
  sealNotice,
  toBucketBytes,
  toBucketName,
  toSealedPlace,
  toSiteDescription,
} from '@candor/core/verify';
import { nodeCryptography } from '../../../lab/src/adapters/keys/cryptography.ts';
import { parseHtmlTree } from '../../../lab/src/adapters/mail/html-tree.ts';
import { createNodeRuntime } from '../../../lab/src/adapters/process/runtime.ts';

export const runtime = createNodeRuntime();
export const cryptography = nodeCryptography;
const inflate: Inflate = async (bytes, limitBytes) => {
  try {
    return inflateRawSync(bytes, { maxOutputLength: limitBytes });
  } catch {
    return null;
  }
};
/** What a check needs of the machine; no Outlook file is read here. */
export const tools: CheckTools = {
  runtime,
  cryptography,
  inflate,
  parseHtml: parseHtmlTree,
  readOutlook: async () => null,
};
const deflate = (bytes: Uint8Array): Uint8Array => deflateRawSync(bytes, { level: 9 });

/** Ed25519 PKCS#8 before the 32 bytes of the seed (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

export function makeSigner(name: string, seed: number): Signer {
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8_HEAD, Buffer.alloc(32, seed)]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x ?? '', 'base64url');
  return { name, publicKey, sign: async (message) => sign(null, message, key) };
}

/** What a test may do to a site: each is one thing that a thief or a fault could do. */
export interface SiteFaults {
  readonly approvers?: readonly Signer[];
  readonly matter?: 'wave' | 'withdrawal';
  readonly withoutInclusion?: boolean;
  readonly withoutConsistency?: boolean;
  readonly withoutPath?: boolean;
  readonly path?: readonly Uint8Array[];
  /** The set of parties to be notified is no part of the notice. */
  readonly withoutParties?: boolean;
  readonly partyPath?: readonly Uint8Array[];
  /** The party that is counted; the notice's domain without it. */
  readonly countedParty?: CountedParty;
  readonly alter?: (sealed: SealedNotice) => SealedNotice;
  readonly logSigner?: Signer;
  readonly publishedKeys?: Json;
  /** When the site was built; now unless something else is said. */
  readonly built?: Instant | null;
  /** Where the reviewer app is. */
  readonly review?: string;
}

export interface MadeNotice {
  readonly code: string;
  readonly domain: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly issued: string;
  readonly from?: { readonly name: string; readonly address: string };
  readonly replyTo?: string | null;
  /** Affected addresses that the site lists; one more is counted. */
  readonly addresses?: readonly string[];
  /** What the site lists of found passwords and sensitive data; `foundTotal` counts all messages with passwords. */
  readonly found?: FoundList;
  readonly foundTotal?: number;
  readonly status?: NoticeStatus;
  /** Whom its mail went to; the domain's security address unless something else is said. */
  readonly to?: readonly string[];
  /** A notice to one person at this address, whose record has no domain. */
  readonly person?: string;
  /** As an earlier version of Candor wrote it. */
  readonly recordVersion?: 1 | 2;
}

export interface MadeSite {
  readonly description: SiteDescription;
  readonly fingerprint: string;
  /** Path below the root → bytes. */
  readonly files: Map<string, Uint8Array>;
  readonly access: SiteAccess;
  readonly code: Uint8Array;
}

/** When made sites were built: real browsers look at them, and their clock is the machine's. */
export const madeNow: Instant = Math.floor(Date.now() / 1000);

/** Entries of the log when the notice was composed. */
const PRINTED_SIZE = 8;
const printedLog = new LogTree(runtime);
printedLog.append(Buffer.concat(Array.from({ length: PRINTED_SIZE }, (_, at) => new Uint8Array(32).fill(at))));
/** What a notice of this site prints of the log. */
export const printedRoot: string = toBase64(printedLog.root());

const shape: BucketShape = { slots: 2, slotBytes: 10_240 };
export const ines = makeSigner('Ines Adler', 1);
export const miguel = makeSigner('Miguel Ruiz', 2);
export const logSigner = makeSigner('harbor.example/log', 3);

/**
 * A site with one notice, made with the product's own functions and fixed keys: only the bucket of the notice is there,
 * and filler for every other.
 */
export async function makeSite(notice: MadeNotice, faults: SiteFaults = {}): Promise<MadeSite> {
  const keySet = toKeySet(toVerifierKeyText(makeVerifierKey(runtime, logSigner.name, logSigner.publicKey)), [
    { name: ines.name, key: toBase64Url(ines.publicKey) },
    { name: miguel.name, key: toBase64Url(miguel.publicKey) },
  ]);
  const issued = readInstant(notice.issued) ?? 0;
  const addresses = notice.addresses === undefined ? null : { salt: 'salt', list: notice.addresses };
  const listed =
    addresses === null
      ? null
      : {
          listed: addresses.list.length,
          total: addresses.list.length + 1,
          digest: commitAddresses(runtime, addresses.salt, addresses.list),
        };
  const reading = readNoticeCode(notice.code);
  if (reading.state !== 'code') throw new Error('no code');
  const mark = await openRecipientMark(cryptography, runtime, reading.bytes);
  const newest = toNoticeRecord(runtime, {
    notice: 7,
    domains: notice.person === undefined ? [notice.domain] : [],
    to: (notice.person === undefined ? (notice.to ?? [`security@${notice.domain}`]) : [notice.person]).flatMap(
      (address) => mark(address) ?? [],
    ),
    kind: 'supplement',
    language: 'en',
    composed: notice,
    issued,
    exposure: 2,
    messages: ['ab'.repeat(32)],
    from: notice.from ?? { name: 'Harbor Energy Incident Team', address: 'notice@harbor.example' },
    replyTo: notice.replyTo === undefined ? 'answers@harbor.example' : notice.replyTo,
    addresses: listed,
    found:
      notice.found === undefined
        ? null
        : recordFound(runtime, 'salt', notice.found, { secrets: notice.foundTotal ?? notice.found.messages.length }),
  });
  const record = toVersion(newest, notice.recordVersion ?? 3);
  const leaf = { position: 4711, salt: new Uint8Array(32).fill(5) };
  const commitment = commitNotice(runtime, leaf.salt, toRecordText(record));
  const tree = buildWaveTree(runtime, new Uint8Array(32).fill(6), [{ position: leaf.position, commitment }]);
  const counted: CountedLeaf = {
    position: 654_321,
    salt: new Uint8Array(32).fill(8),
    party:
      faults.countedParty ??
      (notice.person === undefined
        ? { exposure: 2, domains: [notice.domain] }
        : { exposure: 2, address: notice.person }),
  };
  const parties = buildPartySet(runtime, new Uint8Array(32).fill(10), [counted]);
  const manifest: WaveManifest = {
    v: 2,
    incident: 'harbor-2001',
    wave: 3,
    kind: 'supplement',
    exposure: { version: 2, digest: 'cd'.repeat(32) },
    root: toHex(tree.root),
    at: notice.issued,
    selection: 'ef'.repeat(32),
    ...(faults.withoutParties === true ? {} : { parties: toHex(parties.root) }),
  };
  const document = manifest as unknown as Json;
  const digest = digestDocument(runtime, document);
  const approvals = await Promise.all(
    (faults.approvers ?? [ines, miguel]).map((signer) => signApproval(signer, faults.matter ?? 'wave', digest)),
  );
  const entry = { kind: 'wave' as const, at: issued, body: { document, approvals: approvals as unknown as Json } };
  const entryText = toEntryText(entry);
  const entrySalt = new Uint8Array(32).fill(7);
  const commitments = Array.from({ length: 20 }, (_, at) =>
    at === 12 ? commitEntry(runtime, entrySalt, entryText) : new Uint8Array(32).fill(at),
  );
  const log = new LogTree(runtime);
  log.append(Buffer.concat(commitments));
  const leaves = Buffer.concat(commitments.map((bytes) => hashLeaf(runtime, bytes)));
  const prover = new TileProver(runtime, 20, async () => leaves);
  const inclusion = await prover.proveInclusion(12);
  const text = toCheckpointText({ origin: logSigner.name, size: 20, root: log.root() });
  const checkpoint = toNoteText(await signNote(runtime, text, faults.logSigner ?? logSigner));
  const sealed: SealedNotice = {
    record,
    text: notice.text,
    twin: notice.html,
    addresses,
    found: notice.found === undefined ? null : { salt: 'salt', ...notice.found },
    leaf: { position: leaf.position, salt: toBase64Url(leaf.salt) },
    counted: { ...counted, salt: toBase64Url(counted.salt) },
    entry: { position: 12, salt: toBase64Url(entrySalt), value: JSON.parse(entryText) as Json },
    size: 20,
    printed: { size: PRINTED_SIZE, root: printedRoot },
    ordinal: 3,
    follows: readInstant('2001-10-17T09:12:00Z'),
    dates: [issued],
    built: faults.built === undefined ? madeNow : faults.built,
    status: notice.status ?? { state: 'current' },
  };
  const slot = await sealNotice(
    cryptography,
    deflate,
    shape,
    reading.bytes,
    new Uint8Array(12).fill(9),
    faults.alter?.(sealed) ?? sealed,
    {
      wavePath: faults.withoutPath === true ? [] : (faults.path ?? tree.path(leaf.position)),
      inclusion: faults.withoutInclusion === true ? [] : inclusion,
      consistency: faults.withoutConsistency === true ? [] : await prover.proveConsistency(PRINTED_SIZE),
      partyPath: faults.partyPath ?? parties.path(counted.position),
    },
  );
  if (slot === null) throw new Error('the notice does not fit');
  const description: SiteDescription = {
    organization: 'Harbor Energy',
    domain: 'harbor.example',
    page: 'harbor.example/notice',
    log: 'harbor.example/log',
    review: faults.review ?? null,
    telephone: null,
    report: 'abuse@harbor.example',
    shape,
    built: readInstant('2001-10-21T10:31:00Z') ?? 0,
  };
  const bucket = new Uint8Array(toBucketBytes(shape)).fill(1);
  bucket.set(slot.slot, shape.slotBytes);
  const json = (value: Json): Uint8Array => Buffer.from(JSON.stringify(value));
  const files = new Map<string, Uint8Array>([
    ['.well-known/candor.json', json(toSiteDescription(description))],
    ['notice/keys.json', json(faults.publishedKeys ?? (keySet as unknown as Json))],
    ['notice/keys-before.json', Buffer.from(toFormerKeysText([]))],
    ['log/checkpoint', Buffer.from(checkpoint)],
    [`notice/n/${toBucketName(slot.bucket)}`, bucket],
  ]);
  const filler = new Uint8Array(toBucketBytes(shape)).fill(2);
  return {
    description,
    fingerprint: fingerprintKeySet(runtime, keySet),
    files,
    code: reading.bytes,
    access: async (path) => files.get(path) ?? (path.startsWith('notice/n/') ? filler : null),
  };
}

function toVersion(newest: NoticeRecord, v: 1 | 2 | 3): NoticeRecord {
  const { to: _to, found: _found, ...second } = newest;
  const { from: _from, replyTo: _replyTo, addresses: _addresses, ...first } = second;
  return v === 3 ? newest : { ...(v === 2 ? second : first), v };
}

/** The bucket that a code would be in. */
export async function bucketOf(code: Uint8Array): Promise<number> {
  const { bucket } = await toSealedPlace(cryptography, code);
  if (bucket < 0 || bucket >= BUCKET_COUNT) throw new Error('no bucket');
  return bucket;
}
