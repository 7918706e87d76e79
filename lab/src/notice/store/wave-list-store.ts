import type { DeliveryStateName } from '@candor/core/notice/delivery';
import { sql } from 'kysely';
import type { Store } from '../../adapters/store/store.ts';
import { listLinksAbout } from '../../ledger/store/link-store.ts';
import { type SaidOfDelivery, toSaidOf } from './chain-store.ts';
import { readFacts, type StoredFacts } from './wave-store.ts';

/** A notice without its words. */
export interface ListedNotice extends StoredFacts {
  readonly id: number;
  readonly party: string;
  readonly isGuessed: boolean;
}

/** Notices that are read at once: their facts may be long. */
const NOTICE_ROWS = 500;

/** The notices of a wave in the order in which they were drafted. */
export async function* streamListedNotices(store: Store, wave: number): AsyncIterable<ListedNotice> {
  const query = store.db
    .selectFrom('notice_notice')
    .select(['id', 'party', 'facts', 'guessed'])
    .where('wave_id', '=', wave)
    .orderBy('id');
  for await (const rows of store.stream(query, NOTICE_ROWS))
    for (const { id, party, facts, guessed } of rows)
      yield { ...readFacts(facts, Number(id)), id: Number(id), party, isGuessed: guessed === 1 };
}

/** States of these notices now. */
export async function readNoticeStates(store: Store, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await store.db
    .selectFrom('notice_notice')
    .select(['id', 'state'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, state }) => [Number(id), state]));
}

/** Who these notices go to. */
export async function listContactsOf(
  store: Store,
  ids: readonly number[],
): Promise<readonly { readonly notice: number; readonly contact: string; readonly rung: string }[]> {
  if (ids.length === 0) return [];
  return store.db
    .selectFrom('notice_delivery')
    .select(['notice_id as notice', 'contact', 'rung'])
    .where('notice_id', 'in', [...ids])
    .orderBy('id')
    .execute();
}

export interface WaveDeliveryCounts {
  readonly rungs: ReadonlyMap<string, number>;
  readonly states: ReadonlyMap<string, number>;
  /** Notices with a delivery. */
  readonly notices: number;
}

/** Deliveries of a wave by rung and by state. */
export async function countWaveDeliveries(store: Store, wave: number): Promise<WaveDeliveryCounts> {
  const all = store.db
    .selectFrom('notice_delivery')
    .innerJoin('notice_notice', 'notice_notice.id', 'notice_delivery.notice_id')
    .where('notice_notice.wave_id', '=', wave);
  const rungs = await all
    .select(({ fn }) => ['notice_delivery.rung as of', fn.countAll<number>().as('count')])
    .groupBy('notice_delivery.rung')
    .execute();
  const states = await all
    .select(({ fn }) => ['notice_delivery.state as of', fn.countAll<number>().as('count')])
    .groupBy('notice_delivery.state')
    .execute();
  const { notices } = await all
    .select(({ fn }) => fn.count<number>('notice_delivery.notice_id').distinct().as('notices'))
    .executeTakeFirstOrThrow();
  const toMap = (rows: typeof rungs) => new Map(rows.map(({ of, count }) => [of, Number(count)]));
  return { rungs: toMap(rungs), states: toMap(states), notices: Number(notices) };
}

export interface DeliveryWindow {
  /** Part of a party or contact; empty: any. */
  readonly text: string;
  /** Empty: in any state, from any rung. */
  readonly states: readonly string[];
  readonly rungs: readonly string[];
  readonly from: number;
  readonly count: number;
}

export interface ListedDelivery extends SaidOfDelivery {
  readonly id: number;
  readonly notice: number;
  readonly party: string;
  readonly contact: string;
  readonly rung: string;
  readonly state: DeliveryStateName;
  readonly reason: string | null;
  readonly attempts: number;
  readonly changedAt: number;
}

/** What needs a person first. */
const ORDER = ['uncertain', 'data', 'bounced', 'deferred', 'inhibited', 'intent', 'approved', 'composed', 'accepted'];

/** Some deliveries of a wave, with what the chain has of each. */
export async function listWaveDeliveries(
  store: Store,
  wave: number,
  { text, states, rungs, from, count }: DeliveryWindow,
): Promise<{ readonly total: number; readonly rows: readonly ListedDelivery[] }> {
  let query = store.db
    .selectFrom('notice_delivery as delivery')
    .innerJoin('notice_notice as notice', 'notice.id', 'delivery.notice_id')
    .where('notice.wave_id', '=', wave);
  if (states.length > 0) query = query.where('delivery.state', 'in', [...states]);
  if (rungs.length > 0) query = query.where('delivery.rung', 'in', [...rungs]);
  if (text !== '') {
    const wanted = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where(
      sql<boolean>`(notice.party LIKE ${wanted} ESCAPE '\\' OR delivery.contact LIKE ${wanted} ESCAPE '\\')`,
    );
  }
  const { total } = await query.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const steps = ORDER.map((state, place) => sql`WHEN ${state} THEN ${sql.lit(place)}`);
  const rows = await query
    .select(['delivery.id', 'delivery.notice_id as notice', 'notice.party', 'delivery.contact', 'delivery.rung'])
    .select(['delivery.state', 'delivery.reason', 'delivery.attempts', 'delivery.changed_at as changedAt'])
    .select('delivery.message_id as messageId')
    .orderBy(sql`CASE delivery.state ${sql.join(steps, sql` `)} END`)
    .orderBy('delivery.id')
    .offset(from)
    .limit(count)
    .execute();
  const links = await listLinksAbout(
    store,
    rows.map(({ messageId }) => messageId),
  );
  const said = toSaidOf(links);
  return {
    total: Number(total),
    rows: rows.map(({ messageId, state, id, ...row }) => ({
      ...row,
      id: Number(id),
      state: state as DeliveryStateName,
      ...(said.get(messageId) ?? { takenBy: null, reply: null }),
    })),
  };
}
