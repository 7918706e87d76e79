import { type Instant, Refusal, type Signer, toCanonicalJson } from '@candor/core/base';
import { type Hashing, toBase64Url } from '@candor/core/ledger';
import {
  DECISION_TABLES,
  type DecisionAct,
  type DecisionRow,
  type DecisionWrite,
  digestLink,
  digestRows,
  type EffectRow,
  FIRST_PREVIOUS,
  toDecisionMessage,
  toDecisionText,
} from '@candor/core/ledger/decision';
import type { Deciding } from '../../adapters/store/deciding.ts';
import { readFact } from '../../adapters/store/state-fact.ts';
import type { Store } from '../../adapters/store/store.ts';
import { findLastLink, insertLink } from '../store/decision-store.ts';
import { readEffectRows } from '../store/effect-store.ts';
import { countEntries } from '../store/entry-store.ts';
import { assertUnchanged } from './changed-meanwhile.ts';

/** A document of a list of 200,000 contacts is smaller. A text of this size still fits a row of every engine. */
const LARGEST_DOCUMENT_CHARS = 128 * 1024 * 1024;

/** Who decides. Without a signer the name is what somebody typed, and proves nothing. */
export interface Decider {
  readonly name: string;
  readonly signer: Signer | null;
  /** The newest decision that they knew of; without it nobody asks what came since. */
  readonly seen?: number;
}

export interface DecisionOrder {
  readonly act: DecisionAct;
  readonly by: Decider;
  readonly why: string;
  readonly at: Instant;
  readonly rows: readonly DecisionRow[];
  /** Two people agreed to it by this entry of the log. */
  readonly entry?: number;
}

/** What a person is told about the document of their decision. */
export interface DecisionMade {
  readonly number: number;
  readonly by: string;
  readonly isSigned: boolean;
}

/** Runs the effect and records its decision, both or neither, durably. @throws Refusal without a reason. */
export function decide<T>(
  store: Store,
  hashing: Hashing,
  order: DecisionOrder,
  effect: (deciding: Deciding) => Promise<T>,
): Promise<{ readonly result: T; readonly decision: DecisionMade }> {
  assertReason(order.why);
  return store.durableTransaction(() => recordDecision(store, hashing, order, effect));
}

/** The same inside the caller's transaction. */
export async function recordDecision<T>(
  store: Store,
  hashing: Hashing,
  order: DecisionOrder,
  effect: (deciding: Deciding) => Promise<T>,
): Promise<{ readonly result: T; readonly decision: DecisionMade }> {
  assertReason(order.why);
  if (order.by.seen !== undefined) await assertUnchanged(store, order.by.seen, order);
  const tables = DECISION_TABLES[order.act];
  const before = await readEffectRows(store, tables);
  const result = await effect({ store } as Deciding);
  const writes = findWrites(before, await readEffectRows(store, tables));
  const last = await findLastLink(store);
  const { signer, name } = order.by;
  const number = (last?.number ?? 0) + 1;
  const document = toDecisionText({
    incident: (await readFact(store, 'incident')) ?? '',
    number,
    at: order.at,
    act: order.act,
    by: name,
    key: signer === null ? null : toBase64Url(signer.publicKey),
    why: order.why,
    entry: order.entry ?? null,
    log: await countEntries(store),
    before: digestRows(hashing, before),
    rows: order.rows,
    writes,
  });
  if (document.length > LARGEST_DOCUMENT_CHARS)
    throw new Refusal('large-decision', [
      'this decides about too many rows at once; split the list, and import its parts',
    ]);
  const previous = last?.digest ?? FIRST_PREVIOUS;
  const digest = digestLink(hashing, previous, document);
  const signature = signer === null ? null : toBase64Url(await signer.sign(toDecisionMessage(digest)));
  await insertLink(store, number, { document, previous, digest, signature });
  return { result, decision: { number, by: name, isSigned: signature !== null } };
}

/**
 * Lets the decisions of another state be made again in one that was made for it, to compute a wave again. Inside the
 * caller's transaction.
 * @throws Error for a state with a log: what people are told follows from it.
 */
export async function redecide(store: Store, work: (deciding: Deciding) => Promise<void>): Promise<void> {
  if ((await countEntries(store)) > 0) throw new Error('decisions are made again only in a state without a log');
  await work({ store } as Deciding);
}

function assertReason(why: string): void {
  if (why.trim() === '')
    throw new Refusal('no-reason', ['give the reason with --why: it is kept, and those who approve a wave read it']);
}

function findWrites(before: readonly EffectRow[], after: readonly EffectRow[]): readonly DecisionWrite[] {
  const toPlace = ({ table, key }: EffectRow) => `${table} ${key}`;
  const stood = new Map(before.map((row) => [toPlace(row), row]));
  const stands = new Set(after.map(toPlace));
  const written = after.flatMap((row) => {
    const former = stood.get(toPlace(row)) ?? null;
    if (former !== null && toCanonicalJson(former.row) === toCanonicalJson(row.row)) return [];
    return [{ table: row.table, key: row.key, before: former?.row ?? null, after: row.row }];
  });
  const gone = before
    .filter((row) => !stands.has(toPlace(row)))
    .map(({ table, key, row }) => ({ table, key, before: row, after: null }));
  return [...gone, ...written];
}
