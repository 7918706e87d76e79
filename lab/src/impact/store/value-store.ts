import type { Store } from '../../adapters/store.ts';

/** Whether a value of this state has this number. */
export async function isValue(store: Store, value: number): Promise<boolean> {
  const row = await store.db.selectFrom('impact_value').select('id').where('id', '=', value).executeTakeFirst();
  return row !== undefined;
}

/** A place of a value, in the copy that was read. */
export interface ValuePlace {
  readonly fingerprint: Uint8Array;
  readonly location: string;
  readonly part: string;
  readonly offset: number;
  readonly length: number;
}

export async function listValuePlaces(store: Store, value: number): Promise<readonly ValuePlace[]> {
  const rows = await store.db
    .selectFrom('impact_finding')
    .innerJoin('impact_searched', 'impact_searched.fingerprint', 'impact_finding.fingerprint')
    .select(['impact_finding.fingerprint', 'location', 'part', 'position', 'length'])
    .where('value_id', '=', value)
    .orderBy('impact_finding.id')
    .execute();
  return rows.map(({ position: offset, ...place }) => ({ ...place, offset }));
}

/** How many values an operator was shown since a moment, equal ones once. */
export async function countShown(store: Store, by: string, since: number): Promise<number> {
  const { values } = await store.db
    .selectFrom('impact_finding_view')
    .select(({ fn }) => fn.count<number>('value_id').distinct().as('values'))
    .where('viewed_by', '=', by)
    .where('viewed_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(values);
}

export async function recordShown(
  store: Store,
  view: { readonly by: string; readonly second: string | null; readonly why: string; readonly value: number },
  at: number,
): Promise<void> {
  const { by, second, why, value } = view;
  await store.db
    .insertInto('impact_finding_view')
    .values({ viewed_at: at, viewed_by: by, second, why, value_id: value })
    .execute();
}
