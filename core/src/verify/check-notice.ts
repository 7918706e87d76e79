import { type Cryptography, type Instant, readInstant } from '@candor/core/base';
import { openRecipientMark, openRecipients } from '@candor/core/notice/recipients';
import type { IssuedNotice, IssuedText, MissingProof, NoticeAnswer } from './answer.ts';
import { toBucketBytes } from './bucket-shape.ts';
import { toSealedPlace } from './place.ts';
import { type NoticeProof, proveNotice } from './prove-notice.ts';
import type { ReceivedContent, ReceivedTools } from './received/received-message.ts';
import { findIssuedTo } from './said-answer.ts';
import { readSealedNotice, type SealedNotice } from './sealed-notice.ts';
import { type SiteDescription, toSitePaths } from './site-description.ts';
import { openBucket, type SlotContent } from './slot.ts';

/** Returns a site file by its path from the root; null when missing. Throws when nobody answers. */
export type SiteAccess = (path: string) => Promise<Uint8Array | null>;

/** Unpacks raw DEFLATE; null for anything else, and for more than `limitBytes`. */
export type Inflate = (bytes: Uint8Array, limitBytes: number) => Promise<Uint8Array | null>;

export interface CheckTools extends ReceivedTools {
  readonly cryptography: Cryptography;
  readonly inflate: Inflate;
}

export interface NoticeCheck {
  readonly code: Uint8Array;
  /** The domain of the address that received the notice, or the whole address, as typed. */
  readonly domain: string;
  readonly description: SiteDescription;
  readonly site: SiteAccess;
  /** Null: what was issued under this code, before anything is compared. */
  readonly received: ReceivedContent | null;
  /**
   * The fingerprints confirmed by DNS or a person: of the current key set, and former ones. `by-reader`: shown for the
   * reader to compare (a page cannot query DNS). Null: not confirmed, so nothing is genuine.
   */
  readonly fingerprints: readonly string[] | 'by-reader' | null;
  /** Whether the reader said which domain or address received it; one out of the message proves nothing. */
  readonly isDomainGiven: boolean;
  readonly now: Instant;
}

const SEALED_BYTES = 65_536;
/**
 * Sites are built every few hours. Files older than this, in seconds, come from a stopped schedule or an older copy,
 * which would confirm notices withdrawn since.
 */
export const RECENT_SECONDS: number = 7 * 24 * 3600;

/** Checks a notice: every step of docs/formats/verify-site.md, in its order. Throws only what `site` throws. */
export async function checkNotice(tools: CheckTools, check: NoticeCheck): Promise<NoticeAnswer> {
  const { runtime, cryptography, inflate } = tools;
  const paths = toSitePaths(check.description);
  const place = await toSealedPlace(cryptography, check.code);
  // A page whose reader only looks up a code never fetches the larger half of these checks. With a message it is
  // fetched before the answer is known: the host must not learn from it whether the code opened anything.
  if (check.received !== null) await import('./comparison.ts');
  const [bucket, keys, formerKeys, checkpoint] = await Promise.all([
    check.site(paths.bucket(place.bucket)),
    check.site(paths.keys),
    check.site(paths.formerKeys),
    check.site(paths.checkpoint),
  ]);
  // A file that is missing or cut short says nothing about a code: it must not read as "never issued".
  if (bucket?.length !== toBucketBytes(check.description.shape))
    throw new Error('an answer file is missing or truncated');
  const slot = await openBucket(cryptography, check.description.shape, place.key, bucket);
  const sealed = slot === null ? null : await unpack(inflate, slot);
  if (slot === null || sealed === null) return { kind: 'unknown' };
  const { domains } = sealed.record;
  const isRecipient = openRecipients(sealed.record, await openRecipientMark(cryptography, runtime, check.code));
  const issuedTo = findIssuedTo({ domains, isRecipient }, check.domain);
  if (issuedTo === 'address-asked') return { kind: 'address-asked' };
  if (issuedTo === null) return { kind: 'other-domain', asked: domains.length === 0 ? 'address' : 'domain' };
  const { sha256Hex } = runtime;
  const { wavePath, inclusion, consistency, partyPath } = slot;
  const files = { keys, formerKeys, checkpoint, wavePath, inclusion, consistency, partyPath };
  const { verifyEd25519 } = cryptography;
  const proof = await proveNotice({ sha256Hex, verifyEd25519 }, sealed, files, isRecipient);
  const notice = toIssued(sealed, issuedTo, proof, check.now);
  const { status } = sealed;
  if (status.state === 'withdrawn')
    return { kind: 'withdrawn', notice, at: status.at, isMisdirected: status.isMisdirected };
  if (isContradicted(proof, check.fingerprints)) return { kind: 'unproved', notice };
  const issued = toIssuedText(sealed, proof);
  if (check.received === null) return { kind: 'issued', notice, issued };
  const { compareGiven } = await import('./comparison.ts');
  const missing = listMissing(notice, check.fingerprints, check.isDomainGiven);
  const { domain } = check.description;
  return compareGiven(tools, { sealed, notice, issued, isRecipient, missing, domain }, check.received);
}

/** What two people approved and the log holds; nothing where one of these is not shown. */
function toIssuedText({ record, text, addresses, found }: SealedNotice, proof: NoticeProof): IssuedText | null {
  if (proof.approvals !== 'passed' || proof.log !== 'passed' || proof.text !== 'passed') return null;
  const { subject, language } = record;
  const lineCount = text.replace(/\n$/, '').split('\n').length;
  const { total = null } = record.addresses ?? {};
  const affected = total === null ? null : { total, list: addresses?.list ?? null };
  return {
    subject,
    text,
    language,
    digest: record.text,
    lineCount,
    addresses: affected,
    found: toIssuedFound(record, found),
  };
}

function toIssuedFound({ found: recorded }: SealedNotice['record'], found: SealedNotice['found']): IssuedText['found'] {
  if (recorded === undefined) return null;
  if (found === null) return { total: recorded.total, list: null };
  const { messages, sensitive } = found;
  return { total: recorded.total, list: { messages, sensitive } };
}

async function unpack(inflate: Inflate, slot: SlotContent): Promise<SealedNotice | null> {
  const bytes = await inflate(slot.deflated, SEALED_BYTES);
  return bytes === null ? null : readSealedNotice(bytes);
}

function toIssued(
  sealed: SealedNotice,
  issuedTo: IssuedNotice['issuedTo'],
  proof: NoticeProof,
  now: Instant,
): IssuedNotice {
  const { record, status, built } = sealed;
  return {
    issuedTo,
    issued: readInstant(record.issued) ?? 0,
    kind: record.kind,
    ordinal: sealed.ordinal,
    follows: sealed.follows,
    supersededAt: status.state === 'superseded' ? status.at : null,
    asOf: built,
    isRecent: built !== null && now - built <= RECENT_SECONDS,
    entry: sealed.entry.position,
    printed: sealed.printed,
    proof,
  };
}

function isContradicted(proof: NoticeProof, fingerprints: NoticeCheck['fingerprints']): boolean {
  if ([proof.approvals, proof.log, proof.text, proof.counted].includes('failed')) return true;
  if (fingerprints === null || fingerprints === 'by-reader' || proof.fingerprint === null) return false;
  return !fingerprints.includes(proof.fingerprint) && !isFormerKey(proof, fingerprints);
}

/** The reader knows the key set in force, and the notice was approved by one before it. */
function isFormerKey({ fingerprint, inForce }: NoticeProof, vouched: readonly string[]): boolean {
  return (
    inForce !== null && fingerprint !== inForce && vouched.includes(inForce) && !vouched.includes(fingerprint ?? '')
  );
}

function listMissing(
  { proof, isRecent }: IssuedNotice,
  fingerprints: NoticeCheck['fingerprints'],
  isDomainGiven: boolean,
): readonly MissingProof[] {
  const missing: MissingProof[] = [];
  if (proof.approvals === 'missing') missing.push('approvals');
  if (proof.log === 'missing') missing.push('log');
  if (fingerprints === null) missing.push('key');
  else if (fingerprints !== 'by-reader' && isFormerKey(proof, fingerprints)) missing.push('former-key');
  if (!isRecent) missing.push('recent');
  if (!isDomainGiven) missing.push('domain');
  return missing;
}
