import { type Json, type JsonObject, toCanonicalJson, toTexts } from '@candor/core/base';
import type { DECISION_TABLES, DecisionAct, EffectRow } from '@candor/core/ledger/decision';
import type { Deciding } from '../../adapters/store/deciding.ts';
import { readAccepted, writeFact } from '../../adapters/store/state-fact.ts';
import type { Store } from '../../adapters/store/store.ts';

/** A table whose rows change what parties are told. `accepted` is a list among the facts of a state. */
export type EffectTable = (typeof DECISION_TABLES)[DecisionAct][number];

type Numbered = JsonObject & { readonly id: number };

const READERS: Readonly<Record<EffectTable, (store: Store) => Promise<readonly EffectRow[]>>> = {
  accepted: async (store) => [...(await readAccepted(store))].map((key) => ({ table: 'accepted', key, row: {} })),
  impact_curation: async ({ db }) =>
    toRows(
      'impact_curation',
      await db.selectFrom('impact_curation').select(['id', 'made_at', 'made_by', 'why', 'act']).execute(),
    ),
  impact_finding_decision: async ({ db }) =>
    toRows(
      'impact_finding_decision',
      await db.selectFrom('impact_finding_decision').select(['id', 'made_at', 'made_by', 'why', 'act']).execute(),
    ),
  // Contacts that the ladder observed are nobody's decision.
  notice_contact: async ({ db }) =>
    toRows(
      'notice_contact',
      await db
        .selectFrom('notice_contact')
        .select(['id', 'party', 'contact', 'role', 'language', 'source', 'made_at'])
        .where('source', '=', 'import')
        .execute(),
    ),
  notice_edit: async ({ db }) =>
    toRows(
      'notice_edit',
      await db
        .selectFrom('notice_edit')
        .select(['id', 'wave_id', 'what', 'party', 'value', 'made_by', 'made_at'])
        .execute(),
    ),
  notice_finding: async ({ db }) =>
    (
      await db
        .selectFrom('notice_finding')
        .select(['party', 'message', 'kind', 'made_by', 'made_at'])
        .distinct()
        .execute()
    ).map(({ party, message, kind, ...row }) => ({
      table: 'notice_finding',
      key: toCanonicalJson([party, message, kind]),
      row,
    })),
  notice_hold: async ({ db }) =>
    toRows(
      'notice_hold',
      await db
        .selectFrom('notice_hold')
        .select(['id', 'kind', 'party', 'contact', 'asked_by', 'why', 'until', 'made_by', 'made_at'])
        .select(['ended_at', 'ended_by', 'held'])
        .execute(),
    ),
  // What projecting finds is nobody's decision until somebody decides about it.
  review_hold: async ({ db }) =>
    toRows(
      'review_hold',
      await db
        .selectFrom('review_hold')
        .select(['id', 'party', 'message', 'reason', 'state', 'made_by', 'made_at', 'why', 'decided_by'])
        .select(['decided_at', 'entry'])
        .where(({ or, eb }) => or([eb('made_by', 'is not', null), eb('decided_by', 'is not', null)]))
        .execute(),
    ),
};

export const EFFECT_TABLES = Object.keys(READERS) as readonly EffectTable[];

/** Every row of these tables that stands for a decision. */
export async function readEffectRows(store: Store, tables: readonly EffectTable[]): Promise<readonly EffectRow[]> {
  const rows: EffectRow[] = [];
  for (const table of tables) rows.push(...(await READERS[table](store)));
  return rows;
}

/** Writes rows as the decisions of a chain left them, into a state where none stand. */
export async function insertEffectRows(deciding: Deciding, rows: readonly EffectRow[]): Promise<void> {
  const { store } = deciding;
  const accepted = rows.filter(({ table }) => table === 'accepted').map(({ key }) => key);
  if (accepted.length > 0) await writeAccepted(deciding, [...(await readAccepted(store)), ...accepted]);
  for (const { table, key, row } of rows) {
    if (table === 'accepted' || !isEffectTable(table)) continue;
    const keyed = table === 'notice_finding' ? toFindingKey(key) : { id: Number(key) };
    const cells = Object.entries({ ...keyed, ...row }).filter(([column]) => COLUMN.test(column));
    store.insertRows(
      table,
      cells.map(([column]) => column),
      [cells.map(([, value]) => (typeof value === 'string' || typeof value === 'number' ? value : null))],
    );
  }
}

const COLUMN = /^[a-z_]+$/;

function isEffectTable(table: string): table is Exclude<EffectTable, 'accepted'> {
  return table !== 'accepted' && Object.hasOwn(READERS, table);
}

function toFindingKey(key: string): JsonObject {
  const [party = '', message = '', kind = ''] = toTexts(readJsonList(key)) ?? [];
  return { party, message, kind };
}

function readJsonList(text: string): Json {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    // A key that no decision of ours writes.
    return [];
  }
}

function toRows(table: EffectTable, rows: readonly Numbered[]): readonly EffectRow[] {
  return rows.map(({ id, ...row }) => ({ table, key: String(id), row }));
}

/** Places of problems that a person has looked at, whole. */
export async function writeAccepted({ store }: Deciding, places: readonly string[]): Promise<void> {
  await writeFact(store, 'accepted', JSON.stringify([...places].sort()));
}
