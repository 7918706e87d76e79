import { type Json, toCanonicalJson } from '@candor/core/base';
import type { Store } from '../../adapters/store/store.ts';
import { isNumber, isText, isTexts, oneOf, orNull, readStored, shapeOf } from '../../adapters/store/stored-json.ts';
import type { EnquiryAnswer } from '../enquiry-answer.ts';

/** An enquiry as it came by the portal. */
export interface AskedEnquiry {
  /** What was signed, and by whose key. */
  readonly document: string;
  readonly signature: string;
  readonly token: string | null;
  /** When the lab saw it first. */
  readonly firstSeen: number;
}

/**
 * Somebody asks whether a domain is affected. Gives its number; null for a request of the portal that is there already.
 */
export async function insertEnquiry(
  store: Store,
  enquiry: {
    readonly domain: string;
    readonly contact: string;
    readonly proof: string;
    readonly state: EnquiryState;
    readonly by: string;
    readonly at: number;
    readonly request: string | null;
    readonly asked: AskedEnquiry | null;
  },
): Promise<number | null> {
  const { domain, contact, proof, state, by, at, request, asked } = enquiry;
  const inserted = await store.db
    .insertInto('notice_enquiry')
    .values({
      ...{ domain, contact, proof, state, made_by: by, made_at: at, request },
      ...{ asked: asked === null ? null : JSON.stringify(asked) },
      ...{ answer: null, answered_at: null, entry: null, told_at: null },
    })
    .onConflict((conflict) => conflict.column('request').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted === undefined ? null : Number(inserted.id);
}

/** `asked`: it came by the portal, and the lab has not seen the proof. `refused`: it never will. */
export type EnquiryState = 'asked' | 'open' | 'drafted' | 'answered' | 'refused';

/** An enquiry as the store has it. */
export interface StoredEnquiry {
  readonly id: number;
  readonly domain: string;
  readonly contact: string;
  readonly proof: string;
  readonly state: EnquiryState;
  /** The text that is signed, and what it says. */
  readonly answer: { readonly text: string; readonly says: EnquiryAnswer } | null;
  readonly entry: number | null;
  readonly request: string | null;
  readonly asked: AskedEnquiry | null;
  readonly answeredAt: number | null;
  readonly toldAt: number | null;
}

const isAnswer = shapeOf<EnquiryAnswer>({
  v: oneOf(1),
  incident: isText,
  enquiry: isNumber,
  domain: isText,
  answer: oneOf('nothing', 'notice'),
  notice: orNull(isNumber),
  exposure: shapeOf({ version: isNumber, digest: isText }),
  gaps: isTexts,
  at: isText,
});

const isAsked = shapeOf<AskedEnquiry>({
  document: isText,
  signature: isText,
  token: orNull(isText),
  firstSeen: isNumber,
});

/** Every enquiry, oldest first. */
export async function readEnquiries(store: Store): Promise<readonly StoredEnquiry[]> {
  const rows = await store.db.selectFrom('notice_enquiry').selectAll().orderBy('id').execute();
  return rows.map(({ id, domain, contact, proof, state, answer, entry, request, asked, answered_at, told_at }) => ({
    ...{ id: Number(id), domain, contact, proof, state: state as EnquiryState, entry, request },
    answer:
      answer === null
        ? null
        : { text: answer, says: readStored(isAnswer, answer, 'notice_enquiry.answer', Number(id)) },
    asked: asked === null ? null : readStored(isAsked, asked, 'notice_enquiry.asked', Number(id)),
    ...{ answeredAt: answered_at, toldAt: told_at },
  }));
}

/** Times of unanswered ones. */
export async function listOpenEnquiries(store: Store): Promise<readonly { readonly made_at: number }[]> {
  return store.db.selectFrom('notice_enquiry').select('made_at').where('state', 'in', ['open', 'drafted']).execute();
}

/** What looking at the proof of an asked one gave. */
export async function keepProof(store: Store, id: number, state: EnquiryState, proof: string): Promise<void> {
  await store.db
    .updateTable('notice_enquiry')
    .set({ state, proof })
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .execute();
}

export async function keepDraft(store: Store, id: number, answer: EnquiryAnswer): Promise<void> {
  await store.db
    .updateTable('notice_enquiry')
    .set({ state: 'drafted', answer: toCanonicalJson(answer as unknown as Json) })
    .where('id', '=', id)
    .execute();
}

export async function markAnswered(store: Store, id: number, entry: number, at: number): Promise<void> {
  await store.db
    .updateTable('notice_enquiry')
    .set({ state: 'answered', answered_at: at, entry })
    .where('id', '=', id)
    .execute();
}

/** The portal has the answer. */
export async function markEnquiryAnswered(store: Store, id: number, at: number): Promise<void> {
  await store.db.updateTable('notice_enquiry').set({ told_at: at }).where('id', '=', id).execute();
}
