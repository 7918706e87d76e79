import { type Cryptography, type Json, type Runtime, type Said, toCanonicalJson } from '@candor/core/base';
import {
  commitEntry,
  hashLeaf,
  readEntry,
  readOpening,
  readProof,
  readVerifierKey,
  toHex,
  verifyCheckpoint,
  verifyInclusion,
} from '@candor/core/ledger';
import {
  type Approval,
  claimApproved,
  digestDocument,
  fingerprintKeySet,
  type KeySet,
  readKeySet,
} from '@candor/core/notice/operator';
import { z } from 'zod';
import { type ReleaseManifest, readManifest, toManifestText } from './manifest.ts';

/** The small files of a release, unverified; null when missing. */
export interface ReleasePapers {
  readonly manifest: string | null;
  readonly approvals: string | null;
  readonly keys: Uint8Array | null;
  readonly proof: string | null;
}

/** What was wrong, first thing first (docs/formats/release.md, Order of checks). */
export type ReleaseErrorCode = 'manifest' | 'keys' | 'approvals' | 'fingerprint' | 'log';

/** A release's position in the log: the checkpoint that proves it, and its entry. */
export interface LogPosition {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly position: number;
}

export type ReleaseVerification =
  | {
      readonly state: 'verified';
      readonly manifest: ReleaseManifest;
      readonly manifestDigest: string;
      readonly approvers: Said<'approved', readonly string[]>;
      readonly fingerprint: string;
      readonly log: LogPosition;
    }
  | { readonly state: 'refused'; readonly flaw: ReleaseErrorCode };

const approvalsShape = z
  .array(z.strictObject({ operator: z.string(), key: z.string(), signature: z.string() }))
  .max(100);

type Primitives = Pick<Runtime, 'sha256Hex'> & Pick<Cryptography, 'sha256' | 'verifyEd25519'>;

/**
 * Checks what a release says of itself, before anything is decrypted: form, two people's approvals, the key set against
 * the fingerprint that the reader knows from notice or DNS, and the log. It says nothing yet of the sealed files: their
 * digests are compared as they are read.
 */
export async function verifyRelease(
  primitives: Primitives,
  papers: ReleasePapers,
  knownFingerprint: string,
): Promise<ReleaseVerification> {
  const refuse = (flaw: ReleaseErrorCode): ReleaseVerification => ({ state: 'refused', flaw });
  const manifest = papers.manifest === null ? null : readManifest(papers.manifest);
  if (manifest === null) return refuse('manifest');
  const keySet = papers.keys === null ? null : readKeySet(papers.keys);
  if (keySet === null) return refuse('keys');
  // A manifest has one form: what was read is its text. With 200,000 objects, writing it again takes longer than
  // opening its index.
  const manifestDigest = toHex(await primitives.sha256(new TextEncoder().encode(papers.manifest ?? '')));
  const logged = toLoggedOf(manifest, manifestDigest);
  const approvers = await findApprovers(primitives, digestDocument(primitives, logged), papers.approvals, keySet);
  if (approvers === null) return refuse('approvals');
  const fingerprint = fingerprintKeySet(primitives, keySet);
  if (fingerprint !== knownFingerprint) return refuse('fingerprint');
  const log = await findInLog(primitives, logged, papers.proof, keySet);
  if (log === null) return refuse('log');
  return { state: 'verified', manifest, manifestDigest, approvers, fingerprint, log };
}

async function findApprovers(
  primitives: Primitives,
  digest: string,
  text: string | null,
  keySet: KeySet,
): Promise<Said<'approved', readonly string[]> | null> {
  const approvals = readApprovals(text);
  const { operators, quorum } = keySet;
  return claimApproved(primitives, { matter: 'release', digest, approvals, operators, quorum });
}

function readApprovals(text: string | null): readonly Approval[] {
  if (text === null) return [];
  try {
    return approvalsShape.safeParse(JSON.parse(text)).data ?? [];
  } catch {
    return [];
  }
}

/** The entry of this very manifest, in the log whose key the key set names. */
async function findInLog(
  primitives: Primitives,
  logged: Json,
  text: string | null,
  keySet: KeySet,
): Promise<LogPosition | null> {
  const proof = text === null ? null : readProof(text);
  const opening = proof?.extra == null ? null : readOpening(new TextDecoder().decode(proof.extra));
  const key = readVerifierKey(primitives, keySet.log);
  if (proof === null || opening === null || key === null || opening.index !== proof.index) return null;
  const entry = readEntry(opening.entry);
  if (entry?.kind !== 'release' || toCanonicalJson(entry.body['document'] ?? null) !== toCanonicalJson(logged))
    return null;
  const verified = await verifyCheckpoint(primitives, new TextEncoder().encode(proof.note), key);
  if (verified === null) return null;
  const leaf = hashLeaf(primitives, commitEntry(primitives, opening.salt, opening.entry));
  if (!verifyInclusion(primitives, { leaf, index: proof.index, path: proof.path }, verified.checkpoint)) return null;
  return { ...verified.checkpoint, position: proof.index };
}

/**
 * What two people approve and the log keeps of a release: its manifest by digest, so that an entry stays small however
 * many messages there are.
 */
export function toLoggedRelease(
  primitives: Pick<Runtime, 'sha256Hex'>,
  manifest: ReleaseManifest,
): { readonly [member: string]: Json } {
  return toLoggedOf(manifest, primitives.sha256Hex(toManifestText(manifest)));
}

function toLoggedOf(
  { incident, party, release }: ReleaseManifest,
  manifestDigest: string,
): { readonly [member: string]: Json } {
  return { v: 1, kind: 'release', incident, party, release, manifest: manifestDigest };
}
