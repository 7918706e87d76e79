import { formatInstant } from '@candor/core/base';
import type { Store } from '../../adapters/store.ts';

/** What was done last in an incident. */
export interface LastAct {
  /** `judged`: an exposure version was completed; else the kind of its log entry. */
  readonly what: string;
  readonly at: string;
}

/** The later of the newest version and the newest entry that somebody brought about. Padding and what makes a log are nobody's act. */
export async function findLastAct(store: Store): Promise<LastAct | null> {
  const version = await store.db
    .selectFrom('exposure_version')
    .select('made_at')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const entry = await store.db
    .selectFrom('ledger_entry')
    .select(['kind', 'made_at'])
    .where('kind', 'not in', ['padding', 'genesis', 'app', 'elsewhere', 'void'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  const acts = [
    ...(entry === undefined ? [] : [{ what: entry.kind, at: entry.made_at }]),
    ...(version === undefined ? [] : [{ what: 'judged', at: version.made_at }]),
  ].sort((a, b) => b.at - a.at);
  const [last] = acts;
  return last === undefined ? null : { what: last.what, at: formatInstant(last.at) };
}
