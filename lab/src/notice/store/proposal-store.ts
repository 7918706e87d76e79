import { advise, hint, type Json, Refusal, type Runtime, toCanonicalJson } from '@candor/core/base';
import type { ApprovalType } from '@candor/core/notice/operator';
import { guardOf } from '../../adapters/store/schema-guard.ts';
import type { Store } from '../../adapters/store/store.ts';
import { isJson, readStored } from '../../adapters/store/stored-json.ts';
import { type Settlement, settlementSchema, type Withdrawal, withdrawalSchema } from './proposal-schema.ts';

/** An act besides a wave that needs two approvals. */
export interface Proposal {
  readonly id: number;
  readonly what: ApprovalType;
  readonly document: Json;
  readonly digest: string;
  readonly madeBy: string;
  readonly madeAt: number;
  /** It is null until the proposal is approved. */
  readonly entry: number | null;
}

export async function insertProposal(
  store: Store,
  runtime: Pick<Runtime, 'sha256Hex'>,
  what: ApprovalType,
  document: Json,
  by: string,
  at: number,
): Promise<Proposal> {
  const text = toCanonicalJson(document);
  const digest = runtime.sha256Hex(text);
  const { id } = await store.db
    .insertInto('notice_proposal')
    .values({ what, document: text, digest, made_by: by, made_at: at, entry: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id: Number(id), what, document, digest, madeBy: by, madeAt: at, entry: null };
}

/**
 * @throws Refusal when the number is unknown, about something else, or does not match the digest that people were
 * shown.
 */
export async function requireProposal(
  store: Store,
  runtime: Pick<Runtime, 'sha256Hex'>,
  id: number,
  what: ApprovalType,
): Promise<Proposal> {
  const row = await store.db.selectFrom('notice_proposal').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined || row.what !== what)
    throw new Refusal('unknown-proposal', [advise`there is no ${what} ${id}; ${hint('notice.status')} lists them`]);
  if (runtime.sha256Hex(row.document) !== row.digest)
    throw new Refusal('proposal-differs', [
      `${what} ${id}: its content is not what was proposed; propose it again, and find out who altered the state`,
    ]);
  return {
    id: Number(row.id),
    what,
    document: readDocument(row.document, id),
    digest: row.digest,
    madeBy: row.made_by,
    madeAt: row.made_at,
    entry: row.entry,
  };
}

export async function settleProposal(store: Store, id: number, entry: number): Promise<void> {
  await store.db.updateTable('notice_proposal').set({ entry }).where('id', '=', id).execute();
}

/** Proposals of this kind that were not agreed to yet, the newest first. */
export async function listOpenProposals(
  store: Store,
  what: ApprovalType,
): Promise<readonly { readonly id: number; readonly document: Json }[]> {
  const rows = await store.db
    .selectFrom('notice_proposal')
    .select(['id', 'document'])
    .where('what', '=', what)
    .where('entry', 'is', null)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ id, document }) => ({ id: Number(id), document: readDocument(document, Number(id)) }));
}

const isWithdrawal = guardOf(withdrawalSchema);
const isSettlement = guardOf(settlementSchema);

export function readWithdrawal({ id, document }: Proposal): Withdrawal {
  return readStored(isWithdrawal, toCanonicalJson(document), 'notice_proposal.document', id);
}

export function readSettlement({ id, document }: Proposal): Settlement {
  return readStored(isSettlement, toCanonicalJson(document), 'notice_proposal.document', id);
}

function readDocument(text: string, id: number): Json {
  return readStored(isJson, text, 'notice_proposal.document', id);
}
