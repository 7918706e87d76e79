import type { LadderContact } from '@candor/core/notice/contact';
import { MAX_WAIT_SECONDS } from '@candor/core/notice/delivery';
import type { Store } from '../../adapters/store/store.ts';
import { SENDABLE_STATES } from './wave-state-store.ts';

/** A message of a notice that is being composed. */
export interface NewDelivery {
  readonly key: string;
  readonly contact: LadderContact;
  readonly purpose: string;
  readonly message: {
    readonly token: string;
    readonly messageId: string;
    readonly bytes: Uint8Array;
    readonly sha256: string;
  };
}

const DELIVERY_COLUMNS = [
  'key',
  'notice_id',
  'contact',
  'role',
  'rung',
  'purpose',
  'token',
  'message_id',
  'message',
  'sha256',
  'state',
  'attempts',
  'fence',
  'reason',
  'changed_at',
];

export function insertComposed(store: Store, notice: number, deliveries: readonly NewDelivery[], at: number): void {
  const rows = deliveries.map(
    ({ key, contact: { address, role, rung }, purpose, message: { token, messageId, bytes, sha256 } }) => [
      ...[key, notice, address, role, rung, purpose, token, messageId],
      ...[bytes, sha256, 'composed', 0, 0, null, at],
    ],
  );
  store.insertRows('notice_delivery', DELIVERY_COLUMNS, rows);
}

/** Rows of one batch; each holds a message of some ten kilobytes. */
const MESSAGE_ROWS = 200;

/** The bytes of a wave's messages, in order. */
export async function* streamMessages(
  store: Store,
  wave: number,
): AsyncIterable<{ readonly id: number; readonly notice_id: number; readonly message: Uint8Array }> {
  const query = store.db
    .selectFrom('notice_delivery')
    .innerJoin('notice_notice', 'notice_notice.id', 'notice_delivery.notice_id')
    .select(['notice_delivery.id', 'notice_delivery.notice_id', 'notice_delivery.message'])
    .where('notice_notice.wave_id', '=', wave)
    .orderBy('notice_delivery.id');
  for await (const rows of store.stream(query, MESSAGE_ROWS)) yield* rows;
}

/** Digests and states of a wave's messages. */
export async function listWaveMessages(store: Store, wave: number) {
  return store.db
    .selectFrom('notice_delivery as delivery')
    .innerJoin('notice_notice as notice', 'notice.id', 'delivery.notice_id')
    .select(['delivery.id', 'delivery.notice_id as notice', 'delivery.sha256', 'delivery.state'])
    .where('notice.wave_id', '=', wave)
    .execute();
}

/** What became of each message of a notice. */
export async function listMessagesOf(store: Store, notice: number) {
  return store.db
    .selectFrom('notice_delivery')
    .select(['message_id', 'contact', 'state', 'reason', 'changed_at'])
    .where('notice_id', '=', notice)
    .execute();
}

/** Every address that a message was written for, with its notice. */
export async function listContactsWritten(
  store: Store,
): Promise<readonly { readonly notice_id: number; readonly contact: string }[]> {
  return store.db.selectFrom('notice_delivery').select(['notice_id', 'contact']).execute();
}

/** Notices that there are messages of. */
export async function listWritten(store: Store): Promise<ReadonlySet<number>> {
  const rows = await store.db.selectFrom('notice_delivery').select('notice_id').distinct().execute();
  return new Set(rows.map(({ notice_id }) => notice_id));
}

/** Recipients of approved messages with their outcome, oldest first. */
export async function listSentTo(store: Store) {
  return store.db
    .selectFrom('notice_delivery as delivery')
    .innerJoin('notice_notice as notice', 'notice.id', 'delivery.notice_id')
    .select(['delivery.id', 'delivery.contact', 'delivery.state', 'delivery.changed_at', 'notice.party', 'notice.kind'])
    .where('notice.state', 'in', ['approved', 'withdrawn'])
    .orderBy('delivery.id')
    .execute();
}

/** A message that may be taken to be sent. */
export interface Candidate {
  readonly id: number;
  readonly contact: string;
  readonly party: string;
  readonly noticeState: string;
}

/** Candidates that are looked at together. */
const PAGE_ROWS = 64;

/** One page of due messages of these waves after a message, in order. */
export function listDue(
  store: Store,
  waves: readonly number[],
  state: 'deferred' | 'approved',
  { after, at }: { readonly after: number; readonly at: number },
): Promise<Candidate[]> {
  const query = store.db
    .selectFrom('notice_delivery as delivery')
    .innerJoin('notice_notice as notice', 'notice.id', 'delivery.notice_id')
    .innerJoin('notice_wave as wave', 'wave.id', 'notice.wave_id')
    .select(['delivery.id', 'delivery.contact', 'notice.party', 'notice.state as noticeState'])
    .where('delivery.state', '=', state)
    .where('delivery.id', '>', after)
    .where('wave.id', 'in', [...waves])
    .where('wave.state', 'in', [...SENDABLE_STATES])
    .orderBy('delivery.id')
    .limit(PAGE_ROWS);
  // Said so that the engine finds the rows in order in its index.
  if (state === 'approved') return query.where('delivery.next_at', 'is', null).execute();
  return query
    .where(({ or, eb }) => or([eb('delivery.next_at', '<=', at), eb('delivery.next_at', '>', at + MAX_WAIT_SECONDS)]))
    .execute();
}

/** Addresses of messages that are on their way. */
export async function listUnderWay(store: Store): Promise<readonly string[]> {
  const rows = await store.db
    .selectFrom('notice_delivery')
    .select('contact')
    .where('state', 'in', ['intent', 'data'])
    .execute();
  return rows.map(({ contact }) => contact);
}

/** The bytes of a message, with the digest that they must have. */
export async function readMessage(store: Store, id: number) {
  return store.db
    .selectFrom('notice_delivery')
    .select(['message', 'sha256', 'token'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** Messages that somebody has claimed. */
export async function listClaimed(
  store: Store,
): Promise<readonly { readonly id: number; readonly claimed_by: string | null }[]> {
  return store.db
    .selectFrom('notice_delivery')
    .select(['id', 'claimed_by'])
    .where('state', 'in', ['intent', 'data'])
    .execute();
}

/** Messages that were held back, of waves that may leave. */
export async function listInhibited(store: Store) {
  return store.db
    .selectFrom('notice_delivery as delivery')
    .innerJoin('notice_notice as notice', 'notice.id', 'delivery.notice_id')
    .innerJoin('notice_wave as wave', 'wave.id', 'notice.wave_id')
    .select(['delivery.id', 'delivery.contact', 'delivery.reason', 'notice.party', 'notice.state as noticeState'])
    .where('delivery.state', '=', 'inhibited')
    .where('wave.state', 'in', [...SENDABLE_STATES])
    .execute();
}

/** Attempts of every message, by Message-ID. */
export async function listAttempts(
  store: Store,
): Promise<readonly { readonly id: number; readonly message_id: string; readonly attempts: number }[]> {
  return store.db.selectFrom('notice_delivery').select(['id', 'message_id', 'attempts']).execute();
}

/** A message's recipient, with the states of its notice and wave; null when unknown. */
export async function findStanding(store: Store, id: number) {
  const row = await store.db
    .selectFrom('notice_delivery as delivery')
    .innerJoin('notice_notice as notice', 'notice.id', 'delivery.notice_id')
    .innerJoin('notice_wave as wave', 'wave.id', 'notice.wave_id')
    .select(['delivery.contact', 'notice.party', 'notice.state as noticeState', 'wave.state as waveState'])
    .where('delivery.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** The message with this mark or Message-ID; null when unknown. */
export async function findDeliveryBy(
  store: Store,
  column: 'token' | 'message_id',
  value: string,
): Promise<number | null> {
  const row = await store.db.selectFrom('notice_delivery').select('id').where(column, '=', value).executeTakeFirst();
  return row?.id ?? null;
}

/** The last message to an address since a time; null without one. */
export async function findLastSentTo(store: Store, address: string, since: number): Promise<number | null> {
  const row = await store.db
    .selectFrom('notice_delivery')
    .select('id')
    .where(({ fn, eb }) => eb(fn<string>('lower', ['contact']), '=', address))
    .where('state', 'in', ['accepted', 'uncertain', 'bounced'])
    .where('changed_at', '>', since)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Messages with these keys. */
export async function findByKeys(
  store: Store,
  keys: readonly string[],
): Promise<readonly { readonly id: number; readonly key: string; readonly notice_id: number }[]> {
  return store.db
    .selectFrom('notice_delivery')
    .select(['id', 'key', 'notice_id'])
    .where('key', 'in', [...keys])
    .execute();
}

/** Messages with these numbers, or those that are uncertain. */
export async function listUncertainOr(
  store: Store,
  ids: readonly number[] | null,
): Promise<readonly { readonly id: number; readonly key: string; readonly state: string }[]> {
  const query = store.db.selectFrom('notice_delivery').select(['id', 'key', 'state']).orderBy('id');
  return (ids === null ? query.where('state', '=', 'uncertain') : query.where('id', 'in', [...ids])).execute();
}

/** Messages whose acceptance is unknown, with a reply that came too late. */
export async function listUncertainMessages(store: Store) {
  return store.db
    .selectFrom('notice_delivery as delivery')
    .innerJoin('notice_notice as notice', 'notice.id', 'delivery.notice_id')
    .leftJoin('notice_attempt as attempt', (join) =>
      join.onRef('attempt.delivery_id', '=', 'delivery.id').on('attempt.event', '=', 'late-reply'),
    )
    .select([
      'delivery.id',
      'notice.party',
      'delivery.contact',
      'notice.wave_id as wave',
      'delivery.message_id as messageId',
      'delivery.reason',
      'delivery.changed_at as since',
      'attempt.reply as late',
    ])
    .where('delivery.state', '=', 'uncertain')
    .orderBy('delivery.id')
    .execute();
}

/** Every message with the address and digest that its row gives it, in order. */
export async function* streamAllMessages(store: Store): AsyncIterable<{
  readonly id: number;
  readonly contact: string;
  readonly sha256: string;
  readonly message: Uint8Array;
}> {
  const query = store.db.selectFrom('notice_delivery').select(['id', 'contact', 'sha256', 'message']).orderBy('id');
  for await (const rows of store.stream(query, MESSAGE_ROWS)) yield* rows;
}
