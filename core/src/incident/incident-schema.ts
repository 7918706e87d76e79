import { readInstant } from '@candor/core/base';
import { z } from 'zod';
import { clockSchema } from './clock-settings.ts';
import { logSchema, noticeSchema, operatorSchema } from './disclosure-schema.ts';
import { reviewSchema } from './review-settings.ts';
import { watchSchema } from './watch-settings.ts';

// YAML's failsafe schema: every scalar is a text as written, so no id is rounded or becomes a date.

/** The placeholder that `candor init` writes where only a person knows. */
export const PLACEHOLDER = 'TO FILL IN';

const text = z.string().min(1);
const texts = z.array(text);
const time = text.refine((written) => written === PLACEHOLDER || readInstant(written) !== null);

const acquired = z.strictObject({
  by: text.optional(),
  at: text.optional(),
  tool: text.optional(),
  sha256: text.optional(),
});

const flag = z.enum(['true', 'false']);

const mailbox = z.strictObject({
  custodian: text,
  address: text,
  evidence: text,
  guid: text.optional(),
  guids: texts.optional(),
  names: texts.optional(),
  kind: z.enum(['user', 'shared', 'archive', 'group']).optional(),
  folders: text.optional(),
  addresses: texts.optional(),
  delegates: texts.optional(),
  audited: flag.optional(),
  acquired: acquired.optional(),
});

const accessFile = z.strictObject({
  file: text.optional(),
  folder: text.optional(),
  exported: time.optional(),
  covers: z.strictObject({ mailboxes: z.union([text, texts]), from: time, to: time }).optional(),
  acquired: acquired.optional(),
});

const declaredGap = z.strictObject({
  mailbox: text,
  kind: z.enum(['unlicensed', 'audit-off', 'ingestion-off', 'before-retention', 'unsupported', 'bypassed']),
  from: time,
  to: time,
  source: text.optional(),
});

const reach = z.strictObject({
  mailbox: text,
  by: z.enum(['credentials', 'application', 'delegation']),
  from: time.optional(),
  to: time.optional(),
});

/** All keys are required: a person who vouches for an application says why. */
const ownApplication = z.strictObject({ id: text, addresses: texts.min(1), by: text, why: text });

const acceptedRecord = z.strictObject({ record: text, by: text, why: text });

const arrivalLog = z.strictObject({ file: text, source: text.optional() });

/** The shape of incident.yaml, every scalar a text; the meaning is checked later (docs/formats/incident-file.md). */
export const incidentSchema = z.strictObject({
  incident: text,
  organization: z.strictObject({
    name: text,
    domains: texts.min(1),
    addresses: texts.optional(),
    mailboxes: text.optional(),
    applications: z.array(ownApplication).optional(),
  }),
  window: z.strictObject({ start: time, contained: time }),
  mailboxes: z.array(mailbox).min(1),
  access: z.array(accessFile).optional(),
  arrivals: z.array(arrivalLog).optional(),
  coverage: z.array(declaredGap).optional(),
  intruder: z
    .strictObject({
      sessions: texts.optional(),
      tokens: texts.optional(),
      applications: texts.optional(),
      addresses: texts.optional(),
      reach: z.array(reach).optional(),
    })
    .optional(),
  accepted: z.array(acceptedRecord).optional(),
  policy: z
    .strictObject({
      sync: z.enum(['mailbox', 'folder']).optional(),
      gaps: z.enum(['presumed', 'undetermined']).optional(),
      tell: z.enum(['undetermined', 'possible']).optional(),
    })
    .optional(),
  directory: text.optional(),
  interest: z.strictObject({ words: texts.optional(), addresses: texts.optional() }).optional(),
  findings: z.strictObject({ off: flag.optional(), sensitive: flag.optional(), ocr: flag.optional() }).optional(),
  counsel: texts.optional(),
  operators: z.array(operatorSchema).min(1).optional(),
  log: logSchema.optional(),
  notice: noticeSchema.optional(),
  review: reviewSchema.optional(),
  watch: watchSchema.optional(),
  clock: clockSchema.optional(),
});

export type WrittenIncident = z.infer<typeof incidentSchema>;
