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

const evidenceCounts = () => z.object({ logs: z.number(), mailboxes: z.number(), bytes: z.number() });

/** What a run would read. */
export const arrivalsAnswer = z.object({
  /** The newest exposure; null: there is none yet. */
  version: z.number().nullable(),
  /** The number of the exposure that a run makes if it differs from the newest. */
  next: z.number(),
  /** Why a run would be refused; empty: it would begin. */
  refusals: z.array(z.string()).readonly(),
  /** The incident file is another one than the newest exposure was judged from. */
  isFileChanged: z.boolean(),
  /** Never judged before. */
  fresh: evidenceCounts(),
  /** Changed since it was judged: at most these bytes are read again. */
  again: evidenceCounts(),
  /** Logs that the newest exposure was judged from and that are missing. */
  gone: z.number(),
  /** Logs and mailboxes in the evidence folder that the incident file does not name. */
  unnamed: z.number(),
  /** False: there are more files than were looked at. */
  isWhole: z.boolean(),
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

/** What a folder of evidence holds, before anything is written. */
export const folderLookAnswer = z.object({
  id: z.string(),
  mailboxes: z
    .array(
      z.object({
        custodian: z.string(),
        evidence: z.string(),
        /** Null: its messages do not say it. */
        address: z.string().nullable(),
        /** Null: no log names it. */
        guid: z.string().nullable(),
        folders: z.string().nullable(),
        archiveOf: z.string().nullable(),
      }),
    )
    .readonly(),
  access: z.array(z.object({ file: z.string(), first: z.number().nullable(), last: z.number().nullable() })).readonly(),
  directory: z.string().nullable(),
  domains: z.array(z.string()).readonly(),
  notes: z.array(z.string()).readonly(),
});

/** Without the place of the file that was written. */
export const initAnswer = z.object({
  mailboxes: z.number(),
  accessFiles: z.number(),
  notes: z.array(z.string()).readonly(),
});
