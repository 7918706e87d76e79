import type { Runtime } from '@candor/core/base';
import { hint } from '@candor/core/base';
import {
  followReceipts,
  hashReceipt,
  NO_PREVIOUS_RECEIPT,
  type ReceiptHead,
  toReceiptText,
  type ViewReceipt,
} from '@candor/core/review/access';
import { z } from 'zod';
import type { PortalClient, PulledAccess } from '../../adapters/net/portal.ts';
import { guardOf } from '../../adapters/store/schema-guard.ts';
import { readJsonFact, writeFact } from '../../adapters/store/state-fact.ts';
import type { Store } from '../../adapters/store/store.ts';
import { type ChainBreak, findHead, hasAccess, insertAccess, putHead, setBroken } from '../store/access-store.ts';
import { raiseNeed } from '../store/need-store.ts';

export interface FetchedReceipts {
  readonly records: number;
  readonly parties: number;
  /** Parties with a broken chain; nothing more is fetched for them until a person decides. */
  readonly broken: readonly string[];
  /** It is true if the portal has lost receipts that it had. */
  readonly isBack: boolean;
}

export interface FetchReceiptsDeps {
  readonly store: Store;
  readonly portal: PortalClient;
  readonly runtime: Pick<Runtime, 'sha256Hex'>;
  readonly at: number;
}

/** Maximum per pull; the next one continues. */
const mostRecords = 2_000_000;

/** The last record that was taken: the portal must still have it at its place. */
const markSchema = z.object({ place: z.number(), hash: z.string() });
type Mark = Readonly<z.infer<typeof markSchema>>;
const isMark = guardOf(markSchema.nullable());

/**
 * Fetches view receipts, verifies each party's chain, and stores it, page by page. A restored portal is noticed at its
 * first record: a person is told, and the list is fetched from the start without known records.
 */
export async function fetchViewReceipts(deps: FetchReceiptsDeps): Promise<FetchedReceipts> {
  const { store, portal, at } = deps;
  const mark = await readJsonFact(store, 'portal-access', isMark);
  let page = await portal.listAccess(mark === null ? 0 : mark.place - 1);
  const isBack = mark !== null && !isAt(deps, mark, page[0]);
  if (isBack) {
    await store.durableTransaction(async () => {
      const words =
        'the portal lost view receipts: it was restored from an older backup, or somebody changed them. Find out which. Receipts fetched before are kept here.';
      const command = hint('portal.settle', 'portal-back', { why: 'TEXT' }).command;
      await raiseNeed(store, { kind: 'portal-back', party: null, subject: 'portal', words, command }, at);
      await writeFact(store, 'portal-access', 'null');
    });
    page = await portal.listAccess(0);
  }
  const counted = { records: 0, parties: new Set<string>(), broken: new Set<string>() };
  for (let seen = 0; page.length > 0 && seen < mostRecords; seen += page.length) {
    const taken = page;
    const last = taken.at(-1);
    if (last === undefined) break;
    await store.durableTransaction(async () => {
      await takePage(deps, taken, counted);
      const next: Mark = { place: last.place, hash: hashReceipt(deps.runtime, last.record) };
      await writeFact(store, 'portal-access', JSON.stringify(next));
    });
    page = await portal.listAccess(last.place);
  }
  return { records: counted.records, parties: counted.parties.size, broken: [...counted.broken], isBack };
}

function isAt({ runtime }: FetchReceiptsDeps, { place, hash }: Mark, found: PulledAccess | undefined): boolean {
  return found !== undefined && found.place === place && hashReceipt(runtime, found.record) === hash;
}

async function takePage(
  { store, runtime, at }: FetchReceiptsDeps,
  page: readonly PulledAccess[],
  counted: { records: number; readonly parties: Set<string>; readonly broken: Set<string> },
): Promise<void> {
  const heads = new Map<string, ReceiptHead & { readonly broken: ChainBreak | null }>();
  const grown = new Map<string, ReceiptHead>();
  const keepGrown = async (party: string): Promise<void> => {
    const head = grown.get(party);
    if (head !== undefined) await putHead(store, party, head);
    grown.delete(party);
  };
  for (const { record } of page) {
    const { party } = record;
    const head = heads.get(party) ??
      (await findHead(store, party)) ?? { number: 0, hash: NO_PREVIOUS_RECEIPT, broken: null };
    const next = head.broken === null ? followReceipts(runtime, party, head, [record]) : null;
    if (next !== null) {
      await insertAccess(store, { party, ...next, record: toReceiptText(record) });
      heads.set(party, { ...next, broken: null });
      grown.set(party, next);
      counted.records += 1;
      counted.parties.add(party);
      continue;
    }
    const hash = hashReceipt(runtime, record);
    if (await hasAccess(store, hash)) continue;
    counted.broken.add(party);
    await keepGrown(party);
    const broken = head.broken ?? (await breakChain(store, record, hash, head, at));
    heads.set(party, { ...head, broken });
  }
  for (const party of [...grown.keys()]) await keepGrown(party);
}

async function breakChain(
  store: Store,
  { party, number, previous }: ViewReceipt,
  hash: string,
  head: ReceiptHead,
  at: number,
): Promise<ChainBreak> {
  const broken: ChainBreak = { number, previous, hash, at };
  await setBroken(store, party, head, broken);
  const words = `view receipt ${number} of ${party} does not follow receipt ${head.number}, the last one fetched: the portal was restored from an older backup, or gives false records. Nothing of this party is fetched until somebody decides.`;
  const command = hint('portal.settle', party, { why: 'TEXT' }).command;
  await raiseNeed(store, { kind: 'access-break', party, subject: party, words, command }, at);
  return broken;
}
