import { type EntryKind, type Opening, readEntry } from '@candor/core/ledger';
import type { Store } from '../adapters/store.ts';
import { streamEntries } from '../ledger/ledger-store.ts';

/** Kinds that say whose keys count: everybody needs them to check anything else. */
const keyKinds: readonly string[] = ['genesis', 'operators'] satisfies EntryKind[];
/** Kinds whose body names the party that they are about. */
const partyKinds: readonly string[] = ['delay', 'dispute'] satisfies EntryKind[];

/** Every entry with its salt, padding included, in order: what an auditor gets. Erased ones are left out. */
export async function* openAll(store: Store): AsyncGenerator<Opening> {
  for await (const entries of streamEntries(store)) {
    for (const { index, opening } of entries) if (opening !== null) yield { index, ...opening };
  }
}

/**
 * The entries that are about one party, by any of its ids, and those that say whose keys count: what that party gets. A wave's entry names nobody, so it tells a party nothing of the
 * others that it went to.
 */
export async function* openForParty(store: Store, ids: ReadonlySet<string>): AsyncGenerator<Opening> {
  const own = await listOwnPositions(store, ids);
  for await (const entries of streamEntries(store)) {
    for (const { index, kind, opening } of entries) {
      if (opening === null) continue;
      const isOwn =
        keyKinds.includes(kind) || own.has(index) || (partyKinds.includes(kind) && isAbout(opening.entry, ids));
      if (isOwn) yield { index, ...opening };
    }
  }
}

/** Positions of the waves and withdrawals of its notices. */
async function listOwnPositions(store: Store, ids: ReadonlySet<string>): Promise<ReadonlySet<number>> {
  const rows = await store.db
    .selectFrom('notice_notice')
    .innerJoin('notice_wave', 'notice_wave.id', 'notice_notice.wave_id')
    .select(['notice_wave.entry as wave_entry', 'notice_notice.withdrawal_entry'])
    .where('notice_notice.party', 'in', [...ids])
    .execute();
  const positions = rows.flatMap((row) => [row.wave_entry, row.withdrawal_entry]);
  return new Set(positions.filter((position) => position !== null));
}

function isAbout(text: string, ids: ReadonlySet<string>): boolean {
  const party = readEntry(text)?.body['party'];
  return typeof party === 'string' && ids.has(party);
}
