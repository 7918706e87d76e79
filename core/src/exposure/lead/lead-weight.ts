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
