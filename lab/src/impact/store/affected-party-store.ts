import { compareUtf8 } from '@candor/core/base';
import type { PartyExposure } from '@candor/core/impact';
import type { Store } from '../../adapters/store/store.ts';
import { type PartyRow, readPartyRow } from './party-row.ts';

/** Ids of one query: engines take a limited number of values. */
const batchIds = 500;
/** Rows of one batch, of about 0.5 KB. */
const batchRows = 2000;
/** A party's addresses as stored in its lists, with quotes: string content has no bare quote. */
const ADDRESS = /"address":("(?:[^"\\]|\\.)*")/g;

/** Addresses, and domains at or below which an address is. */
export interface SoughtNames {
  readonly addresses: ReadonlySet<string>;
  readonly domains: ReadonlySet<string>;
}

/**
 * The parties of a version that have these ids. A party that a person made of several has the id that represents them.
 */
export async function readPartiesById(
  store: Store,
  version: number,
  ids: ReadonlySet<string>,
): Promise<PartyExposure[]> {
  const rows = await readRowsById(store, version, ids);
  return rows.map(readPartyRow).sort(byParty);
}

/** The same as they are stored, in no order. */
export async function readRowsById({ db }: Store, version: number, ids: ReadonlySet<string>): Promise<PartyRow[]> {
  const asked = [...ids];
  const rows: PartyRow[] = [];
  for (let from = 0; from < asked.length; from += batchIds)
    rows.push(
      ...(await db
        .selectFrom('impact_party')
        .selectAll()
        .where('version', '=', version)
        .where('party', 'in', asked.slice(from, from + batchIds))
        .execute()),
    );
  return rows;
}

/**
 * The parties of a version that have any of these names. Somebody waits for the answer, so of a hundred thousand others
 * no row is read whole.
 */
export async function findPartiesHaving(store: Store, version: number, names: SoughtNames): Promise<PartyExposure[]> {
  const addresses = new Set([...names.addresses].map((address) => JSON.stringify(address)));
  const isSought = (quoted: string) =>
    addresses.has(quoted) || (names.domains.size > 0 && isAtAny(readText(quoted), names.domains));
  const parties: PartyExposure[] = [];
  const query = store.db.selectFrom('impact_party').selectAll().where('version', '=', version);
  for await (const rows of store.stream(query, batchRows))
    for (const found of rows)
      if (Array.from(found.lists.matchAll(ADDRESS), ([, quoted = '""']) => quoted).some(isSought))
        parties.push(readPartyRow(found));
  return parties.sort(byParty);
}

/**
 * Parties that have a name as a complete text (id, domain or address), and those with it in their id or name. Of no
 * others are the lists decoded. By id.
 */
export async function findPartiesNear(
  store: Store,
  version: number,
  name: string,
): Promise<{ readonly having: readonly PartyExposure[]; readonly near: readonly PartyExposure[] }> {
  const wanted = name.toLowerCase();
  const texts = [JSON.stringify(name), JSON.stringify(wanted)];
  const having: PartyExposure[] = [];
  const near: PartyExposure[] = [];
  const query = store.db.selectFrom('impact_party').selectAll().where('version', '=', version).orderBy('party');
  for await (const rows of store.stream(query, batchRows)) {
    for (const found of rows) {
      const { party, name: called, lists } = found;
      if (party === name || texts.some((text) => lists.includes(text))) having.push(readPartyRow(found));
      if (party.includes(wanted) || called.toLowerCase().includes(wanted)) near.push(readPartyRow(found));
    }
  }
  return { having, near };
}

function readText(quoted: string): string {
  const text: unknown = JSON.parse(quoted);
  return String(text);
}

function isAtAny(address: string, domains: ReadonlySet<string>): boolean {
  const labels = address.slice(address.lastIndexOf('@') + 1).split('.');
  return labels.some((_, at) => domains.has(labels.slice(at).join('.')));
}

function byParty(a: PartyExposure, b: PartyExposure): number {
  return compareUtf8(a.party, b.party);
}
