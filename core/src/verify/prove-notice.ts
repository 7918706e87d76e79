import {
  type Cryptography,
  type Json,
  type JsonObject,
  type Runtime,
  type Said,
  toCanonicalJson,
  toObject,
  toText,
  toWhole,
} from '@candor/core/base';
import {
  type Checkpoint,
  commitEntry,
  hashLeaf,
  readBase64,
  readBase64Url,
  readEntry,
  readVerifierKey,
  SALT_BYTES,
  toHex,
  verifyCheckpoint,
  verifyConsistency,
  verifyInclusion,
} from '@candor/core/ledger';
import {
  claimApproved,
  digestDocument,
  type FormerKeySet,
  findEarlyKeys,
  findKeySetAt,
  fingerprintKeySet,
  type KeySet,
  readApprovals,
  readFormerKeys,
  readKeySet,
} from '@candor/core/notice/operator';
import {
  commitAddresses,
  commitFound,
  commitNotice,
  computePartySetRoot,
  computeWaveRoot,
  isPartyOf,
  NOTICE_SALT_BYTES,
  type RecordBinding,
  toRecordText,
} from '@candor/core/notice/wave';
import type { SealedNotice } from './sealed-notice.ts';

/** How a check ended: it holds, its file is not there, or it contradicts what it should prove. */
export type CheckState = 'passed' | 'missing' | 'failed';

/** What the site proves about a notice, in any message that holds it. */
export interface NoticeProof {
  /** The record is in the wave that these two people approved. */
  readonly approvals: CheckState;
  /** Operators who approved it; null unless all that is needed holds. */
  readonly approvers: Said<'approved', readonly string[]> | null;
  /**
   * The wave's entry is in the log that the checkpoint commits to, the log's key signed that, and this log continues
   * the checkpoint that the notice prints: a log that was forked or written again does not.
   */
  readonly log: CheckState;
  readonly checkpoint: Checkpoint | null;
  /** Text and subject are the record's. */
  readonly text: CheckState;
  /**
   * The party of the record is in the set of parties to be notified that two people approved with the wave; missing
   * where that is not part of the notice.
   */
  readonly counted: CheckState;
  /** Exposure version at which the party is counted; null unless it is. */
  readonly countedAt: number | null;
  /**
   * Fingerprint of the key set that decided when the notice was approved, to be compared with notice and DNS; null
   * when it is not there.
   */
  readonly fingerprint: string | null;
  /**
   * Fingerprint of the key set in force; null when it is not there. Another one than `fingerprint` when the operators
   * changed since.
   */
  readonly inForce: string | null;
}

/** The files of a site that prove; null where the site does not have one. */
export interface ProofFiles {
  readonly keys: Uint8Array | null;
  /** Key sets that decided before; most sites have none. */
  readonly formerKeys: Uint8Array | null;
  readonly checkpoint: Uint8Array | null;
  readonly wavePath: readonly Uint8Array[];
  readonly inclusion: readonly Uint8Array[];
  readonly consistency: readonly Uint8Array[];
  readonly partyPath: readonly Uint8Array[];
}

type Primitives = Pick<Runtime, 'sha256Hex'> & Pick<Cryptography, 'verifyEd25519'>;

/** Checks everything that does not need the received message. Nothing of the files is believed for standing there. */
export async function proveNotice(
  primitives: Primitives,
  sealed: SealedNotice,
  files: ProofFiles,
  isRecipient: RecordBinding['isRecipient'],
): Promise<NoticeProof> {
  const current = files.keys === null ? null : readKeySet(files.keys);
  const former = files.formerKeys === null ? [] : readFormerKeys(files.formerKeys);
  const keySet = current === null || former === null ? null : findKeySetAt(sealed.entry.position, current, former);
  const entry = readEntry(toCanonicalJson(sealed.entry.value));
  const manifest = entry?.kind === 'wave' ? (entry.body['document'] ?? null) : null;
  const signers = keySet === null || current === null ? null : withoutEarly(keySet, sealed, current, former ?? []);
  const approvals = await checkApprovals(primitives, sealed, files, signers, manifest, entry?.body['approvals']);
  const log = await checkLog(primitives, sealed, files, keySet);
  const counted =
    approvals.approvals === 'passed'
      ? checkCounted(primitives, sealed, files, toObject(manifest), isRecipient)
      : 'missing';
  return {
    ...approvals,
    ...log,
    counted,
    countedAt: counted === 'passed' ? (sealed.counted?.party.exposure ?? null) : null,
    text: isEmptied(sealed) ? 'missing' : isIssuedText(primitives, sealed) ? 'passed' : 'failed',
    fingerprint: keySet === null ? null : fingerprintKeySet(primitives, keySet),
    inForce: current === null ? null : fingerprintKeySet(primitives, current),
  };
}

/** Nobody signs in the first day of their key, by where the log has the wave. */
function withoutEarly(
  keySet: KeySet,
  { entry }: SealedNotice,
  current: KeySet,
  former: readonly FormerKeySet[],
): KeySet {
  const early = findEarlyKeys(entry.position, current, former);
  return { ...keySet, operators: keySet.operators.filter(({ key }) => !early.has(key)) };
}

/** A misdirected notice keeps its state and date on the site, but no text. */
function isEmptied({ text, status }: SealedNotice): boolean {
  return text === '' && status.state === 'withdrawn' && status.isMisdirected;
}

/**
 * Text, HTML and lists have the digests that two people approved. A misdirected notice has none of them on the site.
 */
function isIssuedText({ sha256Hex }: Primitives, { text, twin, record, addresses, found }: SealedNotice): boolean {
  if (sha256Hex(text) !== record.text || (twin !== null && sha256Hex(twin) !== record.html)) return false;
  if (found !== null && !isApprovedFound({ sha256Hex }, record.found, found)) return false;
  if (addresses === null) return true;
  const { salt, list } = addresses;
  const recorded = record.addresses ?? null;
  return recorded?.listed === list.length && recorded.digest === commitAddresses({ sha256Hex }, salt, list);
}

function isApprovedFound(
  hashing: Pick<Primitives, 'sha256Hex'>,
  recorded: SealedNotice['record']['found'],
  { salt, ...list }: NonNullable<SealedNotice['found']>,
): boolean {
  return recorded?.listed === list.messages.length && recorded.digest === commitFound(hashing, salt, list);
}

async function checkApprovals(
  primitives: Primitives,
  sealed: SealedNotice,
  files: ProofFiles,
  keySet: KeySet | null,
  manifest: Json,
  approvals: Json | undefined,
): Promise<Pick<NoticeProof, 'approvals' | 'approvers'>> {
  if (manifest === null || !isInWave(primitives, sealed, files.wavePath, toObject(manifest)))
    return { approvals: files.wavePath.length === 0 && manifest !== null ? 'missing' : 'failed', approvers: null };
  if (files.keys === null) return { approvals: 'missing', approvers: null };
  if (keySet === null) return { approvals: 'failed', approvers: null };
  const approvers = await claimApproved(primitives, {
    matter: 'wave',
    digest: digestDocument(primitives, manifest),
    approvals: readApprovals(approvals),
    operators: keySet.operators,
    quorum: keySet.quorum,
  });
  return { approvals: approvers === null ? 'failed' : 'passed', approvers };
}

function isInWave(
  primitives: Primitives,
  { record, leaf }: SealedNotice,
  path: readonly Uint8Array[],
  manifest: JsonObject | null,
): boolean {
  const salt = readBase64Url(leaf.salt);
  if (salt?.length !== NOTICE_SALT_BYTES) return false;
  const commitment = commitNotice(primitives, salt, toRecordText(record));
  const root = computeWaveRoot(primitives, { position: leaf.position, commitment }, path);
  return root !== null && toHex(root) === manifest?.['root'];
}

/** The party leads to the root of the set, at the version that the wave is about, and is the record's. */
function checkCounted(
  primitives: Primitives,
  { counted, record }: SealedNotice,
  { partyPath }: ProofFiles,
  manifest: JsonObject | null,
  isRecipient: RecordBinding['isRecipient'],
): CheckState {
  const root = toText(manifest?.['parties']);
  if (counted === null || root === null || partyPath.length === 0) return 'missing';
  const { party, position } = counted;
  const salt = readBase64Url(counted.salt);
  if (salt === null || party.exposure !== toWhole(toObject(manifest?.['exposure'])?.['version'])) return 'failed';
  if (!isPartyOf(party, { domains: record.domains, isRecipient })) return 'failed';
  const found = computePartySetRoot(primitives, { position, salt, party }, partyPath);
  return found !== null && toHex(found) === root ? 'passed' : 'failed';
}

async function checkLog(
  primitives: Primitives,
  sealed: SealedNotice,
  files: ProofFiles,
  keySet: KeySet | null,
): Promise<{ readonly log: CheckState; readonly checkpoint: Checkpoint | null }> {
  if (files.checkpoint === null || files.keys === null) return { log: 'missing', checkpoint: null };
  const key = keySet === null ? null : readVerifierKey(primitives, keySet.log);
  const verified = key === null ? null : await verifyCheckpoint(primitives, files.checkpoint, key);
  if (verified === null) return { log: 'failed', checkpoint: null };
  const { checkpoint } = verified;
  const { entry, size } = sealed;
  // A wave that is younger than the last publication has no proof yet, and files of two builds do not fit together.
  if (size !== checkpoint.size || (files.inclusion.length === 0 && checkpoint.size > 1))
    return { log: 'missing', checkpoint };
  const salt = readBase64Url(entry.salt);
  if (salt?.length !== SALT_BYTES) return { log: 'failed', checkpoint };
  const leaf = hashLeaf(primitives, commitEntry(primitives, salt, toCanonicalJson(entry.value)));
  const isIncluded = verifyInclusion(primitives, { leaf, index: entry.position, path: files.inclusion }, checkpoint);
  return { log: isIncluded ? findContinued(primitives, sealed, files, checkpoint) : 'failed', checkpoint };
}

/** A root as notices print it: on a line of its own. */
const PRINTED_ROOT = /^[ \t-]*([A-Za-z0-9+/]{43}=)[ \t]*$/m;

/** The root of the log that a notice prints, in base64; null where its text has none. */
export function findPrintedRoot(text: string): string | null {
  return PRINTED_ROOT.exec(text)?.[1] ?? null;
}

/**
 * Whether the log continues the checkpoint that recipients hold. The approved text counts; other data only says where
 * to look.
 */
function findContinued(
  primitives: Primitives,
  { printed, text }: SealedNotice,
  { consistency }: ProofFiles,
  checkpoint: Checkpoint,
): CheckState {
  const said = findPrintedRoot(text);
  if (said === null) return 'passed';
  const root = readBase64(said);
  if (root === null || said !== printed.root) return 'failed';
  // It was signed before it was published, and the files may be older than the notice.
  if (printed.size > checkpoint.size || (consistency.length === 0 && printed.size < checkpoint.size)) return 'missing';
  return verifyConsistency(primitives, { size: printed.size, root }, checkpoint, consistency) ? 'passed' : 'failed';
}
