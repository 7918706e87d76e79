import { z } from 'zod';

const band = z.object({
  from: z.number(),
  to: z.number(),
  is: z.enum(['recorded', 'claimed', 'gap']),
  /** Null unless it is a gap. */
  gap: z.string().nullable(),
});

/** What happened when. Instants are seconds, days are seconds of their midnight in UTC. */
export const timelineAnswer = z.object({
  version: z.number(),
  at: z.number(),
  window: z.object({ from: z.number(), to: z.number() }),
  /** What a picture shows: the window, the intruder's acts, and some days around them. */
  period: z.object({ from: z.number(), to: z.number() }),
  /** Null: the version was made before days were kept; a run keeps them. */
  days: z
    .object({
      acts: z
        .array(z.object({ day: z.number(), kind: z.string(), isUndecided: z.boolean(), records: z.number() }))
        .readonly(),
      /** A day is null where nothing says when copies arrived. */
      copies: z.array(z.object({ day: z.number().nullable(), verdict: z.string(), copies: z.number() })).readonly(),
    })
    .nullable(),
  /** The intruder's first and last record; null: it has none. */
  firstAct: z.number().nullable(),
  lastAct: z.number().nullable(),
  /** Mailboxes with an act, an undecided record or a gap; those with acts first. */
  mailboxes: z
    .array(
      z.object({
        name: z.string(),
        /** False: a mailbox that records name and no evidence holds. */
        isSupplied: z.boolean(),
        bands: z.array(band).readonly(),
        acts: z.array(z.object({ day: z.number(), isUndecided: z.boolean(), records: z.number() })).readonly(),
      }),
    )
    .readonly(),
  /** Mailboxes beyond those that are listed. */
  others: z.number(),
  /** Exposures and waves that were made, oldest first. */
  made: z
    .array(
      z.object({
        at: z.number(),
        what: z.enum(['exposure', 'wave']),
        /** Version of the exposure, number of the wave. */
        number: z.number(),
        /** False: a wave that two people have not approved. */
        isDone: z.boolean(),
      }),
    )
    .readonly(),
  /** Soonest first. */
  clocks: z
    .array(z.object({ what: z.enum(['authority', 'update', 'delay']), at: z.number(), isPast: z.boolean() }))
    .readonly(),
  /** When the organization became aware; null: nobody said, so the authority's 72 hours stand still. */
  aware: z.number().nullable(),
});
