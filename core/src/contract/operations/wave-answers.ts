import { z } from 'zod';

/** What a notice can have in common with the one before it. */
export const LISTED_CHANGES = ['first', 'more', 'less', 'none'] as const;
/** A notice's place in the order in which a person should look at deliveries. */
const LISTED_OUTCOMES = [
  'uncertain',
  'returned',
  'deferred',
  'held-back',
  'under-way',
  'prepared',
  'settled',
  'carried-over',
  'sent',
] as const;

const texts = z.array(z.string()).readonly();
const tally = z.array(z.object({ of: z.string(), count: z.number() })).readonly();

/** Messages by verdict, as a notice states them. */
const figures = z.object({
  accessed: z.number(),
  presumed: z.number(),
  partial: z.number(),
  possible: z.number(),
  undetermined: z.number(),
});

/** Why an operator cannot be the next one who approves. */
const mayNot = z.discriminatedUnion('is', [
  z.object({ is: z.literal('approved') }),
  z.object({ is: z.literal('own-mailbox'), mailbox: z.string() }),
  /** Prepared it, and there are enough others. */
  z.object({ is: z.literal('composed') }),
]);

const gate = z.object({
  at: z.number(),
  isPassed: z.boolean(),
  /** Null: the probe did not arrive. */
  authentication: z.object({ spf: z.string(), dkim: z.string(), dmarc: z.string() }).nullable(),
  /** Null: no filter is configured. */
  spam: z.object({ score: z.number(), limit: z.number() }).nullable(),
  to: z.string(),
  findings: z
    .array(
      z.object({
        code: z.string(),
        weight: z.enum(['refuses', 'warns']),
        text: z.string(),
        record: z.string().nullable(),
      }),
    )
    .readonly(),
});

/** One wave as an approver must see it; its notices are asked for by windows. */
export const waveAnswer = z.object({
  wave: z.number(),
  kind: z.string(),
  state: z.enum(['preparing', 'composed', 'approved', 'sending', 'paused', 'discarded']),
  version: z.number(),
  madeAt: z.number(),
  madeBy: z.string(),
  /** Hex; empty while it is composed. */
  digest: z.string(),
  /** Position in the log; null until two people approved. */
  entry: z.number().nullable(),
  /** Null: it cannot be said that two people approved it. */
  approved: z.object({ value: texts }).nullable(),
  approvals: z.array(z.object({ name: z.string(), at: z.number() })).readonly(),
  /** People who must agree. */
  quorum: z.number(),
  approvers: z.array(z.object({ name: z.string(), mayNot: mayNot.nullable() })).readonly(),
  notices: z.number(),
  organizations: z.number(),
  people: z.number(),
  changes: z.object({ first: z.number(), more: z.number(), less: z.number(), none: z.number() }),
  languages: tally,
  /** Deliveries by the rung of the ladder that their contact is from. */
  contacts: tally,
  deliveries: tally,
  withoutContact: z.number(),
  /** Parties that evidence and incident file alone would notify, and why some are not in the wave. */
  leftOut: z
    .object({
      of: z.number(),
      why: tally,
      /** In none of these rows: nothing new for them, not named, or in another wave. Null: it does not add up. */
      others: z.number().nullable(),
    })
    .nullable(),
  selection: z
    .object({
      parties: z.number(),
      of: z.number(),
      lastSecrets: z.number(),
      /** The number that an approver types; null where decisions take out little. */
      confirm: z.number().nullable(),
      lines: z.number(),
    })
    .nullable(),
  gate: gate.nullable(),
  gateObstacle: z.string().nullable(),
  outcomes: z.object({
    prepared: z.number(),
    sent: z.number(),
    returned: z.number(),
    posted: z.number(),
    /** Null: no bounces were read. */
    readUntil: z.number().nullable(),
  }),
  uncertain: z.number(),
});

/** Some of a wave's notices. */
export const waveNoticesAnswer = z.object({
  total: z.number(),
  rows: z
    .array(
      z.object({
        notice: z.number(),
        party: z.string(),
        name: z.string().nullable(),
        isPerson: z.boolean(),
        kind: z.string(),
        language: z.string(),
        state: z.string(),
        change: z.enum(LISTED_CHANGES),
        figures,
        /** Null: a first notice. */
        before: figures.nullable(),
        /** Messages of which the party is told more than before. */
        rise: z.number(),
        contacts: z.array(z.object({ contact: z.string(), rung: z.string() })).readonly(),
        isGuessed: z.boolean(),
      }),
    )
    .readonly(),
});

/** One notice as its recipient reads it. */
export const waveNoticeAnswer = z.object({
  notice: z.number(),
  wave: z.number(),
  party: z.string(),
  name: z.string().nullable(),
  kind: z.string(),
  language: z.string(),
  state: z.string(),
  from: z.object({ name: z.string(), address: z.string() }),
  to: z.array(z.object({ contact: z.string(), rung: z.string() })).readonly(),
  subject: z.string(),
  /** Lines in pieces; those that the notice before did not have are new. */
  lines: z
    .array(z.object({ pieces: z.array(z.object({ text: z.string(), isChanged: z.boolean() })).readonly() }))
    .readonly(),
  /** When the notice before was issued; null: there is none. */
  since: z.number().nullable(),
  /** The same text on paper. */
  letter: z.object({ sender: texts, recipient: texts, hasAddress: z.boolean(), day: z.string() }),
});

/** Some of a wave's deliveries, what needs a person first. */
export const waveDeliveriesAnswer = z.object({
  total: z.number(),
  rows: z
    .array(
      z.object({
        delivery: z.number(),
        notice: z.number(),
        party: z.string(),
        contact: z.string(),
        rung: z.string(),
        outcome: z.enum(LISTED_OUTCOMES),
        /** The relay's words, or why; null: there are none. */
        said: z.string().nullable(),
        attempts: z.number(),
        changedAt: z.number(),
      }),
    )
    .readonly(),
});

/** Lines of the selection document. */
export const waveSelectionAnswer = z.object({
  sections: tally,
  total: z.number(),
  rows: z.array(z.object({ section: z.string(), text: z.string() })).readonly(),
  /** What differs from the last approved wave; null for the first. */
  since: z.object({ wave: z.number(), added: z.number(), removed: z.number() }).nullable(),
});

/** What this machine says of a wave besides what is signed. */
export const waveWarningsAnswer = z.object({
  warnings: z.array(z.object({ code: z.string(), place: z.string(), text: z.string(), weight: z.string() })).readonly(),
  referee: z.array(z.object({ code: z.string(), text: z.string() })).readonly(),
});

const reply = {
  id: z.number(),
  kind: z.string(),
  from: z.string().nullable(),
  subject: z.string(),
  receivedAt: z.number(),
  about: z.object({ delivery: z.number(), contact: z.string(), party: z.string() }).nullable(),
  seenBy: z.string().nullable(),
  setAside: z.string().nullable(),
  doubt: z.string().nullable(),
};

/** Mail that came back; each text is its writer's. */
export const repliesAnswer = z.array(z.object(reply)).readonly();
export const replyAnswer = z.object({ ...reply, text: z.string() });

export const enquiriesAnswer = z
  .array(
    z.object({
      id: z.number(),
      domain: z.string(),
      contact: z.string(),
      proof: z.string(),
      state: z.string(),
      answer: z.object({ answer: z.enum(['nothing', 'notice']), notice: z.number().nullable() }).nullable(),
      approvals: z.array(z.object({ operator: z.string() })).readonly(),
      entry: z.number().nullable(),
    }),
  )
  .readonly();

const lookedUp = z.object({
  issuedAt: z.number(),
  domains: texts,
  contactDomains: texts,
  kind: z.string(),
  standing: z.enum(['current', 'superseded', 'withdrawn', 'misdirected']),
  since: z.number().nullable(),
});

/** What may be said on the telephone. */
export const lookUpAnswer = z.discriminatedUnion('is', [
  z.object({ is: z.literal('code'), found: lookedUp.nullable() }),
  z.object({ is: z.literal('domain'), domain: z.string(), found: z.array(lookedUp).readonly() }),
  z.object({ is: z.literal('slip'), slip: z.string(), entered: z.number(), groups: z.array(z.number()).readonly() }),
  z.object({ is: z.literal('neither') }),
]);

export const callScriptAnswer = z.object({ script: z.string() });
