import type { NoticeKind } from '@candor/core/notice/text';
import type { NoticeRecord } from '@candor/core/notice/wave';
import { z } from 'zod';
import { guardOf, objectOf } from '../../adapters/store/schema-guard.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readStored } from '../../adapters/store/stored-json.ts';
import { type KeptWithdrawal, readFacts, type StoredFacts, type StoredNotice, toStoredNotice } from './wave-store.ts';

/** A notice of a wave that is being composed. */
export interface NewNotice {
  readonly wave: number;
  readonly party: string;
  readonly follows: number | null;
  readonly stored: StoredFacts;
  readonly composed: Composed;
  readonly salt: Uint8Array;
  readonly at: number;
  readonly isGuessed: boolean;
}

type Composed = Pick<StoredNotice, 'subject' | 'text' | 'html'>;

/** Writes a notice down, without record and place, which follow when the wave is sealed. Gives its number. */
export async function insertNotice(store: Store, notice: NewNotice): Promise<number> {
  const { facts } = notice.stored;
  const { subject, text, html } = notice.composed;
  const { id } = await store.db
    .insertInto('notice_notice')
    .values({
      wave_id: notice.wave,
      party: notice.party,
      kind: facts.kind,
      language: facts.language,
      code: facts.code,
      follows: notice.follows,
      state: 'composed',
      facts: toStoredText(notice.stored),
      subject,
      text,
      html,
      record: '',
      salt: notice.salt,
      position: 0,
      issued_at: notice.at,
      guessed: notice.isGuessed ? 1 : 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return Number(id);
}

/** Gives a notice other words, and forgets its record and its deliveries, which were made of the old ones. */
export async function rewriteNotice(
  store: Store,
  id: number,
  stored: StoredFacts,
  composed: Composed,
  at: number,
): Promise<void> {
  await store.db
    .updateTable('notice_notice')
    .set({ ...composed, facts: toStoredText(stored), language: stored.facts.language, record: '', issued_at: at })
    .where('id', '=', id)
    .execute();
  await store.db.deleteFrom('notice_delivery').where('notice_id', '=', id).execute();
}

function toStoredText({ facts, custodians, mergedIds, affected }: StoredFacts): string {
  const stored: StoredFacts = { facts, custodians, mergedIds, affected };
  return JSON.stringify(stored);
}

/** Gives a notice its record and its place in the tree of the wave. */
export async function placeNotice(store: Store, id: number, record: string, position: number): Promise<void> {
  await store.db.updateTable('notice_notice').set({ record, position }).where('id', '=', id).execute();
}

/** Records and places of a wave's notices as they lie in the store. */
export async function listSealed(store: Store, wave: number) {
  return store.db
    .selectFrom('notice_notice')
    .select(['id', 'record', 'salt', 'position'])
    .where('wave_id', '=', wave)
    .execute();
}

/** Parties that notices were drafted for, of one wave or of all. */
export async function listAddressees(
  store: Store,
  wave: number | null = null,
): Promise<readonly { readonly id: number; readonly wave_id: number; readonly party: string }[]> {
  const query = store.db.selectFrom('notice_notice').select(['id', 'wave_id', 'party']);
  return (wave === null ? query : query.where('wave_id', '=', wave)).execute();
}

/** Whether any notice of a wave is of this kind. */
export async function hasNoticesOf(store: Store, wave: number, kind: NoticeKind): Promise<boolean> {
  const row = await store.db
    .selectFrom('notice_notice')
    .select('id')
    .where('wave_id', '=', wave)
    .where('kind', '=', kind)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes notices out of a wave that is being drafted, with their deliveries. */
export async function dropNotices(store: Store, ids: readonly number[]): Promise<void> {
  await store.transaction(async () => {
    for (const id of ids) {
      await store.db.deleteFrom('notice_delivery').where('notice_id', '=', id).execute();
      await store.db.deleteFrom('notice_notice').where('id', '=', id).execute();
    }
  });
}

/** Notices of a wave, and how many went out as letters. */
export async function countNotices(
  store: Store,
  wave: number,
): Promise<{ readonly notices: number; readonly letters: number }> {
  const { notices, letters } = await store.db
    .selectFrom('notice_notice')
    .select(({ fn }) => [fn.countAll<number>().as('notices'), fn.count<number>('posting').as('letters')])
    .where('wave_id', '=', wave)
    .executeTakeFirstOrThrow();
  return { notices: Number(notices), letters: Number(letters) };
}

/** A notice's kind and predecessor; null when unknown. */
export async function findFollowed(
  store: Store,
  id: number,
): Promise<{ readonly kind: string; readonly follows: number | null } | null> {
  const row = await store.db
    .selectFrom('notice_notice')
    .select(['kind', 'follows'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Codes that are printed or are to be. */
export async function listCodes(store: Store): Promise<readonly string[]> {
  const rows = await store.db.selectFrom('notice_notice').select('code').where('state', '!=', 'discarded').execute();
  return rows.map(({ code }) => code);
}

/** Codes of notices that were not taken back, and whom each is for. */
export async function listIssuedCodes(
  store: Store,
): Promise<readonly { readonly id: number; readonly party: string; readonly code: string }[]> {
  return store.db
    .selectFrom('notice_notice')
    .select(['id', 'party', 'code'])
    .where('state', '!=', 'discarded')
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** Every notice that went out or may have, with its words. */
export async function listIssued(store: Store): Promise<readonly StoredNotice[]> {
  const rows = await store.db
    .selectFrom('notice_notice')
    .selectAll()
    .where('state', 'in', ['approved', 'withdrawn'])
    .orderBy('id')
    .execute();
  return rows.map((row) => toStoredNotice(row));
}

/** Everything sent, as far as it identifies the mail it was about, including notices that reached nobody. */
export async function listApprovedFacts(store: Store): Promise<readonly (StoredFacts & { readonly party: string })[]> {
  const rows = await store.db
    .selectFrom('notice_notice')
    .select(['id', 'party', 'facts'])
    .where('state', 'in', ['approved', 'withdrawn'])
    .where('kind', '!=', 'announcement')
    .orderBy('id')
    .execute();
  return rows.map(({ id, party, facts }) => ({ party, ...readFacts(facts, Number(id)) }));
}

/** Takes an approved notice back. */
export async function markWithdrawn(
  store: Store,
  id: number,
  kept: KeptWithdrawal,
  entry: number,
  at: number,
): Promise<void> {
  await store.db
    .updateTable('notice_notice')
    .set({ state: 'withdrawn', withdrawn_at: at, withdrawn: JSON.stringify(kept), withdrawal_entry: entry })
    .where('id', '=', id)
    .where('state', '=', 'approved')
    .execute();
}

/** State and wave of a notice; null when unknown. */
export async function findNoticeState(
  store: Store,
  id: number,
): Promise<{ readonly state: string; readonly wave_id: number } | null> {
  const row = await store.db
    .selectFrom('notice_notice')
    .select(['state', 'wave_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Numbers of notices that are not in force. */
export async function listNotApproved(store: Store): Promise<ReadonlySet<number>> {
  const rows = await store.db.selectFrom('notice_notice').select('id').where('state', '!=', 'approved').execute();
  return new Set(rows.map(({ id }) => Number(id)));
}

/** Positions in the log of the waves, withdrawals and posted letters of these parties' notices. */
export async function listOwnPositions(store: Store, ids: ReadonlySet<string>): Promise<ReadonlySet<number>> {
  const rows = await store.db
    .selectFrom('notice_notice')
    .innerJoin('notice_wave', 'notice_wave.id', 'notice_notice.wave_id')
    .select(['notice_wave.entry as wave_entry', 'notice_notice.withdrawal_entry'])
    .where('notice_notice.party', 'in', [...ids])
    .execute();
  const posted = await store.db
    .selectFrom('notice_letter')
    .innerJoin('notice_posting', 'notice_posting.id', 'notice_letter.posting_id')
    .innerJoin('notice_notice', 'notice_notice.id', 'notice_letter.notice_id')
    .select('notice_posting.entry')
    .where('notice_notice.party', 'in', [...ids])
    .execute();
  const positions = [
    ...rows.flatMap((row) => [row.wave_entry, row.withdrawal_entry]),
    ...posted.map(({ entry }) => entry),
  ];
  return new Set(positions.filter((position) => position !== null));
}

const isSealed = guardOf(objectOf<Pick<NoticeRecord, 'messages'>>({ messages: z.array(z.string()) }));

/** Digests of the messages that a notice's record names. */
export function readSealedMessages({
  id,
  record,
}: {
  readonly id: number;
  readonly record: string;
}): readonly string[] {
  return readStored(isSealed, record, 'notice_notice.record', id).messages;
}
