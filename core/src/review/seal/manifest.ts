import { type Json, readInstant, toCanonicalJson } from '@candor/core/base';
import { z } from 'zod';
import { readOneForm } from '../one-form.ts';
import { isRecipient } from './age.ts';
import { isFingerprint } from './reviewer-key.ts';

/** Sealed bytes by their digest. */
export interface SealedFile {
  /** SHA-256, lower-case hex. */
  readonly digest: string;
  readonly size: number;
}

/** What a release holds and for whom: what two people approve (docs/formats/release.md). */
export interface ReleaseManifest {
  readonly v: 1;
  readonly kind: 'release';
  readonly incident: string;
  readonly organization: string;
  readonly release: number;
  readonly supersedes: string | null;
  readonly party: string;
  readonly domains: readonly string[];
  readonly exposure: { readonly version: number; readonly digest: string };
  readonly vault: string;
  readonly index: SealedFile;
  readonly objects: readonly SealedFile[];
  readonly grants: readonly { readonly reviewer: string; readonly digest: string }[];
  readonly figures: {
    readonly releasable: number;
    readonly bulk: number;
    readonly held: number;
    readonly withheld: number;
    /** Messages of the organization that quote the party's mail; it stands only where there are any. */
    readonly quoted?: number | undefined;
    /** Messages that only speak of the party, by what a person found; nothing else is told of them. Kinds that there are alone. */
    readonly mentioned?:
      | {
          readonly business?: number | undefined;
          readonly personal?: number | undefined;
          readonly secret?: number | undefined;
        }
      | undefined;
  };
  readonly at: string;
}

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);
const some = z.int().min(1);
const sealedFile = z.strictObject({ digest, size: count });

const shape = z.strictObject({
  v: z.literal(1),
  kind: z.literal('release'),
  incident: z.string(),
  organization: z.string(),
  release: z.int().min(1),
  supersedes: digest.nullable(),
  party: z.string().min(1),
  domains: z.array(z.string().min(1)).min(1),
  exposure: z.strictObject({ version: z.int().min(1), digest }),
  vault: z.string().refine(isRecipient),
  index: sealedFile,
  objects: z.array(sealedFile),
  grants: z.array(z.strictObject({ reviewer: z.string().refine(isFingerprint), digest })),
  figures: z.strictObject({
    releasable: count,
    bulk: count,
    held: count,
    withheld: count,
    quoted: some.optional(),
    mentioned: z
      .strictObject({ business: some.optional(), personal: some.optional(), secret: some.optional() })
      .refine((kinds) => Object.keys(kinds).length > 0)
      .optional(),
  }),
  at: z.string().refine((written) => readInstant(written) !== null),
});

/** A manifest of a party with a million messages is 90 MB; one that is longer is none. */
const LONGEST_MANIFEST_CHARS = 256 * 1024 * 1024;

const NO_OBJECTS = '"objects":[]';

/**
 * The one text of a manifest. Its objects, which may be 200,000, are written here in their canonical form, ten times as fast; no text of a member can hold
 * their place, because a quotation mark in it is escaped.
 */
export function toManifestText(manifest: ReleaseManifest): string {
  const text = toCanonicalJson({ ...manifest, objects: [] } as unknown as Json);
  const objects = manifest.objects.map(
    ({ digest, size }) => `{"digest":${JSON.stringify(digest)},"size":${JSON.stringify(size)}}`,
  );
  const at = text.indexOf(NO_OBJECTS) + NO_OBJECTS.length - 1;
  return text.slice(0, at) + objects.join() + text.slice(at);
}

/** Reads a manifest that a stranger may have written; null for anything but its one form: sorted, nothing doubled. */
export function readManifest(text: string): ReleaseManifest | null {
  const data = readOneForm(text, { longestChars: LONGEST_MANIFEST_CHARS, shape, toText: toManifestText });
  if (data === null) return null;
  const rises = (names: readonly string[]) => names.every((name, at) => at === 0 || (names[at - 1] ?? '') < name);
  const sorted =
    rises(data.objects.map((object) => object.digest)) &&
    rises(data.grants.map((grant) => grant.reviewer)) &&
    rises(data.domains);
  return sorted ? data : null;
}
