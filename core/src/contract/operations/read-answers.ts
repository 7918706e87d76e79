import { z } from 'zod';

/** What was read, a file each. */
export const custodyAnswer = z
  .array(
    z.object({
      path: z.string(),
      purpose: z.enum(['mailbox', 'access', 'arrivals', 'folders', 'directory']),
      custodian: z.string().nullable(),
      format: z.string(),
      /** Bytes. */
      size: z.number(),
      /** Null: the file could not be opened. */
      sha256: z.string().nullable(),
      /** Null: no digest was noted at acquisition. */
      asAcquired: z.boolean().nullable(),
    }),
  )
  .readonly();

/** Waves, oldest first, and what became of their notices. */
export const wavesAnswer = z
  .array(
    z.object({
      wave: z.number(),
      kind: z.string(),
      state: z.enum(['preparing', 'composed', 'approved', 'sending', 'paused', 'discarded']),
      version: z.number(),
      madeAt: z.number(),
      madeBy: z.string(),
      /** Null: it cannot be said that two people approved it. */
      approved: z.object({ value: z.array(z.string()).readonly() }).nullable(),
      notices: z.number(),
      told: z.object({
        prepared: z.number(),
        sent: z.number(),
        returned: z.number(),
        posted: z.number(),
        /** Null: no bounces were read. */
        readUntil: z.number().nullable(),
      }),
      uncertain: z.number(),
    }),
  )
  .readonly();

/** Every figure, counted again, and how. */
export const figuresAnswer = z.object({
  exposure: z.object({ version: z.number(), digest: z.string(), curation: z.number() }),
  rules: z.object({ exposure: z.string(), figures: z.number() }),
  /** Entries in the log. */
  size: z.number(),
  figures: z
    .array(
      z.object({
        name: z.string(),
        value: z.union([z.number(), z.string(), z.null(), z.record(z.string(), z.number())]),
        formula: z.string(),
        version: z.number(),
      }),
    )
    .readonly(),
  notified: z.discriminatedUnion('is', [
    z.object({ is: z.literal('stated'), words: z.string() }),
    z.object({ is: z.literal('not-stated'), because: z.string() }),
  ]),
});

/** One person and one kind of personal data. */
export const peopleAnswer = z
  .array(
    z.object({
      relation: z.enum(['own', 'correspondent', 'text', 'unnamed']),
      party: z.string(),
      country: z.string(),
      name: z.string(),
      addresses: z.array(z.string()).readonly(),
      kind: z.string(),
      messages: z.number(),
      values: z.number(),
      /** Empty: beside nobody's name. */
      person: z.string(),
      region: z.string(),
      isMinor: z.boolean(),
      /** `text`: beside the name. `headers`: in a message of this person, beside nobody's name. */
      basis: z.enum(['text', 'headers', '']),
    }),
  )
  .readonly();
