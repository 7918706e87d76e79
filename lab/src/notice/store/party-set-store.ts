import { type CountedLeaf, type CountedParty, toCountedText } from '@candor/core/notice/wave';
import type { Store } from '../../adapters/store/store.ts';
import { isNumber, isText, isTexts, readStored, type Shape } from '../../adapters/store/stored-json.ts';

/** A counted party by its id. */
export interface StoredCounted extends CountedLeaf {
  readonly id: string;
}

/** Rows of one INSERT: five values each, below the 32,766 of SQLite. */
const BATCH_ROWS = 5_000;

/** Replaces the set of a wave that is not approved. */
export async function replaceCounted(store: Store, wave: number, parties: readonly StoredCounted[]): Promise<void> {
  await store.db.deleteFrom('notice_counted_party').where('wave_id', '=', wave).execute();
  for (let from = 0; from < parties.length; from += BATCH_ROWS)
    await store.db
      .insertInto('notice_counted_party')
      .values(
        parties.slice(from, from + BATCH_ROWS).map(({ id, position, salt, party }) => ({
          wave_id: wave,
          party: id,
          position,
          salt,
          counted: toCountedText(party),
        })),
      )
      .execute();
}

/** By id; empty for waves of an earlier state. */
export async function readCounted(store: Store, wave: number): Promise<readonly StoredCounted[]> {
  const rows = await store.db
    .selectFrom('notice_counted_party')
    .selectAll()
    .where('wave_id', '=', wave)
    .orderBy('party')
    .execute();
  return rows.map(({ party, position, salt, counted }) => {
    const { v: _version, ...own } = readStored(isCounted, counted, 'notice_counted_party.counted', party);
    return { id: party, position: Number(position), salt, party: own };
  });
}

const isCounted: Shape<CountedParty & { readonly v: number }> = (
  value,
): value is CountedParty & { readonly v: number } => {
  const { v, exposure, domains, address } = Object(value) as Record<string, unknown>;
  if (!isNumber(v) || !isNumber(exposure)) return false;
  return address === undefined ? isTexts(domains) : isText(address) && domains === undefined;
};
