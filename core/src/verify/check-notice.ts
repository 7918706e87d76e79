import { type Cryptography, type Instant, type Runtime, readInstant, toALabels } from '@candor/core/base';
import type { ComparedNotice, IssuedNotice, MissingProof, NoticeAnswer } from './answer.ts';
import { toBucketBytes } from './bucket-shape.ts';
import { type Change, toPlainLine, toShown } from './compare/change.ts';
import { toNature } from './compare/change-nature.ts';
import { compareMessage } from './compare/compare-message.ts';
import { findForeignSenders, findInSenderName } from './compare/foreign-sender.ts';
import { type ReceivedContent, type ReceivedMessage, readReceived } from './compare/received-message.ts';
import { toSealedPlace } from './place.ts';
import { type NoticeProof, proveNotice } from './prove-notice.ts';
import { readSealedNotice, type SealedNotice } from './sealed-notice.ts';
import { type SiteDescription, toSitePaths } from './site-description.ts';
import { openBucket, type SlotContent } from './slot.ts';

/** Gives a file of the site by its path below the root; null when the site does not have it. Throws when nobody answers. */
export type SiteAccess = (path: string) => Promise<Uint8Array | null>;

/** Unpacks raw DEFLATE; null for anything else, and for more than `limitBytes`. */
export type Inflate = (bytes: Uint8Array, limitBytes: number) => Promise<Uint8Array | null>;

export interface NoticeCheck {
  /** The sixteen bytes of the code. */
  readonly code: Uint8Array;
  /** The domain of the address that received the notice, as typed. */
  readonly domain: string;
  readonly description: SiteDescription;
  readonly site: SiteAccess;
  /** Null: what was issued under this code, before anything is compared. */
  readonly received: ReceivedContent | null;
  /**
   * The fingerprints that DNS or a person vouches for: of the key set in force, and of those that decided before. `by-reader`: it is shown, and the reader compares it (a page cannot ask DNS). Null: nobody vouched, so
   * nothing is called genuine.
   */
  readonly fingerprints: readonly string[] | 'by-reader' | null;
  /** By the reader's clock. */
  readonly now: Instant;
}

const SEALED_BYTES = 65_536;
/**
 * Sites are built on a schedule of hours. Files older than this, in seconds, are those of a schedule that stands still, or an older copy that
 * somebody serves, which would go on calling genuine what was withdrawn since.
 */
export const RECENT_SECONDS: number = 7 * 24 * 3600;

/** Checks a notice: every step of docs/formats/verify-site.md, in its order. Throws only what `site` throws. */
export async function checkNotice(
  runtime: Runtime,
  cryptography: Cryptography,
  inflate: Inflate,
  check: NoticeCheck,
): Promise<NoticeAnswer> {
  const paths = toSitePaths(check.description);
  const place = await toSealedPlace(cryptography, check.code);
  const [bucket, keys, formerKeys, checkpoint] = await Promise.all([
    check.site(paths.bucket(place.bucket)),
    check.site(paths.keys),
    check.site(paths.formerKeys),
    check.site(paths.checkpoint),
  ]);
  // A file that is missing or cut short says nothing about a code: it must not read as "never issued".
  if (bucket?.length !== toBucketBytes(check.description.shape))
    throw new Error('an answer file is missing or cut short');
  const slot = await openBucket(cryptography, check.description.shape, place.key, bucket);
  const sealed = slot === null ? null : await unpack(inflate, slot);
  if (slot === null || sealed === null) return { kind: 'unknown' };
  const domain = findDomain(sealed.record.domains, check.domain);
  if (domain === null) return { kind: 'other-domain' };
  const proof = await proveNotice({ sha256Hex: runtime.sha256Hex, verifyEd25519: cryptography.verifyEd25519 }, sealed, {
    keys,
    formerKeys,
    checkpoint,
    wavePath: slot.wavePath,
    inclusion: slot.inclusion,
    consistency: slot.consistency,
  });
  const notice = toIssued(sealed, domain, proof, check.now);
  const { status } = sealed;
  if (status.state === 'withdrawn')
    return { kind: 'withdrawn', notice, at: status.at, isMisdirected: status.isMisdirected };
  if (isContradicted(proof, check.fingerprints)) return { kind: 'unproved', notice };
  if (check.received === null) return { kind: 'issued', notice };
  const received = readReceived(runtime, check.received);
  if ('unreadable' in received) return { kind: 'unreadable', notice, why: received.unreadable };
  return compare(sealed, notice, received, check);
}

function compare(
  sealed: SealedNotice,
  notice: IssuedNotice,
  received: ReceivedMessage,
  { description, fingerprints }: NoticeCheck,
): NoticeAnswer {
  const { record, text } = sealed;
  const named = findInSenderName(received.header?.shownFrom ?? '', description.domain, description.organization);
  const comparison = compareMessage({ subject: record.subject, text, dates: sealed.dates }, received);
  const compared: ComparedNotice = {
    subject: record.subject,
    text,
    digest: record.text,
    lineCount: text.replace(/\n$/, '').split('\n').length,
    notes: comparison.notes,
    additions: comparison.additions,
  };
  const changes: readonly Change[] = [
    ...comparison.changes,
    ...(named === null
      ? []
      : [{ place: 'header', nature: toNature('', named), issued: null, received: toPlainLine(named) } as const]),
  ];
  const foreign = findForeignSenders(received, description.domain);
  if (comparison.changes.length > 0 || (named !== null && foreign.domains.length === 0))
    return { kind: 'changed', notice, compared, changes };
  if (foreign.domains.length > 0)
    return { kind: 'other-sender', notice, compared, from: toShown(received.header?.shownFrom ?? ''), ...foreign };
  if (notice.supersededAt !== null) return { kind: 'superseded', notice, compared, at: notice.supersededAt };
  const missing = listMissing(notice, fingerprints);
  if (missing.length > 0) return { kind: 'incomplete', notice, compared, missing };
  return { kind: comparison.additions.length > 0 ? 'added' : 'genuine', notice, compared };
}

async function unpack(inflate: Inflate, slot: SlotContent): Promise<SealedNotice | null> {
  const bytes = await inflate(slot.deflated, SEALED_BYTES);
  return bytes === null ? null : readSealedNotice(bytes);
}

/** The record's domain that the typed one is, or is below. */
function findDomain(domains: readonly string[], typed: string): string | null {
  const name = typed.trim().toLowerCase().replace(/^.*@/, '').replace(/\.$/, '');
  const asked = toALabels(name);
  return domains.find((domain) => asked === domain || asked.endsWith(`.${domain}`)) ?? null;
}

function toIssued(sealed: SealedNotice, domain: string, proof: NoticeProof, now: Instant): IssuedNotice {
  const { record, status, built } = sealed;
  return {
    domain,
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
  if (proof.approvals === 'failed' || proof.log === 'failed' || proof.text === 'failed') return true;
  if (fingerprints === null || fingerprints === 'by-reader' || proof.fingerprint === null) return false;
  return !fingerprints.includes(proof.fingerprint);
}

function listMissing(
  { proof, isRecent }: IssuedNotice,
  fingerprints: NoticeCheck['fingerprints'],
): readonly MissingProof[] {
  const missing: MissingProof[] = [];
  if (proof.approvals === 'missing') missing.push('approvals');
  if (proof.log === 'missing') missing.push('log');
  if (fingerprints === null) missing.push('key');
  if (!isRecent) missing.push('recent');
  return missing;
}
