import type { DecisionAct, FindingDecision, FindingSelector } from '@candor/core/impact/findings';
import { z } from 'zod';
import { guardOf, objectOf } from '../../adapters/store/schema-guard.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readStored } from '../../adapters/store/stored-json.ts';
import type { Deciding } from '../../ledger/decision/index.ts';

/** Every decision that a person ever made about findings, in order. */
export async function readDecisions(store: Store): Promise<readonly FindingDecision[]> {
  const rows = await store.db.selectFrom('impact_finding_decision').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    sequence: row.id,
    by: row.made_by,
    at: row.made_at,
    why: row.why,
    act: readStored(isDecisionAct, row.act, 'impact_finding_decision.act', row.id),
  }));
}

/** Records a decision and gives its number. */
export async function appendDecision(
  { store }: Deciding,
  decision: Omit<FindingDecision, 'sequence'>,
): Promise<number> {
  const { by, at, why, act } = decision;
  const { id } = await store.db
    .insertInto('impact_finding_decision')
    .values({ made_at: at, made_by: by, why, act: JSON.stringify(act) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return Number(id);
}

const about = objectOf<FindingSelector>({
  value: z.number().exactOptional(),
  sender: z.string().exactOptional(),
  rule: z.string().exactOptional(),
  kind: z.string().exactOptional(),
});
const decisionAct: z.ZodType<DecisionAct> = z.discriminatedUnion('act', [
  z.object({ act: z.enum(['accept', 'dismiss']), about }),
  z.object({ act: z.enum(['merge', 'split']), mentions: z.array(z.string()).readonly() }),
  z.object({ act: z.literal('undo'), of: z.number() }),
  z.object({ act: z.literal('erase'), before: z.number().nullable(), findings: z.number(), messages: z.number() }),
]);
const isDecisionAct = guardOf(decisionAct);
