import { z } from 'zod';

/** Copies or messages by verdict. */
const perVerdict = () =>
  z.object({
    accessed: z.number(),
    presumed: z.number(),
    partial: z.number(),
    possible: z.number(),
    undetermined: z.number(),
    'no-evidence': z.number(),
    absent: z.number(),
  });

const partyCounts = () => z.object({ organization: z.number(), person: z.number(), list: z.number() });

/** What keeps the number of parties from being all of them. */
const bars = z.object({
  mailboxes: z.array(z.string()).readonly(),
  notSupplied: z.number(),
  emptyLogs: z.array(z.string()).readonly(),
});

const toNotify = z.discriminatedUnion('state', [
  z.object({ state: z.literal('all'), said: z.object({ value: partyCounts() }) }),
  z.object({ state: z.literal('at-least'), counts: partyCounts(), bars }),
  z.object({ state: z.literal('unknown'), because: z.string() }),
]);

const notified = z.object({
  value: z.object({
    prepared: z.number(),
    sent: z.number(),
    returned: z.number(),
    posted: z.number(),
    notified: z.number(),
    readUntil: z.number().nullable(),
  }),
});

const need = z.object({ kind: z.string(), subject: z.string(), text: z.string(), command: z.string() });

/** Where an incident stands. */
export const statusAnswer = z.object({
  at: z.number(),
  summary: z.object({
    incident: z.string(),
    organization: z.string(),
    version: z.number(),
    digest: z.string(),
    rules: z.string(),
    evidence: z.object({
      mailboxes: z.number(),
      files: z.number(),
      bytes: z.number(),
      quarantinedBytes: z.number(),
      copies: z.number(),
      messages: z.number(),
    }),
    audit: z.object({ files: z.number(), records: z.number(), attribution: z.record(z.string(), z.number()) }),
    copies: perVerdict(),
    messages: perVerdict(),
    gaps: z.array(z.object({ custodian: z.string(), kind: z.string(), from: z.string(), to: z.string() })).readonly(),
    alerts: z.object({ afterContainment: z.object({ count: z.number(), last: z.number().nullable() }) }),
    needs: z.array(need).readonly(),
  }),
  toNotify,
  notified,
  isLookedAt: z.boolean(),
});

/** Is the intruder still there? */
export const alertsAnswer = z.object({
  afterContainmentCount: z.number(),
  afterContainment: z
    .array(
      z.object({
        id: z.string(),
        time: z.string(),
        operation: z.string(),
        labelText: z.string(),
        sources: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
  suggestedSessions: z
    .array(
      z.object({
        session: z.string(),
        records: z.number(),
        first: z.number(),
        last: z.number(),
        address: z.string(),
      }),
    )
    .readonly(),
});
