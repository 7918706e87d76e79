import type { Instant } from '@candor/core/base';

/**
 * A recorded reason not to write: a disclosure delay (who asked, until when), or a party or address that must not be
 * written to.
 */
export interface Hold {
  readonly id: number;
  readonly kind: 'delay' | 'do-not-contact';
  /** Null: every party. */
  readonly party: string | null;
  /** Null: every contact of it. */
  readonly contact: string | null;
  readonly askedBy: string;
  readonly why: string;
  /** Null: until it is lifted. */
  readonly until: Instant | null;
  readonly endedAt: Instant | null;
}

/** How long before its end a delay is pointed out: a wave takes days to prepare and approve. */
export const DELAY_ALERT_SECONDS: number = 3 * 86_400;

export function isInForce(hold: Hold, at: Instant): boolean {
  return hold.endedAt === null && (hold.until === null || hold.until > at);
}

/** Why none of these ids may be written to at this moment, or null. */
export function findHold(holds: readonly Hold[], ids: readonly string[], at: Instant): Hold | null {
  return (
    holds.find(
      (hold) => hold.contact === null && (hold.party === null || ids.includes(hold.party)) && isInForce(hold, at),
    ) ?? null
  );
}

/** When the last delay of a notice to these ids ended that an authority had asked for; null where none has. */
export function findPastDelay(holds: readonly Hold[], ids: readonly string[], at: Instant): Instant | null {
  const ends = holds.flatMap(({ kind, party, contact, until, endedAt }) => {
    const end = endedAt ?? until;
    const isOurs = kind === 'delay' && contact === null && (party === null || ids.includes(party));
    return isOurs && end !== null && end <= at ? [end] : [];
  });
  return ends.length === 0 ? null : Math.max(...ends);
}

/** Delays that end soon or ended without anybody saying so: a person must decide. */
export function findEndingDelays(holds: readonly Hold[], at: Instant): readonly Hold[] {
  return holds.filter(
    ({ kind, endedAt, until }) =>
      kind === 'delay' && endedAt === null && until !== null && until <= at + DELAY_ALERT_SECONDS,
  );
}
