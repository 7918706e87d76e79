import { compareUnresolved } from '@candor/core/impact/exchange';
import { withLastVersion } from '../open-version.ts';

export interface UnresolvedRow {
  readonly what: string;
  readonly value: string;
  readonly count: number;
  readonly reason: string;
}

/** What the evidence names and no supplied evidence resolves, in the order of unresolved.jsonl. */
export function listUnresolved(statePath: string): Promise<UnresolvedRow[]> {
  return withLastVersion(statePath, async (state, last) => {
    const rows = await state.store.db
      .selectFrom('exposure_unresolved')
      .select(['what', 'value', 'count', 'reason'])
      .where('version', '=', last.version)
      .execute();
    return rows.sort(compareUnresolved);
  });
}
