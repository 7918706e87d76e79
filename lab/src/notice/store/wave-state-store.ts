import type { Store } from '../../adapters/store/store.ts';
import type { Deciding } from '../../ledger/decision/index.ts';
import type { WaveSettings } from '../wave-settings.ts';
import { chain } from './chain-store.ts';
import { listDeliveries, type StoredWave, type WaveState } from './wave-store.ts';

/** How many waves two people have approved. */
export async function countApprovedWaves(store: Store): Promise<number> {
  const { waves } = await store.db
    .selectFrom('notice_wave')
    .select(({ fn }) => fn.count<number>('entry').as('waves'))
    .executeTakeFirstOrThrow();
  return Number(waves);
}

/** Writes what a composed wave consists of: it can be approved now. */
export async function sealStored(
  store: Store,
  wave: number,
  { root, manifest, digest }: Pick<StoredWave, 'root' | 'manifest' | 'digest'>,
): Promise<void> {
  await store.db
    .updateTable('notice_wave')
    .set({ state: 'composed', root, manifest, digest })
    .where('id', '=', wave)
    .execute();
}

/**
 * Approves a wave, its notices and its deliveries, as long as it is composed and has this digest; false where it is
 * not. Inside the caller's transaction.
 */
export async function markApproved(
  store: Store,
  { id, digest }: Pick<StoredWave, 'id' | 'digest'>,
  entry: number,
  at: number,
): Promise<boolean> {
  const changed = await store.db
    .updateTable('notice_wave')
    .set({ state: 'approved', entry })
    .where('id', '=', id)
    .where('state', '=', 'composed')
    .where('digest', '=', digest)
    .executeTakeFirst();
  if (Number(changed.numUpdatedRows) !== 1) return false;
  const ids = store.db.selectFrom('notice_notice').select('id').where('wave_id', '=', id);
  const composed = await store.db
    .selectFrom('notice_delivery')
    .select('message_id')
    .where('notice_id', 'in', ids)
    .where('state', '=', 'composed')
    .orderBy('id')
    .execute();
  const event = { event: 'approve' } as const;
  await chain(
    store,
    composed.map(({ message_id: delivery }) => ({ at, delivery, entry, event })),
  );
  await store.db
    .updateTable('notice_delivery')
    .set({ state: 'approved', changed_at: at })
    .where('notice_id', 'in', ids)
    .where('state', '=', 'composed')
    .execute();
  await store.db.updateTable('notice_notice').set({ state: 'approved' }).where('wave_id', '=', id).execute();
  return true;
}

/** Moves waves that are in one of these states to another; the others stay as they are. */
export async function moveWaves(
  store: Store,
  waves: readonly number[],
  from: readonly WaveState[],
  to: WaveState,
): Promise<void> {
  await store.db
    .updateTable('notice_wave')
    .set({ state: to })
    .where('id', 'in', [...waves])
    .where('state', 'in', [...from])
    .execute();
}

export async function keepWaveSettings({ store }: Deciding, wave: number, settings: WaveSettings): Promise<void> {
  await store.db
    .updateTable('notice_wave')
    .set({ settings: JSON.stringify(settings) })
    .where('id', '=', wave)
    .execute();
}

/** Forgets a wave without a notice. */
export async function dropWave(store: Store, wave: number): Promise<void> {
  await store.db.deleteFrom('notice_wave').where('id', '=', wave).execute();
}

/** The first approved wave of the log that this state lacks; null without one. */
export async function findMissingWave(store: Store): Promise<number | null> {
  const known = store.db.selectFrom('notice_wave').select('entry').where('entry', 'is not', null);
  const gone = await store.db
    .selectFrom('ledger_entry')
    .select('position')
    .where('kind', '=', 'wave')
    .where('position', 'not in', known)
    .orderBy('position')
    .executeTakeFirst();
  return gone?.position ?? null;
}

/** The wave that an entry of the log approves; null where this state has none. */
export async function findWaveOf(store: Store, entry: number) {
  const wave = await store.db
    .selectFrom('notice_wave')
    .select(['id', 'manifest', 'salt', 'root'])
    .where('entry', '=', entry)
    .executeTakeFirst();
  return wave ?? null;
}

/** The stored wave of this number, unverified. */
export async function readRawWave(store: Store, wave: number) {
  return store.db.selectFrom('notice_wave').selectAll().where('id', '=', wave).executeTakeFirstOrThrow();
}

/** Waves that may be sent, all or these. */
export async function listSendable(store: Store, ids: readonly number[] | null): Promise<readonly number[]> {
  let query = store.db
    .selectFrom('notice_wave')
    .select('id')
    .where('state', 'in', [...SENDABLE_STATES])
    .orderBy('id');
  if (ids !== null) query = query.where('id', 'in', [...ids]);
  return (await query.execute()).map(({ id }) => id);
}

/** Where the log approves each of these waves; null for one that is not approved. */
export async function listWaveEntries(
  store: Store,
  waves: readonly number[],
): Promise<readonly { readonly id: number; readonly entry: number | null }[]> {
  return store.db
    .selectFrom('notice_wave')
    .select(['id', 'entry'])
    .where('id', 'in', [...waves])
    .execute();
}

/** Waves whose deliveries may leave. */
export const SENDABLE_STATES = ['approved', 'sending'] as const;

/** Whether a drafted wave exists that was not discarded. */
export async function hasWaves(store: Store): Promise<boolean> {
  const wave = await store.db
    .selectFrom('notice_wave')
    .select('id')
    .where('state', '!=', 'discarded')
    .executeTakeFirst();
  return wave !== undefined;
}

/**
 * Discards a wave that notified nobody: keeps its texts, drops its messages, and frees its codes. Inside the caller's
 * transaction.
 */
export async function discardWave(store: Store, wave: number): Promise<void> {
  const ids = store.db.selectFrom('notice_notice').select('id').where('wave_id', '=', wave);
  await store.db.deleteFrom('notice_delivery').where('notice_id', 'in', ids).execute();
  await store.db.updateTable('notice_notice').set({ state: 'discarded' }).where('wave_id', '=', wave).execute();
  await store.db.updateTable('notice_wave').set({ state: 'discarded' }).where('id', '=', wave).execute();
}

/** How the parties of a wave can be written to. */
export interface WaveCounts {
  readonly deliveries: number;
  /** Parties with a notice for which no address is left: letters or the telephone. */
  readonly unreachable: readonly string[];
  /** Guessed contacts get counts only. */
  readonly guessed: number;
  readonly notices: number;
}

export async function countWave(store: Store, wave: number): Promise<WaveCounts> {
  const deliveries = await listDeliveries(store, wave);
  const reached = new Set(deliveries.map(({ notice_id }) => notice_id));
  const notices = await store.db
    .selectFrom('notice_notice')
    .select(['id', 'party', 'guessed'])
    .where('wave_id', '=', wave)
    .orderBy('id')
    .execute();
  return {
    deliveries: deliveries.length,
    unreachable: notices.filter(({ id }) => !reached.has(Number(id))).map(({ party }) => party),
    guessed: notices.filter(({ guessed }) => guessed === 1).length,
    notices: notices.length,
  };
}
