import { type Json, toCanonicalJson } from '@candor/core/base';
import { z } from 'zod';
import type { Delivery, DeliveryEvent } from './delivery.ts';

/** A relay's reply in full, a reason and their syntax are far below this. */
const MAX_LINK_CHARS = 32_768;

/** What changed: an event of a delivery, or what the chain holds besides deliveries. */
export type LinkEvent =
  | DeliveryEvent
  /** Where a delivery of a version without a chain stood, with its attempts until then. */
  | {
      readonly event: 'carried-over';
      readonly was: Delivery;
      readonly attempts: number;
      /** SHA-256 of these attempts as stored, hex. */
      readonly digest: string;
    }
  /** A row of a table that a version without a chain wrote. */
  | { readonly event: 'carried-row'; readonly table: 'gate' | 'posting'; readonly row: number; readonly digest: string }
  /** The gate judged a probe. `result`: SHA-256 of what it said, hex. */
  | { readonly event: 'gate'; readonly isPassed: boolean; readonly row: number; readonly result: string }
  /** Letters were posted, or count as posted no more. `letters`: as in the log's entry. */
  | {
      readonly event: 'posting';
      readonly act: 'posted' | 'taken-back';
      readonly posting: number;
      readonly letters: string;
    };

/** One change, as the chain keeps it (docs/formats/delivery.md). */
export interface DeliveryLink {
  readonly at: number;
  /** Message-ID of the delivery; null for what is about none. */
  readonly delivery: string | null;
  /** Relay with its port, or who settled; null where neither took part. */
  readonly host: string | null;
  readonly who: readonly string[];
  readonly entry: number | null;
  /** Digest of the settings that the gate judged, of the gate and of every final dot. */
  readonly gate: string | null;
  readonly event: LinkEvent;
}

const text = z.string();
const whole = z.int();
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const claim = z.strictObject({ by: text, leaseUntil: whole });
const progress = { attempts: whole, fence: whole, failures: whole, failedAt: whole.nullable() };
const delivery = z.discriminatedUnion('state', [
  z.strictObject({ state: z.enum(['composed', 'approved', 'accepted']), ...progress }),
  z.strictObject({ state: z.enum(['intent', 'data']), claim, ...progress }),
  z.strictObject({ state: z.literal('deferred'), nextAt: whole, reason: text, ...progress }),
  z.strictObject({ state: z.enum(['bounced', 'uncertain', 'inhibited']), reason: text, ...progress }),
]);
const stage = z.enum(['before-dot', 'after-dot']);
const reply = z.strictObject({
  code: whole,
  status: text.nullable(),
  text,
  full: z.exactOptional(text),
});
const event = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('approve') }),
  z.strictObject({ event: z.literal('claim'), by: text, at: whole }),
  z.strictObject({ event: z.literal('data'), fence: whole, at: whole }),
  z.strictObject({ event: z.literal('reply'), fence: whole, stage, reply, at: whole }),
  z.strictObject({ event: z.literal('failure'), fence: whole, stage, reason: text, at: whole }),
  z.strictObject({ event: z.literal('release'), fence: whole }),
  z.strictObject({ event: z.literal('expire'), isSenderGone: z.boolean(), at: whole }),
  z.strictObject({ event: z.literal('inhibit'), reason: text }),
  z.strictObject({ event: z.literal('permit') }),
  z.strictObject({ event: z.literal('returned'), says: z.enum(['failed', 'arrived']), reason: text }),
  z.strictObject({ event: z.literal('forgotten'), attempt: whole }),
  z.strictObject({ event: z.literal('settle'), as: z.enum(['accepted', 'bounced']), reason: text }),
  z.strictObject({ event: z.literal('carried-over'), was: delivery, attempts: whole, digest }),
  z.strictObject({ event: z.literal('carried-row'), table: z.enum(['gate', 'posting']), row: whole, digest }),
  z.strictObject({ event: z.literal('gate'), isPassed: z.boolean(), row: whole, result: digest }),
  z.strictObject({
    event: z.literal('posting'),
    act: z.enum(['posted', 'taken-back']),
    posting: whole,
    letters: digest,
  }),
]);
const shape = z.strictObject({
  v: z.literal(1),
  at: whole,
  delivery: text.nullable(),
  host: text.nullable(),
  who: z.array(text),
  entry: whole.nullable(),
  gate: digest.nullable(),
  event,
});

export function toLinkText(link: DeliveryLink): string {
  return toCanonicalJson({ v: 1, ...link } as unknown as Json);
}

/** Null for anything but that form: somebody wrote it by hand. */
export function readLink(written: string): DeliveryLink | null {
  if (written.length > MAX_LINK_CHARS) return null;
  try {
    const read = shape.safeParse(JSON.parse(written));
    if (!read.success) return null;
    const { v: _version, ...link } = read.data;
    return toLinkText(link) === written ? link : null;
  } catch {
    return null;
  }
}
