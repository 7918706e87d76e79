import {
  advise,
  type Cryptography,
  compareUtf8,
  formatTime,
  type Json,
  Refusal,
  type Runtime,
} from '@candor/core/base';
import type { Operator } from '@candor/core/incident';
import {
  type Approval,
  type ApprovalType,
  digestDocument,
  QUORUM,
  selectValidApprovals,
} from '@candor/core/notice/operator';
import type { Store } from '../../adapters/store/store.ts';
import { listOperatorsOfLog } from '../../ledger/index.ts';
import { appendEntry } from '../../ledger/store/entry-store.ts';
import { findNewKey, findRunningWait, KEY_WAIT_SECONDS, readLogTimes } from '../../ledger/waiting/index.ts';
import { insertApproval, readApprovalRows } from '../store/approval-store.ts';
import { insertProposal, settleProposal } from '../store/proposal-store.ts';
import { type ActiveOperator, assertNotOwn, findOperator } from './approver.ts';

export interface ApprovalDeps {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly cryptography: Cryptography;
  readonly at: number;
}

/** One document that takes two people, and what happens once they agreed. */
export interface ApprovedAct {
  readonly matter: ApprovalType;
  /** Null means that people see the number of its proposal. */
  readonly subject: string | null;
  readonly document: Json;
  /** `new` is stored with the first approval. */
  readonly proposal: number | 'new' | null;
  readonly operators: readonly Operator[];
  /**
   * What the agreement brings about, with the position of the log's entry and who agreed; inside the transaction of
   * that entry.
   */
  readonly effect: (entry: number, approvedBy: readonly string[], proposal: number | null) => Promise<void>;
}

/** One person's signature, wherever it was made. */
export interface GivenApproval {
  readonly operator: Operator;
  readonly approval: Approval;
}

export interface ApprovalResult {
  readonly digest: string;
  readonly approvedBy: readonly string[];
  /** It is null until enough people have agreed. */
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
 * @throws Refusal when this person approved it before, or the signature is not theirs.
 */
export async function approve(
  deps: ApprovalDeps,
  act: ApprovedAct,
  { operator, approval }: GivenApproval,
): Promise<ApprovalResult & { readonly proposal: number | null }> {
  const { store, runtime, cryptography, at } = deps;
  const { matter, document, operators } = act;
  const digest = digestDocument(runtime, document);
  const own = await selectValidApprovals(cryptography, matter, digest, [approval], [operator]);
  if (own.length === 0)
    throw new Refusal('wrong-signature', [
      `this is no signature of ${operator.name} over the ${matter} with the digest ${digest}`,
    ]);
  return store.durableTransaction(async () => {
    const before = await listApprovals(deps, matter, digest, operators);
    if (before.some(({ operator: name }) => name === approval.operator))
      throw new Refusal('already-approved', [
        `${approval.operator} has approved this already; somebody else must approve now`,
      ]);
    const proposal =
      act.proposal === 'new'
        ? (await insertProposal(store, runtime, matter, document, approval.operator, at)).id
        : act.proposal;
    await insertApproval(store, { what: matter, subject: act.subject ?? String(proposal), digest, approval, at });
    const valid = [...(await listApprovals(deps, matter, digest, operators))].sort((a, b) =>
      compareUtf8(a.operator, b.operator),
    );
    const approvedBy = valid.map(({ operator: name }) => name);
    if (valid.length < QUORUM) return { digest, approvedBy, entry: null, proposal };
    const approvals = valid.map(({ operator: name, key, signature }) => ({ operator: name, key, signature }));
    const entry = await appendEntry(store, runtime, { kind: matter, at, body: { document, approvals } });
    await act.effect(entry, approvedBy, proposal);
    if (proposal !== null) await settleProposal(store, proposal, entry);
    return { digest, approvedBy, entry, proposal };
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
      advise`the key of ${name} was added by a change of operators (entry ${since.index}) and signs nothing for a day: ${running.words}`,
    ]);
  }
  const until = since.at + KEY_WAIT_SECONDS;
  if (at >= until) return;
  throw new Refusal('key-too-new', [
    `the key of ${name} was added by a change of operators less than a day ago; it can sign from ${formatTime(until)}`,
  ]);
}

/**
 * Who this person is, whose key would count for something about these custodians' mailboxes now.
 * @throws Refusal for a stranger, the person's own mailbox, or a key that is too new.
 */
export async function assertMayAct(
  store: Store,
  operators: readonly ActiveOperator[],
  as: string,
  custodians: Iterable<string>,
  at: number,
): Promise<ActiveOperator> {
  const operator = findOperator(operators, as);
  assertNotOwn(operator, custodians);
  await assertCooledOff(store, operator, at);
  return operator;
}
