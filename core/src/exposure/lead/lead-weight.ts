import type { AccessKind } from '@candor/core/evidence/record';

/**
 * Approximate number of verdicts that depend on one record: an export, a rule or a permission reaches a mailbox, a Sync
 * a folder, most others a few messages. A travelling owner makes hundreds of unimportant records; an intruder may need
 * one.
 */
const STAKES: ReadonlyMap<AccessKind, number> = new Map([
  ['export', 100],
  ['forwarding', 100],
  ['rule', 100],
  ['permission', 100],
  ['sync', 50],
  ['list', 10],
  ['search', 10],
]);

export function toLeadWeight(kind: AccessKind): number {
  return STAKES.get(kind) ?? 1;
}

/** With one of ten records before the window a lead's weight halves. */
const BEFORE_WEIGHT = 10;
/** Weight factor for refused or risky sign-ins. */
const SUSPECT_WEIGHT = 3;

type Seen = Readonly<Record<'beforeWindow' | 'records' | 'signIns' | 'refusedSignIns' | 'riskySignIns', number>>;

/** How much likelier a lead is the intruder's: what was used before the window is somebody's usual one. */
export function toLeadLikelihood({ beforeWindow, records, signIns, refusedSignIns, riskySignIns }: Seen): number {
  const before = beforeWindow / Math.max(1, records + signIns);
  const suspect = refusedSignIns + riskySignIns > 0 ? SUSPECT_WEIGHT : 1;
  return suspect / (1 + BEFORE_WEIGHT * before);
}
