import type { Instant } from '@candor/core/base';
import type { Interval, Window } from '@candor/core/incident';

/** How long a Sync or an export goes on after its record (docs/formats/rules.md, S2 and E1). */
export const SYNC_SECONDS = 60 * 60;
export const EXPORT_SECONDS = 24 * 60 * 60;

/** When the intruder was last seen to reach a mailbox; minus infinity for never. */
export interface LastReached {
  readonly surely: Instant;
  /** By those too that have an address of the intruder's outside the window, which may have been somebody else's. */
  readonly perhaps: Instant;
}

export interface Span extends Interval {
  /** Its end without what only an address outside the window adds. */
  readonly sureTo: Instant;
}

export function toSpan({ start, contained }: Window, { surely, perhaps }: LastReached): Span {
  const sureTo = Math.max(contained, surely);
  return { from: start, to: Math.max(sureTo, perhaps), sureTo };
}
