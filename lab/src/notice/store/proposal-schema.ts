import { z } from 'zod';

export const withdrawalSchema = z.object({
  v: z.literal(1),
  incident: z.string(),
  /** With the commitment of its record, hex: a number alone would mean another notice in another state. */
  notices: z.array(z.object({ notice: z.number(), record: z.string() })).readonly(),
  /** Misdirected: its code is dead, and the party does not count as notified by it. */
  misdirected: z.boolean(),
  why: z.string(),
});

/** The document that two people approve to withdraw notices. */
export type Withdrawal = Readonly<z.infer<typeof withdrawalSchema>>;

export const settlementSchema = z.object({
  v: z.literal(1),
  as: z.enum(['accepted', 'bounced']),
  /** Keys of deliveries, sorted: their order is signed too. */
  deliveries: z.array(z.string()).readonly(),
  why: z.string(),
});

/** The decision of two people about messages whose acceptance by the relay is unknown. */
export type Settlement = Readonly<z.infer<typeof settlementSchema>>;
