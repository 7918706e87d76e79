import { type Cryptography, compareUtf8, formatTime, type Json, Refusal, type Runtime } from '@candor/core/base';
import type { Operator } from '@candor/core/evidence/incident';
import {
  type Approval,
  type ApprovalType,
  digestDocument,
  QUORUM,
  selectValidApprovals,
  signApproval,
} from '@candor/core/notice/operator';
import { freshBytes } from '../../adapters/random.ts';
import type { Store } from '../../adapters/store.ts';
import { listOperatorsOfLog } from '../../ledger/index.ts';
import { appendEntry } from '../../ledger/store/entry-store.ts';
import { findNewKey, findRunningWait, KEY_WAIT_SECONDS, readLogTimes } from '../../ledger/waiting/index.ts';
import { insertApproval, readApprovalRows } from '../store/approval-store.ts';
import type { Approver } from './approver.ts';

export interface ApprovalDeps {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly cryptography: Cryptography;
  readonly at: number;
}

/** One document that takes two people, and what happens once they agreed. */
export interface ApprovedAct {
  readonly matter: ApprovalType;
  /** Which one, for people: the wave's number, the proposal's. */
  readonly subject: string;
  readonly document: Json;
  /** Whose signatures count. */
  readonly operators: readonly Operator[];
  /**
   * What the agreement brings about, with the position of the log's entry and who agreed; inside the transaction of
   * that entry.
   */
  readonly effect: (entry: number, approvedBy: readonly string[]) => Promise<void>;
}

export interface ApprovalResult {
  readonly digest: string;
  /** Operators whose approval counts, sorted. */
  readonly approvedBy: readonly string[];
  /** Position in the log once enough agreed; null before. */
  readonly entry: number | null;
}

/** Who approved exactly this document so far. */
export async function listApprovals(
  { store, cryptography }: Pick<ApprovalDeps, 'store' | 'cryptography'>,
  matter: ApprovalType,
  digest: string,
  operators: readonly Operator[],
): Promise<readonly Approval[]> {
  const stored = await readApprovalRows(store, matter, digest);
  return selectValidApprovals(cryptography, matter, digest, stored, operators);
}

/**
 * Records one person's approval of exactly this document. The second one writes log entry and effect in the same
 * transaction, so that a kill leaves all or nothing.
 * @throws Refusal when this person approved it before.
 */
export async function approve(deps: ApprovalDeps, act: ApprovedAct, approver: Approver): Promise<ApprovalResult> {
  const { store, runtime, at } = deps;
  const digest = digestDocument(runtime, act.document);
  const approval = await signApproval(approver.signer, act.matter, digest);
  return store.durableTransaction(async () => {
    const before = await listApprovals(deps, act.matter, digest, act.operators);
    if (before.some(({ operator }) => operator === approval.operator))
      throw new Refusal('already-approved', [
        `${approval.operator} has approved this already; somebody else must approve now`,
      ]);
    await insertApproval(store, { what: act.matter, subject: act.subject, digest, approval, at });
    const valid = [...(await listApprovals(deps, act.matter, digest, act.operators))].sort((a, b) =>
      compareUtf8(a.operator, b.operator),
    );
    const approvedBy = valid.map(({ operator }) => operator);
    if (!approvedBy.includes(approval.operator)) throw new Error('a fresh approval does not verify');
    if (valid.length < QUORUM) return { digest, approvedBy, entry: null };
    const approvals = valid.map(({ operator, key, signature }) => ({ operator, key, signature }));
    const body = { document: act.document, approvals };
    const entry = await appendEntry(store, runtime, { kind: act.matter, at, body }, freshBytes(32));
    await act.effect(entry, approvedBy);
    return { digest, approvedBy, entry };
  });
}

/**
 * After a change new keys sign nothing for a day, measured by the log.
 * @throws Refusal for a key that came in with a change, with what is missing.
 */
export async function assertCooledOff(store: Store, { name, key }: Operator, at: number): Promise<void> {
  const since = findNewKey(await listOperatorsOfLog(store), key);
  const times = since === null ? null : await readLogTimes(store);
  if (since === null || times === null) return;
  if (since.waits === 'by-periods') {
    const running = findRunningWait(times, since, KEY_WAIT_SECONDS, at);
    if (running === null) return;
    throw new Refusal('key-too-new', [
      `the key of ${name} was added by a change of operators (entry ${since.index}) and signs nothing for a day: ${running.words}`,
    ]);
  }
  const until = since.at + KEY_WAIT_SECONDS;
  if (at >= until) return;
  throw new Refusal('key-too-new', [
    `the key of ${name} was added by a change of operators less than a day ago; it can sign from ${formatTime(until)}`,
  ]);
}
