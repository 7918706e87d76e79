import type { Json } from '@candor/core/base';
import type { Hashing } from '@candor/core/ledger';
import { type PartyRequest, readRequest } from '@candor/core/review/enrollment';
import type { Store } from '../../adapters/store/store.ts';
import { appendEntry } from '../../ledger/store/entry-store.ts';

/**
 * - `waiting`: nobody has decided. · `approved`: it took effect.
 * - `refused`: it does not. · `stopped`: somebody of the party objected, or another claims the same: people decide.
 *
 * The portal is told these words, and the person who asked reads them there.
 */
export type RequestState = 'waiting' | 'approved' | 'refused' | 'stopped';

/** A signed request with a verified signature; its texts are foreign. */
export interface StoredRequest {
  /** This is the digest of the document. */
  readonly request: string;
  readonly place: number;
  readonly asked: PartyRequest;
  readonly document: string;
  readonly signature: string;
  /** This is a fingerprint. */
  readonly signer: string;
  readonly party: string | null;
  readonly token: string | null;
  readonly firstSeen: number;
  readonly state: RequestState;
  readonly why: string | null;
  readonly decidedAt: number | null;
}

export type NewRequest = Pick<
  StoredRequest,
  'request' | 'place' | 'asked' | 'document' | 'signature' | 'signer' | 'party' | 'token' | 'firstSeen'
>;

/** In order of arrival. */
export async function readRequests(
  store: Store,
  wanted: { readonly kind?: PartyRequest['kind']; readonly state?: RequestState } = {},
): Promise<readonly StoredRequest[]> {
  let query = store.db.selectFrom('review_request').selectAll().orderBy('first_seen').orderBy('place');
  if (wanted.kind !== undefined) query = query.where('kind', '=', wanted.kind);
  if (wanted.state !== undefined) query = query.where('state', '=', wanted.state);
  return (await query.execute()).map(toRequest);
}

export async function findRequest(store: Store, request: string): Promise<StoredRequest | null> {
  const row = await store.db.selectFrom('review_request').selectAll().where('request', '=', request).executeTakeFirst();
  return row === undefined ? null : toRequest(row);
}

/** What came before stays as it was seen first. Gives whether it is new. Inside the caller's transaction. */
export async function insertRequest(store: Store, { asked, firstSeen, ...rest }: NewRequest): Promise<boolean> {
  const inserted = await store.db
    .insertInto('review_request')
    .values({ ...rest, kind: asked.kind, first_seen: firstSeen, state: 'waiting', why: null, decided_at: null })
    .onConflict((conflict) => conflict.column('request').doNothing())
    .executeTakeFirst();
  return Number(inserted.numInsertedOrUpdatedRows ?? 0) === 1;
}

/** Finds out whose a request is. Inside the caller's transaction. */
export async function assignRequest(store: Store, request: string, party: string): Promise<void> {
  await store.db.updateTable('review_request').set({ party }).where('request', '=', request).execute();
}

/**
 * A party's own act takes effect: the log has it, as it was signed (docs/formats/log.md, `request`). Inside the
 * caller's transaction. Gives the entry.
 */
export async function grantRequest(
  store: Store,
  hashing: Hashing,
  { request, signer, document, signature }: StoredRequest,
  at: number,
): Promise<number> {
  const body: { readonly [member: string]: Json } = { by: signer, document, signature };
  const entry = await appendEntry(store, hashing, { kind: 'request', at, body });
  await settleRequest(store, request, 'approved', null, at);
  return entry;
}

/** Nothing happens where it has this state already. Inside the caller's transaction. */
export async function settleRequest(
  store: Store,
  request: string,
  state: RequestState,
  why: string | null,
  at: number,
): Promise<void> {
  await store.db
    .updateTable('review_request')
    .set({ state, why, decided_at: state === 'waiting' ? null : at })
    .where('request', '=', request)
    .where('state', '!=', state)
    .execute();
}

function toRequest(row: {
  readonly request: string;
  readonly place: number;
  readonly document: string;
  readonly signature: string;
  readonly signer: string;
  readonly party: string | null;
  readonly token: string | null;
  readonly first_seen: number;
  readonly state: string;
  readonly why: string | null;
  readonly decided_at: number | null;
}): StoredRequest {
  const asked = readRequest(row.document);
  if (asked === null) throw new Error('a request in the state cannot be read');
  const { first_seen: firstSeen, decided_at: decidedAt, state, ...rest } = row;
  const { request, place, document, signature, signer, party, token, why } = rest;
  return {
    request,
    place,
    asked,
    document,
    signature,
    signer,
    party,
    token,
    firstSeen,
    state: state as RequestState,
    why,
    decidedAt,
  };
}
