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

const countedLead = z.object({
  kind: z.enum(['session', 'token', 'application', 'address', 'network']),
  value: z.string(),
  records: z.number(),
  undecided: z.number(),
  owner: z.number(),
  /** Undecided records whose user has the same client or session at an own address. */
  ownersOwn: z.number(),
  beforeWindow: z.number(),
  first: z.number(),
  last: z.number(),
  custodians: z.array(z.string()).readonly(),
  users: z.array(z.string()).readonly(),
  addresses: z.array(z.string()).readonly(),
  clients: z.array(z.string()).readonly(),
  kinds: z.record(z.string(), z.number()),
  signals: z
    .array(
      z.object({
        code: z.enum([
          'target-outside',
          'grant',
          'not-the-owner',
          'refused-then-in',
          'too-fast',
          'new-client',
          'session-moved',
          'looks-for-secrets',
          'known-client',
          'before',
          'own-session',
        ]),
        weight: z.enum(['strong', 'weak', 'against']),
        count: z.number(),
        /** Ids of the first ones. */
        records: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
});

/** What to decide first. */
export const leadsAnswer = z.object({
  version: z.number(),
  undecided: z.number(),
  /** The most suspicious comes first. */
  first: z.array(z.object({ lead: countedLead, settles: z.number() })).readonly(),
  /** How many there are: thousands, of which a page shows the first. */
  all: z
    .array(z.unknown())
    .readonly()
    .transform(({ length }) => length),
});
