import { advise, hint, Refusal, type Runtime } from '@candor/core/base';
import { toHex } from '@candor/core/ledger';
import { commitNotice, toRecordText } from '@candor/core/notice/wave';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import {
  type ApprovalResult,
  type Proposed,
  runAct,
  type Signature,
  type TwoPersonAct,
} from '../../notice/approval/index.ts';
import { isOfHold } from '../../notice/delivery/index.ts';
import { listGuessedBeside, listRepeats, loadIncidentNow } from '../../notice/index.ts';
import { listMessagesOf } from '../../notice/store/delivery-store.ts';
import { markWithdrawn } from '../../notice/store/notice-store.ts';
import type { Withdrawal } from '../../notice/store/proposal-schema.ts';
import { insertProposal, type Proposal, readWithdrawal, requireProposal } from '../../notice/store/proposal-store.ts';
import {
  type KeptWithdrawal,
  listSentNotices,
  requireNotice,
  type StoredNotice,
} from '../../notice/store/wave-store.ts';

/**
 * Proposes to withdraw notices that went out. Nothing happens before two people have approved it.
 * @throws Refusal for notices that never went out or are withdrawn already, and where a reminder of one would stay in
 * force.
 */
export async function proposeWithdrawal(
  state: StateFolder,
  order: {
    readonly notices: readonly number[];
    readonly misdirected: boolean;
    readonly why: string;
    readonly by: string;
  },
): Promise<Proposal> {
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
  return insertProposal(state.store, runtime, 'withdrawal', document, order.by, now());
}

/** One person's approval of a withdrawal; with the second the codes are dead, and the log has it. */
export async function approveWithdrawal(
  state: StateFolder,
  id: number,
  signature: Signature,
  digest: string | null,
): Promise<ApprovalResult & { readonly notices: readonly number[] }> {
  const { store } = state;
  const act: TwoPersonAct<ReadWithdrawal> = {
    matter: 'withdrawal',
    read: () => readProposed(store, id),
    concerns: { are: 'custodians', list: async ({ notices }) => notices.flatMap(({ custodians }) => custodians) },
    recheck: ({ notices, withdrawal }) =>
      assertNoRepeats(
        store,
        notices.map((notice) => notice.id),
        withdrawal.misdirected,
      ),
    effect: async ({ notices, withdrawal: { misdirected, why } }, { entry, at }) => {
      for (const notice of notices) {
        const unsent = (await isUnsent(store, notice.id)) ? ({ unsent: true } as const) : {};
        const kept: KeptWithdrawal = { misdirected, why, ...unsent };
        await markWithdrawn(store, notice.id, kept, entry, at);
      }
    },
  };
  const { result, read } = await runAct(state, act, signature, digest);
  return { ...result, notices: read.notices.map((notice) => notice.id) };
}

interface ReadWithdrawal extends Proposed {
  readonly withdrawal: Withdrawal;
  /** Each is the one that was proposed. */
  readonly notices: readonly StoredNotice[];
}

/** @throws Refusal for a withdrawal that was approved, or of notices that have changed since. */
async function readProposed(store: Store, id: number): Promise<ReadWithdrawal> {
  const runtime = createNodeRuntime();
  const proposal = await requireProposal(store, runtime, id, 'withdrawal');
  const { document, entry } = proposal;
  if (entry !== null)
    throw new Refusal('already-approved', [`withdrawal ${id} was approved; it is entry ${entry} of the log`]);
  const withdrawal = readWithdrawal(proposal);
  const notices: StoredNotice[] = [];
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
    notices.push(notice);
  }
  return { document, named: `withdrawal ${id}`, subject: null, proposal: id, otherwise: '', withdrawal, notices };
}

/**
 * @throws Refusal where a reminder, an update or a notice to guessed contacts of what would be taken back would stay in
 * force, and go on telling it.
 */
async function assertNoRepeats(store: Store, ids: readonly number[], misdirected: boolean): Promise<void> {
  const sentNotices = await listSentNotices(store);
  // That one went to the wrong party says nothing of another one's.
  const beside = misdirected ? [] : listGuessedBeside(sentNotices, ids);
  const repeats = [...new Set([...listRepeats(sentNotices, ids), ...beside].map(({ id }) => id))].sort((a, b) => a - b);
  if (repeats.length === 0) return;
  const [subject, them] = repeats.length === 1 ? ['notice', 'repeats'] : ['notices', 'repeat'];
  throw new Refusal('repeated-notice', [
    advise`${subject} ${repeats.join(', ')} ${them} what would be withdrawn, and would stay valid: withdraw all of them with ${hint('notice.withdraw', ...ids, ...repeats, { why: '…' })}`,
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
