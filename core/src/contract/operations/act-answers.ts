import { z } from 'zod';

/** The decision that an act made: its number in the chain. */
const decision = z.object({ number: z.number(), by: z.string(), isSigned: z.boolean() });

/** A curation of parties. */
export const curatedAnswer = z.object({
  /** It is undone by this number. */
  sequence: z.number(),
  decision,
});

/** A decision about findings, by value, sender, detector or kind. */
export const judgedAnswer = z.object({
  sequence: z.number(),
  /** Findings that it is about now. */
  findings: z.number(),
  decision,
});

/** Persons that were merged or split. */
export const joinedAnswer = z.object({
  sequence: z.number(),
  /** Mentions of these persons. */
  mentions: z.number().nullable(),
  decision,
});

/** A decision about findings that was taken back. */
export const undoneAnswer = z.object({ sequence: z.number(), of: z.number().nullable(), decision });

/** A delay, or a party or address that is never written to. Times are UTC seconds. */
export const heldAnswer = z.object({
  id: z.number(),
  party: z.string().nullable(),
  contact: z.string().nullable(),
  until: z.number().nullable(),
  /** Notices that went out, or may have. */
  told: z.number(),
  /** Approved ones of which nothing was sent yet. */
  waiting: z.number(),
  decision,
});

export const holdEndedAnswer = z.object({ id: z.number(), endedAt: z.number().nullable(), decision });

/** What a party contests, and what was answered. */
export const disputeAnswer = z.object({
  id: z.number(),
  party: z.string(),
  notice: z.number().nullable(),
  claim: z.string(),
  openedBy: z.string(),
  openedAt: z.number(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: z.number().nullable(),
});

/** An enquiry without a code, with the drafted answer. */
export const enquiryAnswer = z.object({
  id: z.number(),
  domain: z.string(),
  contact: z.string(),
  proof: z.string(),
  state: z.enum(['asked', 'open', 'drafted', 'answered', 'refused']),
  /** Null: no answer is drafted. */
  digest: z.string().nullable(),
  entry: z.number().nullable(),
});

/** Letters that were posted, or do not count any more. */
export const postingAnswer = z.object({ posting: z.number(), wave: z.number(), letters: z.number() });
