import { type Json, toCanonicalJson } from '@candor/core/base';
import { z } from 'zod';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

const message = z.strictObject({
  id: digest,
  object: digest,
  verdict: z.enum(['accessed', 'presumed', 'partial', 'possible', 'undetermined']),
  why: z.array(z.strictObject({ code: z.string(), sentence: z.string(), times: z.array(z.string()) })),
  date: z.string().nullable(),
  subject: z.string(),
  from: z.array(z.string()),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  direction: z.enum(['sent', 'received', 'both', 'copied']),
  custodians: z.array(z.string()),
  attachments: z.array(z.strictObject({ digest, name: z.string(), size: z.int().min(0), type: z.string() })),
  marks: z.array(z.enum(['fraud', 'bulk', 'secret'])),
});

const shape = z.strictObject({ v: z.literal(1), messages: z.array(message) });

/** What a reviewer sees of a message before it is opened (docs/formats/release.md, Index). Every text is some sender's. */
export type IndexedMessage = z.infer<typeof message>;

/** Sorted by date, those without one first, then by id. */
export function toIndexText(messages: readonly IndexedMessage[]): string {
  const sorted = [...messages].sort((a, b) => compare(a.date ?? '', b.date ?? '') || compare(a.id, b.id));
  return toCanonicalJson({ v: 1, messages: sorted as unknown as Json });
}

/** Null for anything but the form above. */
export function readIndex(text: string): readonly IndexedMessage[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  return shape.safeParse(value).data?.messages ?? null;
}

/** Dates of one form and digests: the order of their characters. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
