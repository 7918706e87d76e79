import { z } from 'zod';

export const LISTED_VERDICTS = [
  'accessed',
  'presumed',
  'partial',
  'possible',
  'undetermined',
  'no-evidence',
  'absent',
] as const;

const verdict = z.enum(LISTED_VERDICTS);

/** Mailboxes of the newest version, in the order of the incident file. */
export const mailboxesAnswer = z.object({
  version: z.number(),
  mailboxes: z
    .array(
      z.object({
        custodian: z.string(),
        /** Null: the version was made before this was kept. */
        copies: z.record(verdict, z.number()).nullable(),
      }),
    )
    .readonly(),
});

/** Some of the copies that a person asked for. */
export const copiesAnswer = z.object({
  version: z.number(),
  /** Copies that match, of which `rows` are some. */
  total: z.number(),
  rows: z
    .array(
      z.object({
        custodian: z.string(),
        location: z.string(),
        folder: z.string().nullable(),
        messageId: z.string().nullable(),
        /** Null: nothing says when it arrived. */
        arrived: z.number().nullable(),
        verdict,
        codes: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
});

const record = z.object({
  id: z.string(),
  time: z.string(),
  operation: z.string(),
  labelText: z.string(),
  /** File and row. */
  sources: z.array(z.string()).readonly(),
});

/** Why copies have their verdicts. Their texts are for nobody here. */
export const explainedAnswer = z
  .array(
    z.object({
      custodian: z.string(),
      location: z.string(),
      folder: z.string().nullable(),
      messageId: z.string().nullable(),
      arrived: z.string().nullable(),
      verdict,
      words: z.string(),
      reasons: z
        .array(
          z.object({
            rule: z.string(),
            code: z.string(),
            text: z.string(),
            records: z.array(record).readonly(),
            more: z.number(),
            gaps: z.array(z.string()).readonly(),
            moreGaps: z.number(),
          }),
        )
        .readonly(),
    }),
  )
  .readonly();
