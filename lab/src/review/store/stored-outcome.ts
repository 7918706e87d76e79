import type { DescribedMessage } from '@candor/core/review/described';
import { z } from 'zod';
import { guardOf, objectOf } from '../../adapters/store/schema-guard.ts';
import type { HeldReason } from '../projection-task.ts';

/** Reasons of later and earlier versions are read as they are: they are only counted and shown. */
const heldReason = z.custom<HeldReason>((value) => typeof value === 'string');

const outcome = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('sealed'),
    attached: z.boolean(),
    messages: z.array(z.string()).readonly(),
    /** Attachment places are the IMAP part numbers in the copy. */
    parts: z.array(z.string()).readonly().optional(),
  }),
  z.object({ is: z.literal('held'), because: heldReason }),
  z.object({ is: z.literal('withheld'), because: z.string() }),
]);

/** What became of one copy for one vault; kept, so that the evidence need not be read again for it. */
export type StoredOutcome = z.infer<typeof outcome>;

export const isOutcome = guardOf(outcome);

const attachment = z.object({ digest: z.string(), name: z.string(), size: z.number(), type: z.string() });

export const describedSchema = objectOf<DescribedMessage>({
  subject: z.string(),
  date: z.string().nullable(),
  from: z.array(z.string()),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  direction: z.enum(['both', 'copied', 'received', 'sent']),
  attachments: z.array(attachment),
});
