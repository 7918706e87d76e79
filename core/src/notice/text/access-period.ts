import { type Instant, type Said, toSaid } from '@candor/core/base';
import type { Window } from '@candor/core/incident';

export interface AccessPeriod {
  readonly from: Instant;
  readonly to: Instant;
}

/** What a notice may say of the time of access. */
export type PeriodSaying =
  | { readonly state: 'contained'; readonly said: Said<'access-period', AccessPeriod> }
  /** The intruder's last record is later than the containment of the incident file. */
  | { readonly state: 'open'; readonly atLeast: AccessPeriod };

/**
 * Access ended with the containment only where the intruder's last record is not later; otherwise it lasted at least
 * until that. It begins with the earliest record, also where that is before the window. Without a record nothing
 * contradicts the window.
 */
export function sayAccessPeriod(
  { start, contained }: Window,
  recorded: { readonly first: Instant; readonly last: Instant } | undefined,
): PeriodSaying {
  const from = Math.min(recorded?.first ?? start, start);
  const last = recorded?.last ?? contained;
  return last <= contained
    ? { state: 'contained', said: toSaid('access-period', { from, to: contained }) }
    : { state: 'open', atLeast: { from, to: last } };
}

export function toPeriod(saying: PeriodSaying): AccessPeriod {
  return saying.state === 'contained' ? saying.said.value : saying.atLeast;
}
