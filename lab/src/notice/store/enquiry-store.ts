import { toCanonicalJson } from '@candor/core/base';
import { z } from 'zod';
import { guardOf } from '../../adapters/store/schema-guard.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readStored } from '../../adapters/store/stored-json.ts';

const answerSchema = z.object({
  v: z.literal(1),
  incident: z.string(),
  enquiry: z.number(),
  domain: z.string(),
  /** `nothing`: no message of this domain is exposed. `notice`: the one that was issued to it. */
  answer: z.enum(['nothing', 'notice']),
  notice: z.number().nullable(),
  exposure: z.object({ version: z.number(), digest: z.string() }),
  /** Kinds of gaps that the exposure has: what "nothing" cannot rule out. */
  gaps: z.array(z.string()).readonly(),
  at: z.string(),
});
const isAnswer = guardOf(answerSchema);

/** The document that two people sign for an enquirer without a code (docs/formats/wave.md, Enquiry). */
export type EnquiryAnswer = Readonly<z.infer<typeof answerSchema>>;

const askedSchema = z.object({
  document: z.string(),
  signature: z.string(),
  token: z.string().nullable(),
  firstSeen: z.number(),
});
const isAsked = guardOf(askedSchema);

/** An enquiry as it came by the portal. */
export type AskedEnquiry = Readonly<z.infer<typeof askedSchema>>;

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
  readonly answer: { readonly text: string; readonly says: EnquiryAnswer } | null;
  readonly entry: number | null;
  readonly request: string | null;
  readonly asked: AskedEnquiry | null;
  readonly answeredAt: number | null;
  readonly toldAt: number | null;
}

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
    .set({ state: 'drafted', answer: toCanonicalJson(answer) })
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
