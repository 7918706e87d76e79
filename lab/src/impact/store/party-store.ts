import type { PartyExposure } from '@candor/core/impact';
import type { PartyKind } from '@candor/core/impact/party';
import { type SqlBool, sql } from 'kysely';
import type { Store, StoreValue } from '../../adapters/store/store.ts';
import { readRowsById } from './affected-party-store.ts';
import { keepGoneParties } from './former-party-store.ts';
import { PARTY_COLUMNS, type PartyRow, readPartyRow, toPartyRow } from './party-row.ts';

/** Parties that are read at once: more than a screen, less than a hundred thousand. */
const PAGE_ROWS = 500;

/** The parties of a version, in UTF-8 order of their ids. */
export async function readParties(store: Store, version: number): Promise<PartyExposure[]> {
  const rows = await store.db
    .selectFrom('impact_party')
    .selectAll()
    .where('version', '=', version)
    .orderBy('party')
    .execute();
  return rows.map(readPartyRow);
}

/** Rows of one statement. */
const BATCH_ROWS = 2000;

/**
 * Replaces parties of a complete version, those of `ids` or all, together with what else is done, all or none. A merge
 * changes two of fifty thousand rows: only rows that differ are written.
 */
export async function replaceParties(
  store: Store,
  version: number,
  { parties, ids }: { readonly parties: Iterable<PartyExposure>; readonly ids: ReadonlySet<string> | null },
  together: () => Promise<void>,
): Promise<void> {
  const left = ids === null ? await readRowTexts(store, version) : await readRowTextsOf(store, version, ids);
  const changed: string[] = [];
  const fresh: PartyRow[] = [];
  for (const exposure of parties) {
    const row = toPartyRow(version, exposure);
    const { party } = row;
    const before = left.get(party);
    left.delete(party);
    if (before === toRowText(row)) continue;
    if (before !== undefined) changed.push(party);
    fresh.push(row);
  }
  await store.transaction(async () => {
    const gone = [...left.keys()];
    const present = fresh.map(({ party }) => party);
    await keepGoneParties(store, version, gone, present);
    await deleteParties(store, version, [...gone, ...changed]);
    store.insertRows('impact_party', PARTY_COLUMNS, fresh.map(toValues));
    await together();
  });
}

/** Writes the parties of a version that is not complete yet, in place of those that an earlier count left. */
export async function writeParties(store: Store, version: number, parties: Iterable<PartyExposure>): Promise<void> {
  await store.deleteInSteps('impact_party', 'version = ?', [version]);
  await store.insertInSteps('impact_party', PARTY_COLUMNS, toRows(version, parties));
}

function* toRows(version: number, parties: Iterable<PartyExposure>): Generator<readonly StoreValue[]> {
  for (const party of parties) yield toValues(toPartyRow(version, party));
}

const toValues = (row: PartyRow): readonly StoreValue[] => PARTY_COLUMNS.map((column) => row[column]);

/** The same for equal rows alone. */
const toRowText = (row: PartyRow): string => JSON.stringify(toValues(row));

async function readRowTexts(store: Store, version: number): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const query = store.db.selectFrom('impact_party').selectAll().where('version', '=', version);
  for await (const rows of store.stream(query)) for (const row of rows) texts.set(row.party, toRowText(row));
  return texts;
}

async function readRowTextsOf(store: Store, version: number, ids: ReadonlySet<string>): Promise<Map<string, string>> {
  const rows = await readRowsById(store, version, ids);
  return new Map(rows.map((row) => [row.party, toRowText(row)]));
}

async function deleteParties({ db }: Store, version: number, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += BATCH_ROWS)
    await db
      .deleteFrom('impact_party')
      .where('version', '=', version)
      .where('party', 'in', ids.slice(at, at + BATCH_ROWS))
      .execute();
}

/** The newest complete version: the one whose parties people see. Null before the first. */
export async function findCountedVersion(store: Store): Promise<number | null> {
  const { last } = await selectNewest(store).executeTakeFirstOrThrow();
  return last === null ? null : Number(last);
}

function selectNewest({ db }: Store) {
  return db.selectFrom('exposure_version').select(({ fn }) => fn.max('version').as('last'));
}

/** How many of these ids are parties by the newest count. */
export async function countPresent(store: Store, ids: Iterable<string>): Promise<number> {
  const { parties } = await store.db
    .selectFrom('impact_party')
    .select(({ fn }) => fn.countAll<number>().as('parties'))
    .where('party', 'in', [...ids])
    .where('version', '=', selectNewest(store))
    .executeTakeFirstOrThrow();
  return Number(parties);
}

/** Ids of the parties of a version. */
export async function listPartyIds(store: Store, version: number): Promise<readonly string[]> {
  const rows = await store.db.selectFrom('impact_party').select('party').where('version', '=', version).execute();
  return rows.map(({ party }) => party);
}

/** A party as it was counted last. @throws Error where it never was. */
export async function readNewestParty(store: Store, party: string): Promise<PartyExposure> {
  const row = await store.db
    .selectFrom('impact_party')
    .selectAll()
    .where('party', '=', party)
    .where('version', '<=', selectNewest(store))
    .orderBy('version', 'desc')
    .executeTakeFirstOrThrow();
  return readPartyRow(row);
}

/** By what a list of parties may be sorted, and from which number on a party is listed. */
export type PartyFigure = 'accessed' | 'presumed' | 'partial' | 'possible' | 'undetermined' | 'messages' | 'copies';

export interface PartyChoice {
  readonly kind?: PartyKind | undefined;
  /** Those without an exposed message, too. */
  readonly all?: boolean;
  /** The least that a party has of each figure. */
  readonly min?: Partial<Readonly<Record<PartyFigure, number>>>;
  /** Largest first; without it most exposed first. */
  readonly sort?: PartyFigure;
}

/** Parties that were chosen by kind and figures, those of which any message counts apart from the others. */
export async function countParties(
  store: Store,
  version: number,
  choice: PartyChoice,
): Promise<readonly { readonly kind: string; readonly shown: boolean; readonly parties: number }[]> {
  const rows = await choose(store, version, choice)
    .select(({ fn }) => ['kind', isShown.as('shown'), fn.countAll<number>().as('parties')])
    .groupBy(['kind', isShown])
    .execute();
  return rows.map(({ kind, shown, parties }) => ({ kind, shown: Number(shown) === 1, parties: Number(parties) }));
}

/**
 * The chosen parties, page by page, most exposed first: by opened, then presumed copied, then all exposed messages.
 * Equal ones by id.
 */
export async function* streamParties(
  store: Store,
  version: number,
  choice: PartyChoice,
): AsyncIterable<readonly PartyExposure[]> {
  let query = choose(store, version, choice).selectAll();
  if (choice.all !== true) query = query.where(isShown);
  if (choice.sort !== undefined) query = query.orderBy(choice.sort, 'desc');
  for (const figure of EXPOSURE_ORDER) query = query.orderBy(figure, 'desc');
  for await (const rows of store.stream(query.orderBy('party'), PAGE_ROWS)) yield rows.map(readPartyRow);
}

/** The order of the index `impact_party_order`, and of `compareExposure`. */
const EXPOSURE_ORDER = ['accessed', 'presumed', 'messages', 'undetermined'] as const;
/** Any message of it counts. */
const isShown = sql<SqlBool>`messages + undetermined + intruder_sent > 0`;

function choose({ db }: Store, version: number, { kind, min = {} }: PartyChoice) {
  let query = db.selectFrom('impact_party').where('version', '=', version);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  for (const [figure, least] of Object.entries(min)) query = query.where(sql.ref(figure), '>=', least);
  return query;
}
