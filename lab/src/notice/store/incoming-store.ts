import type { IncomingMail } from '@candor/core/notice/bounce';
import { z } from 'zod';
import { guardOf, partOf } from '../../adapters/store/schema-guard.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readStored } from '../../adapters/store/stored-json.ts';

/** Mail that came back or in answer, as it is kept. */
export interface KeptMail {
  readonly source: string;
  readonly sha256: string;
  readonly kind: string;
  readonly delivery: number | null;
  readonly matchedBy: string | null;
  /** `doubt`: why a report of a failure is not believed; left out where it is, and for every other mail. */
  readonly mail: IncomingMail & { readonly setAside?: string; readonly doubt?: string };
  readonly bytes: Uint8Array;
  readonly receivedAt: number;
}

/** Stores a mail. After a move to another server mails have new names: stored again, but not shown twice. */
export async function insertIncoming(
  store: Store,
  { source, sha256, kind, delivery, matchedBy, mail, bytes, receivedAt }: KeptMail,
): Promise<void> {
  const same = await store.db
    .selectFrom('notice_incoming')
    .select('id')
    .where('sha256', '=', sha256)
    .limit(1)
    .executeTakeFirst();
  await store.db
    .insertInto('notice_incoming')
    .values({
      ...{
        source,
        sha256,
        kind,
        delivery_id: delivery,
        matched_by: matchedBy,
        detail: JSON.stringify(mail),
        message: bytes,
      },
      received_at: receivedAt,
      seen_by: same === undefined ? null : `the same mail as ${same.id}`,
    })
    // Of two concurrent readers the first one's row stays.
    .onConflict((conflict) => conflict.column('source').doNothing())
    .execute();
}

/** Kept mails that say something of a delivery which they have not settled yet. */
export async function listUnsettled(store: Store) {
  const rows = await store.db
    .selectFrom('notice_incoming as incoming')
    .innerJoin('notice_delivery as delivery', 'delivery.id', 'incoming.delivery_id')
    .select([
      'incoming.id as incoming',
      'delivery.id',
      'incoming.matched_by as by',
      'incoming.detail',
      'incoming.received_at as receivedAt',
    ])
    .where(({ or, and, eb }) =>
      or([
        and([eb('incoming.kind', '=', 'failed'), eb('delivery.state', 'in', ['accepted', 'uncertain'])]),
        eb('delivery.state', '=', 'uncertain'),
      ]),
    )
    .orderBy('incoming.id')
    .execute();
  return rows
    .map(({ detail, ...row }) => ({ ...row, mail: readMail(detail, row.incoming) }))
    .filter(({ mail }) => mail.doubt === undefined);
}

/** Keeps why a report is not believed: a person reads it, and it is not judged again. */
export async function keepDoubt(store: Store, incoming: number, mail: KeptMail['mail'], doubt: string): Promise<void> {
  const detail = JSON.stringify({ ...mail, doubt });
  await store.db.updateTable('notice_incoming').set({ detail }).where('id', '=', incoming).execute();
}

/** What the attempts of a delivery say: where it went, what was replied, when its end was first written. */
export async function readSending(store: Store, delivery: number) {
  const {
    contact,
    message_id: messageId,
    state,
  } = await store.db
    .selectFrom('notice_delivery')
    .select(['contact', 'message_id', 'state'])
    .where('id', '=', delivery)
    .executeTakeFirstOrThrow();
  const attempts = await store.db
    .selectFrom('notice_attempt')
    .select(['event', 'host', 'reply', 'made_at'])
    .where('delivery_id', '=', delivery)
    .orderBy('id')
    .execute();
  const sessions = attempts.filter(({ event }) => SESSION_EVENTS.has(event));
  return {
    contact,
    messageId,
    /** A sender has claimed it: its reply is not known yet. */
    isUnderWay: state === 'intent' || state === 'data',
    hosts: sessions.flatMap(({ host }) => host?.replace(/:\d+$/, '').toLowerCase() ?? []),
    replies: sessions.flatMap(({ reply }) => reply ?? []),
    sentAt: attempts.find(({ event }) => event === 'data')?.made_at ?? null,
  };
}

/** Of attempts, those that a session with the relay wrote. */
const SESSION_EVENTS: ReadonlySet<string> = new Set(['intent', 'data', 'accepted', 'late-reply']);

/** Where kept mails came from. */
export async function listSources(store: Store): Promise<ReadonlySet<string>> {
  const rows = await store.db.selectFrom('notice_incoming').select('source').execute();
  return new Set(rows.map(({ source }) => source));
}

/** Deliveries with an answer. Anyone can forge a sender: an answer matched only by address must not stop reminders. */
export async function listAnswered(store: Store): Promise<ReadonlySet<number | null>> {
  const answers = await store.db
    .selectFrom('notice_incoming')
    .select('delivery_id')
    .where('kind', '=', 'answer')
    .where('delivery_id', 'is not', null)
    .where('matched_by', '!=', 'recipient')
    .execute();
  return new Set(answers.map(({ delivery_id }) => delivery_id));
}

/** Every kept mail, oldest first, with the delivery that it is about. */
export async function listIncoming(store: Store) {
  const rows = await store.db
    .selectFrom('notice_incoming as incoming')
    .leftJoin('notice_delivery as delivery', 'delivery.id', 'incoming.delivery_id')
    .leftJoin('notice_notice as notice', 'notice.id', 'delivery.notice_id')
    .select([
      'incoming.id',
      'incoming.kind',
      'incoming.detail',
      'incoming.received_at as receivedAt',
      'incoming.matched_by as matchedBy',
      'incoming.seen_by as seenBy',
      'delivery.id as delivery',
      'delivery.contact',
      'notice.party',
    ])
    .orderBy('incoming.id')
    .execute();
  return rows.map(({ detail, ...row }) => ({ ...row, mail: readMail(detail, row.id) }));
}

/** The bytes of a kept mail. */
export async function readIncoming(store: Store, id: number): Promise<Uint8Array> {
  const { message } = await store.db
    .selectFrom('notice_incoming')
    .select('message')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return message;
}

/** Records who has seen these mails; an earlier reader stays. */
export async function markIncomingSeen(store: Store, ids: readonly number[], by: string): Promise<void> {
  await store.db
    .updateTable('notice_incoming')
    .set({ seen_by: by })
    .where('id', 'in', [...ids])
    .where('seen_by', 'is', null)
    .execute();
}

const isMail = guardOf(
  partOf<KeptMail['mail']>({
    status: z.string().nullable(),
    references: z.array(z.string()),
    from: z.string().nullable(),
    subject: z.string(),
    setAside: z.string().exactOptional(),
    doubt: z.string().exactOptional(),
  }),
);

/** Mail that an earlier version kept does not name its reporters: no report of it fits any more. */
function readMail(text: string, incoming: number): KeptMail['mail'] {
  const mail = readStored(isMail, text, 'notice_incoming.detail', incoming);
  return { ...mail, reporters: mail.reporters ?? [], queueIds: mail.queueIds ?? [] };
}
