import { type Json, readInstant, toCanonicalJson } from '@candor/core/base';
import { z } from 'zod';
import { readCanonical } from '../read-canonical.ts';
import { isRecipient } from './age.ts';
import { isFingerprint } from './reviewer-key.ts';
import { readSealedFiles, type SealedFile, toSealedFilesText } from './sealed-files.ts';

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
    /** The organization's messages that quote the party's mail; omitted when zero. */
    readonly quoted?: number | undefined;
    /**
     * Messages that only mention the party, as found by a person; nothing else is disclosed about them. Only existing
     * kinds.
     */
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
  // They are read and written by themselves: of 200,000 a library of shapes takes longer than everything else together.
  objects: z.array(z.never()),
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

/** Maximum length: a manifest of a million messages is 90 MB. */
const MAX_MANIFEST_CHARS = 256 * 1024 * 1024;

const OBJECTS = '"objects":[';

/**
 * The canonical JSON of a manifest (RFC 8785). Objects are inserted where their empty list is; no member's text can
 * contain that place, because quotation marks are escaped.
 */
export function toManifestText(manifest: ReleaseManifest): string {
  const text = toCanonicalJson({ ...manifest, objects: [] } as unknown as Json);
  const at = text.indexOf(OBJECTS) + OBJECTS.length;
  return text.slice(0, at) + toSealedFilesText(manifest.objects) + text.slice(at);
}

/** Reads a manifest that a stranger may have written; null for anything but its one form: sorted, nothing doubled. */
export function readManifest(text: string): ReleaseManifest | null {
  const found = text.indexOf(OBJECTS);
  if (found < 0 || text.length > MAX_MANIFEST_CHARS) return null;
  const start = found + OBJECTS.length;
  const end = text.indexOf(']', start);
  const objects = readSealedFiles(text.slice(start, end));
  const others = text.slice(0, start) + text.slice(end);
  const data = readCanonical(others, { longestChars: MAX_MANIFEST_CHARS, shape, toText: toManifestText });
  if (data === null || objects === null) return null;
  const rises = (names: readonly string[]) => names.every((name, at) => at === 0 || (names[at - 1] ?? '') < name);
  const sorted = rises(data.grants.map((grant) => grant.reviewer)) && rises(data.domains);
  return sorted ? { ...data, objects } : null;
}
