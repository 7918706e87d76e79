import { z } from 'zod';

/** The document that two people approve to withdraw notices. */
export const withdrawalSchema = z.object({
  v: z.literal(1),
  incident: z.string(),
  /** With the commitment of its record, hex: a number alone would mean another notice in another state. */
  notices: z.array(z.object({ notice: z.number(), record: z.string() })).readonly(),
  /** Misdirected: its code is dead, and the party does not count as notified by it. */
  misdirected: z.boolean(),
  why: z.string(),
});
