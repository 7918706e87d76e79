import type { Store } from '../../adapters/store/store.ts';
import { readStored } from '../../adapters/store/stored-json.ts';
import { readMisreadUntil } from '../../evidence/store/misread-copies.ts';
import { isOutcome } from './stored-outcome.ts';

/** Values of one query. */
const SOURCES_AT_ONCE = 500;
/** A release that nobody approved was given to nobody. */
const GIVEN = ['approved', 'pushed', 'revoked'];

/** Message ids that releases of a party gave for a source. */
export type DamagedOutcomes = (party: string, source: string) => ReadonlySet<string>;

/** What releases gave of messages that an earlier version projected from damaged bytes, by what they were made of. */
export async function readDamagedOutcomes(store: Store, sources: readonly string[]): Promise<DamagedOutcomes> {
  const found = new Map<string, Set<string>>();
  const until = await readMisreadUntil(store);
  for (let at = 0; until !== null && at < sources.length; at += SOURCES_AT_ONCE) {
    const rows = await store.db
      .selectFrom('review_source')
      .innerJoin('review_release', 'review_release.vault_id', 'review_source.vault_id')
      .select(['party', 'source', 'outcome'])
      .distinct()
      .where('source', 'in', sources.slice(at, at + SOURCES_AT_ONCE))
      .where('review_release.id', '<=', until.release)
      .where('state', 'in', GIVEN)
      .execute();
    for (const { party, source, outcome } of rows) {
      const stored = readStored(isOutcome, outcome, 'review_source.outcome', source);
      if (stored.is !== 'sealed') continue;
      const ids = found.get(`${party} ${source}`) ?? new Set<string>();
      found.set(`${party} ${source}`, ids);
      for (const id of stored.messages) ids.add(id);
    }
  }
  const none: ReadonlySet<string> = new Set();
  return (party, source) => found.get(`${party} ${source}`) ?? none;
}
