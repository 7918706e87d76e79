import { type Cryptography, Refusal, type Runtime } from '@candor/core/base';
import {
  type IndexedMessage,
  openContent,
  openGrant,
  type ReleaseErrorCode,
  type ReleaseVerification,
  readIndex,
  verifyRelease,
} from '@candor/core/review/seal';
import { nodeGunzip } from '../../adapters/files/deflate.ts';
import { readReleaseFile } from '../../adapters/files/release-file.ts';
import type { OpenReviewerKey } from '../../adapters/keys/reviewer-key.ts';
import { sha256Hex } from '../../adapters/process/runtime.ts';

export type Verified = Extract<ReleaseVerification, { state: 'verified' }>;

/** A release that was verified and whose vault this reviewer can open. Nothing of a message was decrypted yet. */
export interface OpenedRelease {
  readonly verified: Verified;
  readonly index: readonly IndexedMessage[];
  /** Every message that can be opened, in the order of the file; then `damaged` is complete. */
  messages(): AsyncIterable<{ readonly indexed: IndexedMessage; readonly bytes: Uint8Array }>;
  /** These digests name objects that are missing or were altered. */
  readonly damaged: readonly string[];
}

type Primitives = Pick<Runtime, 'sha256Hex'> & Pick<Cryptography, 'sha256' | 'verifyEd25519'>;

/** Code of the refusal, and why. */
const FLAWS: Readonly<Record<ReleaseErrorCode, readonly [code: string, why: string]>> = {
  manifest: ['release-manifest', 'its manifest is not in canonical form'],
  keys: ['release-keys', 'its key set cannot be read'],
  approvals: ['release-approvals', 'it was not approved by two different people of the organization'],
  fingerprint: [
    'release-fingerprint',
    'its keys do not have the fingerprint that you gave. Compare that with your notice and with DNS',
  ],
  log: ['release-log', 'the log does not prove it'],
};

/**
 * Opens a release in the order of docs/formats/release.md: everything is verified before anything is decrypted.
 * @throws Refusal for a release that does not hold, or one that is not for this reviewer.
 */
export async function openRelease(
  primitives: Primitives,
  path: string,
  reviewer: OpenReviewerKey,
  knownFingerprint: string,
): Promise<OpenedRelease> {
  const found = await collect(path, reviewer.fingerprint);
  const verification = await verifyRelease(primitives, found.papers, knownFingerprint);
  if (verification.state === 'refused') throw refuse(path, ...FLAWS[verification.flaw]);
  const { manifest } = verification;
  const identity = await openOwnGrant(path, found, verification, reviewer);
  if (found.index === null || !fits(found.index, manifest.index))
    throw refuse(path, 'release-index', 'its index was altered');
  const content = await openContent(identity, found.index);
  const index = content === null ? null : await readIndex(content, nodeGunzip);
  if (index === null) throw refuse(path, 'release-index', 'its index cannot be read');
  const damaged = new Set(manifest.objects.map(({ digest }) => digest));
  return {
    verified: verification,
    index,
    get damaged() {
      return [...damaged].sort();
    },
    messages: async function* () {
      const byObject = new Map(index.map((indexed) => [indexed.object, indexed]));
      const sizes = new Map(manifest.objects.map(({ digest, size }) => [digest, size]));
      for await (const { name, bytes } of readReleaseFile(path)) {
        if (!name.startsWith('objects/')) continue;
        const digest = name.slice('objects/'.length, -'.age'.length);
        const indexed = byObject.get(digest);
        if (indexed === undefined || sizes.get(digest) !== bytes.length || sha256Hex(bytes) !== digest) continue;
        const message = await openContent(identity, bytes);
        if (message === null || sha256Hex(message) !== indexed.id) continue;
        damaged.delete(digest);
        yield { indexed, bytes: message };
      }
    },
  };
}

interface Collected {
  readonly papers: {
    readonly manifest: string | null;
    readonly approvals: string | null;
    readonly keys: Uint8Array | null;
    readonly proof: string | null;
  };
  readonly index: Uint8Array | null;
  readonly grant: Uint8Array | null;
}

async function collect(path: string, fingerprint: string): Promise<Collected> {
  const kept = new Map<string, Uint8Array>();
  for await (const { name, bytes } of readReleaseFile(path)) {
    // Reads to the end: the whole file must be valid before anything is opened.
    if (name.startsWith('objects/')) continue;
    if (!name.startsWith('grants/') || name === `grants/${fingerprint}.age`) kept.set(name, bytes);
  }
  const text = (name: string): string | null => {
    const bytes = kept.get(name);
    return bytes === undefined ? null : new TextDecoder().decode(bytes);
  };
  return {
    papers: {
      manifest: text('manifest.json'),
      approvals: text('approvals.json'),
      keys: kept.get('keys.json') ?? null,
      proof: text('log.proof'),
    },
    index: kept.get('index.age') ?? null,
    grant: kept.get(`grants/${fingerprint}.age`) ?? null,
  };
}

async function openOwnGrant(
  path: string,
  { grant }: Collected,
  { manifest }: Verified,
  reviewer: OpenReviewerKey,
): Promise<string> {
  const granted = manifest.grants.find((one) => one.reviewer === reviewer.fingerprint);
  if (granted === undefined || grant === null) {
    throw refuse(path, 'no-grant', `it holds nothing for your key ${reviewer.fingerprint}. Your nominator can add you`);
  }
  const identity =
    sha256Hex(grant) === granted.digest
      ? await openGrant(reviewer.identity, grant, {
          incident: manifest.incident,
          party: manifest.party,
          reviewer: reviewer.fingerprint,
          vault: manifest.vault,
        })
      : null;
  if (identity === null) throw refuse(path, 'no-grant', 'the key in it for you was altered');
  return identity;
}

function fits(bytes: Uint8Array, { digest, size }: { readonly digest: string; readonly size: number }): boolean {
  return bytes.length === size && sha256Hex(bytes) === digest;
}

function refuse(path: string, code: string, why: string): Refusal {
  return new Refusal(code, [`${path}: this release is refused: ${why}. Nothing was opened`]);
}
