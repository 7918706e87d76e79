import { type Json, Refusal, type Runtime } from '@candor/core/base';
import { toHex } from '@candor/core/ledger';
import { commitNotice, toRecordText } from '@candor/core/notice/wave';
import { now } from '../../adapters/clock.ts';
import { nodeCryptography } from '../../adapters/cryptography.ts';
import { createNodeRuntime } from '../../adapters/runtime.ts';
import type { Store } from '../../adapters/store.ts';
import {
  type ApprovalResult,
  approve,
  assertCooledOff,
  assertNotOwn,
  findOperator,
  openApprover,
  requireActiveOperators,
  type SigningOrder,
} from '../../notice/approval/index.ts';
import { listGuessedBeside, listRepeats, loadIncidentNow } from '../../notice/index.ts';
import { isOfHold } from '../../notice/sender/index.ts';
import { listMessagesOf } from '../../notice/store/delivery-store.ts';
import { markWithdrawn } from '../../notice/store/notice-store.ts';
import { insertProposal, type Proposal, requireProposal, settleProposal } from '../../notice/store/proposal-store.ts';
import {
  type KeptWithdrawal,
  listSentNotices,
  requireNotice,
  type StoredNotice,
} from '../../notice/store/wave-store.ts';
import { inState } from '../acting.ts';

/** The document that two people approve to withdraw a notice. */
interface Withdrawal {
  readonly v: 1;
  readonly incident: string;
  /** With the commitment of its record, hex: a number alone would mean another notice in another state. */
  readonly notices: readonly { readonly notice: number; readonly record: string }[];
  /** Misdirected: its code is dead, and the party does not count as notified by it. */
  readonly misdirected: boolean;
  readonly why: string;
}

/**
 * Proposes to withdraw notices that went out. Nothing happens before two people have approved it.
 * @throws Refusal for notices that never went out or are withdrawn already, and where a reminder of one would stay in
 * force.
 */
export function proposeWithdrawal(
  statePath: string,
  order: {
    readonly notices: readonly number[];
    readonly misdirected: boolean;
    readonly why: string;
    readonly by: string;
  },
): Promise<Proposal> {
  return inState(statePath, async (state) => {
    const ids = [...new Set(order.notices)].sort((a, b) => a - b);
    const runtime = createNodeRuntime();
    const notices: Withdrawal['notices'][number][] = [];
    for (const id of ids) {
      const notice = await requireNotice(state.store, id);
      if (notice.state !== 'approved')
        throw new Refusal('not-told', [
          `notice ${id} is ${notice.state}; only a notice that was approved can be withdrawn`,
        ]);
      notices.push({ notice: id, record: toCommitment(runtime, notice) });
    }
    const { misdirected, why } = order;
    await assertNoRepeats(state.store, ids, misdirected);
    const { incident } = await loadIncidentNow(state.store);
    const document: Withdrawal = { v: 1, incident: incident.incident, notices, misdirected, why };
    return insertProposal(state.store, runtime, 'withdrawal', document as unknown as Json, order.by, now());
  });
}

/** One person's approval of a withdrawal; with the second the codes are dead, and the log has it. */
export function approveWithdrawal(
  statePath: string,
  id: number,
  order: SigningOrder,
  digest: string | null,
): Promise<ApprovalResult & { readonly notices: readonly number[] }> {
  return inState(statePath, async (state) => {
    const { store } = state;
    const runtime = createNodeRuntime();
    const at = now();
    const proposal = await requireProposal(store, runtime, id, 'withdrawal');
    if (proposal.entry !== null)
      throw new Refusal('already-approved', [
        `withdrawal ${id} was approved; it is entry ${proposal.entry} of the log`,
      ]);
    if (digest !== null && !proposal.digest.startsWith(digest))
      throw new Refusal('other-digest', [`withdrawal ${id} has the digest ${proposal.digest}, not ${digest}`]);
    const { operators } = await requireActiveOperators(state, runtime, at);
    const operator = findOperator(operators, order.as);
    const withdrawal = proposal.document as unknown as Withdrawal;
    const ids = withdrawal.notices.map(({ notice }) => notice);
    for (const { notice: each, record } of withdrawal.notices) {
      const notice = await requireNotice(store, each);
      if (toCommitment(runtime, notice) !== record)
        throw new Refusal('proposal-differs', [
          `withdrawal ${id}: notice ${each} has changed since the proposal; propose it again`,
        ]);
      // Nothing would change, and the log would say another reason for what was done.
      if (notice.state !== 'approved')
        throw new Refusal('proposal-differs', [
          `withdrawal ${id}: notice ${each} was withdrawn since it was proposed; propose the remaining ones again`,
        ]);
      assertNotOwn(operator, notice.custodians);
    }
    await assertNoRepeats(store, ids, withdrawal.misdirected);
    await assertCooledOff(store, operator, at);
    const approver = await openApprover(operator, order);
    const { misdirected, why } = withdrawal;
    const result = await approve(
      { store, runtime, cryptography: nodeCryptography, at },
      {
        matter: 'withdrawal',
        subject: String(id),
        document: proposal.document,
        operators,
        effect: async (entry) => {
          for (const notice of ids) {
            const kept: KeptWithdrawal = {
              misdirected,
              why,
              ...((await isUnsent(store, notice)) ? { unsent: true } : {}),
            };
            await markWithdrawn(store, notice, kept, entry, at);
          }
          await settleProposal(store, id, entry);
        },
      },
      approver,
    );
    return { ...result, notices: ids };
  });
}

/**
 * @throws Refusal where a reminder, an update or a notice to guessed contacts of what would be taken back would stay in
 * force, and go on telling it.
 */
async function assertNoRepeats(store: Store, ids: readonly number[], misdirected: boolean): Promise<void> {
  const told = await listSentNotices(store);
  // That one went to the wrong party says nothing of another one's.
  const beside = misdirected ? [] : listGuessedBeside(told, ids);
  const repeats = [...new Set([...listRepeats(told, ids), ...beside].map(({ id }) => id))].sort((a, b) => a - b);
  if (repeats.length === 0) return;
  const [subject, them] = repeats.length === 1 ? ['notice', 'repeats'] : ['notices', 'repeat'];
  throw new Refusal('repeated-notice', [
    `${subject} ${repeats.join(', ')} ${them} what would be withdrawn, and would stay valid: withdraw all of them with \`candor notice withdraw ${[...ids, ...repeats].join(' ')} --why …\``,
  ]);
}

/** States of a delivery that no server has seen the message of. */
const HERE: ReadonlySet<string> = new Set(['approved', 'deferred']);

/**
 * Whether no message of a notice has left. One without messages, or with unsendable ones, may have gone by letter,
 * unless the party is on hold.
 */
async function isUnsent(store: Store, notice: number): Promise<boolean> {
  const rows = await listMessagesOf(store, notice);
  const isHere = ({ state, reason }: (typeof rows)[number]) =>
    HERE.has(state) || (state === 'inhibited' && isOfHold(reason));
  return rows.length > 0 && rows.every(isHere);
}

function toCommitment(runtime: Pick<Runtime, 'sha256Hex'>, { id, salt, record }: StoredNotice): string {
  if (record === null) throw new Error(`notice ${id} was approved without a record`);
  return toHex(commitNotice(runtime, salt, toRecordText(record)));
}
