import { formatInstant } from '@candor/core/base';
import type { Store } from '../../adapters/store.ts';
import { findLastJudgedAt } from '../../exposure/store/version-store.ts';
import { findLastEntry } from '../../ledger/store/entry-store.ts';

/** What was done last in an incident. */
export interface LastAct {
  /** `judged`: an exposure version was completed; else the kind of its log entry. */
  readonly what: string;
  readonly at: string;
}

/**
 * The later of the newest version and the newest entry that somebody brought about. Padding and what makes a log are
 * nobody's act.
 */
export async function findLastAct(store: Store): Promise<LastAct | null> {
  const judgedAt = await findLastJudgedAt(store);
  const entry = await findLastEntry(store, ['padding', 'genesis', 'app', 'elsewhere', 'void']);
  const acts = [
    ...(entry === null ? [] : [{ what: entry.kind, at: entry.made_at }]),
    ...(judgedAt === null ? [] : [{ what: 'judged', at: judgedAt }]),
  ].sort((a, b) => b.at - a.at);
  const [last] = acts;
  return last === undefined ? null : { what: last.what, at: formatInstant(last.at) };
}
