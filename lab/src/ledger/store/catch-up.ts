import { Refusal } from '@candor/core/base';
import { type EntryKind, HASH_BYTES, type Hashing, isSameHash, readEntry } from '@candor/core/ledger';
import type { HomeEntry, LogHome } from '../../adapters/store/log-home.ts';
import type { Store, StoreValue } from '../../adapters/store/store.ts';
import { countEntries, restoreTree, saveTiles } from './stored-tree.ts';

/** Entries of one batch. */
const BATCH_ENTRIES = 4096;

/** Kinds that say whose keys count, and nothing of any incident: all that share a log have them opened. */
export const KEY_KINDS: readonly string[] = ['genesis', 'operators'] satisfies EntryKind[];
/** An entry of another incident in the shared log; this state only has its commitment. */
export const ELSEWHERE = 'elsewhere';
/**
 * An entry that this state began and never had: its process ended between home and store, and nothing followed from it.
 */
export const VOID = 'void';

export const entryColumns = ['position', 'commitment', 'kind', 'made_at', 'salt', 'entry'];

/**
 * Imports what others appended to the shared log. Inside the caller's transaction; the home stays locked until its end,
 * so that the next entry gets its place. Does nothing for a separate log.
 * @throws Refusal when home and state contradict each other: one of them was restored from a backup.
 */
export async function catchUp(store: Store, hashing: Hashing): Promise<void> {
  const { home } = store;
  if (home === null) return;
  home.begin();
  home.enrol();
  const known = await countEntries(store);
  if (known > 0 && home.count() === 0) await pour(store, home);
  await assertSameLog(store, home, known);
  home.settleBelow(known);
  for (let from = known; ; from += BATCH_ENTRIES) {
    const entries = home.list(from, BATCH_ENTRIES);
    if (entries.length > 0) await take(store, hashing, entries);
    if (entries.length < BATCH_ENTRIES) break;
  }
  await takeCheckpoints(store, home);
}

/** A log that started in this state continues in the home. */
async function pour(store: Store, home: LogHome): Promise<void> {
  const rows = await store.db
    .selectFrom('ledger_entry')
    .select(['position', 'commitment', 'kind', 'salt', 'entry'])
    .orderBy('position')
    .execute();
  if (rows.some(({ kind }) => kind === ELSEWHERE || kind === VOID))
    throw refuseBackwards(home, 'it is empty, and this state knows entries of others in it', 'home');
  home.append(
    rows.map(({ position, commitment, kind, salt, entry }) => ({
      position,
      commitment,
      opening: KEY_KINDS.includes(kind) && salt !== null && entry !== null ? { salt, entry } : null,
    })),
  );
  const signed = await store.db.selectFrom('ledger_checkpoint').select(['size', 'root', 'note', 'made_at']).execute();
  for (const checkpoint of signed) home.keepCheckpoint(checkpoint);
}

async function assertSameLog(store: Store, home: LogHome, known: number): Promise<void> {
  if (known === 0) return;
  const { commitment } = await store.db
    .selectFrom('ledger_entry')
    .select('commitment')
    .where('position', '=', known - 1)
    .executeTakeFirstOrThrow();
  const [there] = home.list(known - 1, 1);
  if (there === undefined || !isSameHash(there.commitment, commitment))
    throw refuseBackwards(home, `it has no entry ${known - 1}, or another one than this state knows`, 'home');
}

async function take(store: Store, hashing: Hashing, entries: readonly HomeEntry[]): Promise<void> {
  const first = entries[0]?.position ?? 0;
  if (first !== (await countEntries(store))) throw new Error('a log has no gaps');
  const tree = await restoreTree(store, hashing, first);
  const commitments = new Uint8Array(entries.length * HASH_BYTES);
  const rows: StoreValue[][] = entries.map(({ position, commitment, isOwn, standing, opening }, at) => {
    commitments.set(commitment, at * HASH_BYTES);
    const read = opening === null ? null : readEntry(opening.entry);
    if (opening !== null && read !== null)
      return [position, commitment, read.kind, read.at, opening.salt, opening.entry];
    if (isOwn && standing === 'kept' && store.home !== null)
      throw refuseBackwards(store.home, `it has entry ${position} of this state, which does not know it`, 'state');
    if (isOwn) store.home?.abandon(position);
    return [position, commitment, isOwn ? VOID : ELSEWHERE, 0, null, null];
  });
  store.insertRows('ledger_entry', entryColumns, rows);
  tree.append(commitments);
  await saveTiles(store, tree);
}

async function takeCheckpoints(store: Store, home: LogHome): Promise<void> {
  const last = await store.db
    .selectFrom('ledger_checkpoint')
    .select('size')
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  const fresh = home.listCheckpoints(last?.size ?? 0);
  for (const checkpoint of fresh)
    await store.db
      .insertInto('ledger_checkpoint')
      .values({ ...checkpoint, published_at: null })
      .execute();
}

function refuseBackwards({ folder }: LogHome, what: string, which: 'home' | 'state'): Refusal {
  const older = which === 'home' ? 'the shared log' : 'this state';
  return new Refusal('log-backwards', [
    `${folder}: ${what}: ${older} was restored from an older backup. Nothing is decided or signed with it; restore the newest backup of ${older} (docs/runbooks/second-incident.md)`,
  ]);
}
