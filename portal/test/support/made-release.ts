import { gzipSync } from 'node:zlib';
import {
  makeGrant,
  makeSealingKey,
  packIndex,
  type ReviewerKey,
  sealContent,
  sealTo,
  toIndexText,
  toManifestText,
} from '@candor/core/review/seal';
import { sha256Hex } from './caller.ts';

/**
 * A release as the lab would push it. Its approvals and proof are not those of anybody: the portal hands them on and
 * believes nothing.
 */
export interface MadeRelease {
  readonly release: string;
  readonly papers: {
    readonly manifest: string;
    readonly approvals: string;
    readonly keys: string;
    readonly proof: string;
  };
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly index: string;
  readonly objects: readonly string[];
  readonly grants: ReadonlyMap<string, string>;
}

interface MadeOptions {
  readonly number?: number;
  readonly texts?: readonly string[];
  readonly at?: string;
  /** Objects as they are, instead of sealed texts: the portal cannot tell. */
  readonly given?: readonly Uint8Array[] | null;
}

export async function makeRelease(
  party: string,
  reviewers: readonly { readonly key: ReviewerKey; readonly fingerprint: string }[],
  {
    number = 1,
    texts = ['Dear Kim, the drawings.', 'Dear Lee, the invoice.'],
    at = '2001-10-05T08:00:00Z',
    given = null,
  }: MadeOptions = {},
): Promise<MadeRelease> {
  const vault = await makeSealingKey();
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const sealed = given ?? (await Promise.all(texts.map((text) => sealContent(vault.recipient, encode(text)))));
  const index = await sealTo(vault.recipient, packIndex(toIndexText([]), gzipSync));
  const scope = { incident: 'harbor-2001', party };
  const grants = await Promise.all(
    reviewers.map(async ({ key, fingerprint }) => ({
      reviewer: fingerprint,
      bytes: await makeGrant({ ...scope, reviewer: fingerprint }, vault, key.age),
    })),
  );
  const files = new Map(
    [index, ...sealed, ...grants.map(({ bytes }) => bytes)].map((bytes) => [sha256Hex(bytes), bytes]),
  );
  const toFile = (bytes: Uint8Array) => ({ digest: sha256Hex(bytes), size: bytes.length });
  const rising = <T>(list: readonly T[], name: (member: T) => string): T[] =>
    [...list].sort((a, b) => (name(a) < name(b) ? -1 : 1));
  const manifest = toManifestText({
    v: 1,
    kind: 'release',
    ...scope,
    organization: 'Harbor Energy',
    release: number,
    supersedes: null,
    domains: [party],
    exposure: { version: 1, digest: '0'.repeat(64) },
    vault: vault.recipient,
    index: toFile(index),
    objects: rising(sealed.map(toFile), ({ digest }) => digest),
    grants: rising(
      grants.map(({ reviewer, bytes }) => ({ reviewer, digest: sha256Hex(bytes) })),
      ({ reviewer }) => reviewer,
    ),
    figures: { releasable: sealed.length, bulk: 0, held: 0, withheld: 0 },
    at,
  });
  return {
    release: sha256Hex(manifest),
    papers: { manifest, approvals: '[]', keys: '{}', proof: 'none' },
    files,
    index: sha256Hex(index),
    objects: sealed.map(sha256Hex),
    grants: new Map(grants.map(({ reviewer, bytes }) => [reviewer, sha256Hex(bytes)])),
  };
}
