import { readBase64Url } from '@candor/core/ledger';
import { MAX_OBJECTS_TOGETHER } from '@candor/core/review/access';
import { MAX_NOTE_CHARS } from '@candor/core/review/note';
import { isFingerprint } from '@candor/core/review/seal';
import { z } from 'zod';
import { MAX_WRAPPED_CHARS, releasePapers } from '../index.ts';

const MAX_DOCUMENT_CHARS = 8192;
const MAX_SIGNATURE_CHARS = 100;
const MAX_FIELD_CHARS = 16_384;
/** 16 bytes: nobody can guess the place of another person's keys. */
const PLACE_BYTES = 16;

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const after = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0);
const text = z.string().max(MAX_FIELD_CHARS);
const wrapped = z.string().max(MAX_WRAPPED_CHARS);
const place = z.string().refine((given) => readBase64Url(given)?.length === PLACE_BYTES);
/** Distinct digests, separated by commas. */
const severalDigests = z
  .string()
  .regex(new RegExp(`^[0-9a-f]{64}(?:,[0-9a-f]{64}){0,${MAX_OBJECTS_TOGETHER - 1}}$`))
  .transform((joined) => joined.split(','))
  .refine((digests) => new Set(digests).size === digests.length);

/** Answers of browser authenticators. Extension results stay in the browser: the PRF result would be the key itself. */
const credential = {
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  authenticatorAttachment: text.optional(),
  clientExtensionResults: z.strictObject({}),
};
const registration = z.strictObject({
  ...credential,
  response: z.strictObject({
    clientDataJSON: text,
    attestationObject: text,
    authenticatorData: text.optional(),
    transports: z.array(text).max(10).optional(),
    publicKeyAlgorithm: z.int().optional(),
    publicKey: text.optional(),
  }),
});
const authentication = z.strictObject({
  ...credential,
  response: z.strictObject({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: text.nullable().optional(),
  }),
});

/** Bodies, queries and path parts of the portal. Unknown keys are refused. */
export const portalRequests = {
  /** An enrollment, an enquiry, or a reviewer's request. */
  signedDocument: z.strictObject({
    document: z.string().max(MAX_DOCUMENT_CHARS),
    signature: z.string().max(MAX_SIGNATURE_CHARS),
  }),
  signedNote: z.strictObject({
    document: z.string().max(MAX_NOTE_CHARS),
    signature: z.string().max(MAX_SIGNATURE_CHARS),
  }),
  signIn: z.strictObject({ response: authentication }),
  registerPasskey: z.strictObject({
    response: registration,
    wrapped: wrapped.nullable(),
    place: place.nullable().optional(),
  }),
  /**
   * Names the digest of the replaced version: of two devices that write at once, the second must first read what the
   * first wrote.
   */
  wrappedKeys: z.strictObject({ wrapped, replaces: digest }),
  recovery: z.strictObject({ place }),

  /** Where a list continues. */
  after: z.strictObject({ after }),
  byReviewer: z.strictObject({ reviewer: z.string().refine(isFingerprint) }),
  ofRequest: z.strictObject({ request: digest }),
  ofRelease: z.strictObject({ release: digest }),
  ofPaper: z.strictObject({ release: digest, paper: z.enum(releasePapers) }),
  ofObject: z.strictObject({ release: digest, digest }),
  severalObjects: z.strictObject({ digests: severalDigests }),

  labAnswer: z.strictObject({ request: digest, sealed: z.base64() }),
  labRelease: z.strictObject({ manifest: z.string(), approvals: z.string(), keys: z.string(), proof: z.string() }),
  labStanding: z.strictObject({ standing: z.string() }),
  labTags: z.strictObject({ tags: z.base64() }),
  ofLabObject: z.strictObject({ digest }),
} as const;
