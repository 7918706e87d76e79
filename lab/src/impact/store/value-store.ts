import type { Store } from '../../adapters/store/store.ts';
import { eraseMisread } from './misread-store.ts';

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

/** Beyond every number that a state gives. */
const FREE_NUMBERS = 1_000_000_000;

/**
 * Gives values the numbers that they had in another state, each known by a place where it stands. Returns the numbers
 * of which no place has a value here. Inside the caller's transaction.
 */
export async function renumberValues(
  { db }: Store,
  values: readonly { readonly value: number; readonly places: readonly Omit<ValuePlace, 'location'>[] }[],
): Promise<readonly number[]> {
  if (values.length === 0) return [];
  await db
    .updateTable('impact_value')
    .set(({ eb }) => ({ id: eb('id', '+', FREE_NUMBERS) }))
    .execute();
  await db
    .updateTable('impact_finding')
    .set(({ eb }) => ({ value_id: eb('value_id', '+', FREE_NUMBERS) }))
    .execute();
  const lost: number[] = [];
  for (const { value, places } of values) {
    const found = await findValueAt(db, places);
    if (found === null) lost.push(value);
    else {
      await db.updateTable('impact_value').set({ id: value }).where('id', '=', found).execute();
      await db.updateTable('impact_finding').set({ value_id: value }).where('value_id', '=', found).execute();
    }
  }
  return lost;
}

async function findValueAt(db: Store['db'], places: readonly Omit<ValuePlace, 'location'>[]): Promise<number | null> {
  for (const { fingerprint, part, offset, length } of places) {
    const row = await db
      .selectFrom('impact_finding')
      .select('value_id')
      .where('fingerprint', '=', fingerprint)
      .where('part', '=', part)
      .where('position', '=', offset)
      .where('length', '=', length)
      .executeTakeFirst();
    if (row !== undefined) return row.value_id;
  }
  return null;
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

export interface Erased {
  readonly findings: number;
  readonly messages: number;
}

/**
 * Takes away places, masks and hashes of messages that were searched before a moment (null: all), and marks them so
 * that no later run searches them again. Inside the caller's transaction.
 */
export async function eraseSearched(store: Store, before: number | null, at: number): Promise<Erased> {
  const { db } = store;
  const meant = db
    .selectFrom('impact_searched')
    .select('fingerprint')
    .where('erased_at', 'is', null)
    .where('searched_at', '<', before ?? Number.MAX_SAFE_INTEGER);
  const findings = await db.deleteFrom('impact_finding').where('fingerprint', 'in', meant).executeTakeFirstOrThrow();
  const messages = await db
    .updateTable('impact_searched')
    .set({
      search: '',
      sender: '',
      names: null,
      persons: null,
      unread: null,
      privilege: null,
      attached: null,
      erased_at: at,
    })
    .where('fingerprint', 'in', meant)
    .executeTakeFirstOrThrow();
  await eraseMisread(store);
  // The number of a value is never given to another one: decisions name it.
  const orphans = await db
    .selectFrom('impact_value')
    .select('id')
    .where('id', 'not in', db.selectFrom('impact_finding').select('value_id'))
    .execute();
  for (const { id } of orphans)
    await db
      .updateTable('impact_value')
      .set({ hash: `erased ${id}` })
      .where('id', '=', id)
      .execute();
  return { findings: Number(findings.numDeletedRows), messages: Number(messages.numUpdatedRows) };
}
