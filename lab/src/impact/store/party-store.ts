import type { PartyExposure } from '@candor/core/impact';
import type { PartyKind } from '@candor/core/impact/party';
import { type SqlBool, sql } from 'kysely';
import type { Store } from '../../adapters/store/store.ts';
import { keepParties } from './former-party-store.ts';
import { PARTY_COLUMNS, readPartyRow, toPartyRow } from './party-row.ts';

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

/** Rows of one INSERT batch. */
const BATCH_ROWS = 2000;

export async function replaceParties(
  store: Store,
  version: number,
  parties: Iterable<PartyExposure>,
  together: () => Promise<void>,
): Promise<void> {
  await store.transaction(async () => {
    await keepParties(store, version, new Set(Array.from(parties, ({ party }) => party)));
    await store.db.deleteFrom('impact_party').where('version', '=', version).execute();
    let rows: (string | number | null)[][] = [];
    const insert = (): void => {
      store.insertRows('impact_party', PARTY_COLUMNS, rows);
      rows = [];
    };
    for (const party of parties) {
      const row = toPartyRow(version, party);
      rows.push(PARTY_COLUMNS.map((column) => row[column]));
      if (rows.length >= BATCH_ROWS) insert();
    }
    insert();
    await together();
  });
}

/** The newest version whose parties were counted; null before the first. */
export async function findCountedVersion(store: Store): Promise<number | null> {
  const { last } = await store.db
    .selectFrom('impact_party')
    .select(({ fn }) => fn.max('version').as('last'))
    .executeTakeFirstOrThrow();
  return last === null ? null : Number(last);
}

/** How many of these ids are parties by the newest count. */
export async function countPresent(store: Store, ids: Iterable<string>): Promise<number> {
  const { parties } = await store.db
    .selectFrom('impact_party')
    .select(({ fn }) => fn.countAll<number>().as('parties'))
    .where('party', 'in', [...ids])
    .where('version', '=', (select) =>
      select.selectFrom('impact_party').select(({ fn }) => fn.max('version').as('last')),
    )
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
