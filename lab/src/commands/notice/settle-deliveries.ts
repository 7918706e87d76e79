import { type Json, Refusal } from '@candor/core/base';
import { now } from '../../adapters/clock.ts';
import { nodeCryptography } from '../../adapters/cryptography.ts';
import { createNodeRuntime } from '../../adapters/runtime.ts';
import type { StateFolder } from '../../adapters/state-folder.ts';
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
import { DeliveryBook } from '../../notice/store/delivery-book.ts';
import { findByKeys, listUncertainMessages, listUncertainOr } from '../../notice/store/delivery-store.ts';
import { insertProposal, type Proposal, requireProposal, settleProposal } from '../../notice/store/proposal-store.ts';
import { requireNotice } from '../../notice/store/wave-store.ts';
import { inState } from '../acting.ts';

export type SettledAs = 'accepted' | 'bounced';

/** The decision of two people about messages whose acceptance by the relay is unknown. */
interface Settlement {
  readonly v: 1;
  readonly as: SettledAs;
  /** Keys of the deliveries, sorted. */
  readonly deliveries: readonly string[];
  readonly why: string;
}

export interface SettlementOrder {
  /** Numbers of deliveries; null: all that are uncertain. */
  readonly deliveries: readonly number[] | null;
  readonly as: SettledAs;
  readonly why: string;
}

export interface SettlementResult extends ApprovalResult {
  readonly settlement: number;
  readonly as: SettledAs;
  readonly why: string;
  readonly deliveries: readonly string[];
}

/**
 * Proposes how to settle uncertain deliveries, with the first approval. Nothing changes before the second, and nothing
 * is sent.
 * @throws Refusal for a delivery that is not uncertain.
 */
export function proposeSettlement(
  statePath: string,
  order: SettlementOrder,
  signing: SigningOrder,
): Promise<SettlementResult> {
  return inState(statePath, async (state) => {
    const rows = await selectUncertain(state.store, order.deliveries);
    const document: Settlement = { v: 1, as: order.as, deliveries: rows.map(({ key }) => key).sort(), why: order.why };
    const runtime = createNodeRuntime();
    const { operators } = await requireActiveOperators(state, runtime, now());
    findOperator(operators, signing.as);
    const { store } = state;
    const proposal = await insertProposal(store, runtime, 'settlement', document as unknown as Json, signing.as, now());
    return agree(state, proposal, signing);
  });
}

/** Another person's approval; with it the deliveries are settled, and the log has it. @throws Refusal. */
export function approveSettlement(
  statePath: string,
  id: number,
  signing: SigningOrder,
  digest: string | null,
): Promise<SettlementResult> {
  return inState(statePath, async (state) => {
    const proposal = await requireProposal(state.store, createNodeRuntime(), id, 'settlement');
    if (proposal.entry !== null)
      throw new Refusal('already-approved', [
        `settlement ${id} was approved; it is entry ${proposal.entry} of the log`,
      ]);
    if (digest !== null && !proposal.digest.startsWith(digest))
      throw new Refusal('other-digest', [`settlement ${id} has the digest ${proposal.digest}, not ${digest}`]);
    return agree(state, proposal, signing);
  });
}

async function agree(state: StateFolder, proposal: Proposal, signing: SigningOrder): Promise<SettlementResult> {
  const { store } = state;
  const runtime = createNodeRuntime();
  const at = now();
  const { operators } = await requireActiveOperators(state, runtime, at);
  const operator = findOperator(operators, signing.as);
  const { deliveries, as, why } = proposal.document as unknown as Settlement;
  const rows = await findByKeys(store, deliveries);
  for (const notice of new Set(rows.map((row) => row.notice_id)))
    assertNotOwn(operator, (await requireNotice(store, notice)).custodians);
  await assertCooledOff(store, operator, at);
  const approver = await openApprover(operator, signing);
  const result = await approve(
    { store, runtime, cryptography: nodeCryptography, at },
    {
      matter: 'settlement',
      subject: String(proposal.id),
      document: proposal.document,
      operators,
      effect: async (entry, who) => {
        const book = new DeliveryBook({ store, now, host: `settlement ${proposal.id}`, who, entry });
        for (const { id, key } of rows) {
          const written = await book.apply(id, { event: 'settle', as, reason: why });
          if (written.is === 'refused') throw refuseNotUncertain([`${key} is no longer uncertain`]);
        }
        await settleProposal(store, proposal.id, entry);
      },
    },
    approver,
  );
  return { ...result, settlement: proposal.id, as, why, deliveries };
}

async function selectUncertain(store: Store, ids: readonly number[] | null) {
  const rows = await listUncertainOr(store, ids);
  const reasons = [
    ...(ids ?? []).filter((id) => !rows.some((row) => row.id === id)).map((id) => `there is no delivery ${id}`),
    ...rows.filter(({ state }) => state !== 'uncertain').map(({ id, state }) => `delivery ${id} is ${state}`),
  ];
  if (rows.length === 0 && reasons.length === 0) reasons.push('no delivery is uncertain');
  if (reasons.length > 0) throw refuseNotUncertain(reasons);
  return rows;
}

function refuseNotUncertain(reasons: readonly string[]): Refusal {
  return new Refusal(
    'not-uncertain',
    reasons.map((reason) => `${reason}; people settle only uncertain deliveries (\`candor notice settle\` lists them)`),
  );
}

/** A delivery that waits for people, with everything that is known of how it went. */
export interface UncertainDelivery {
  readonly id: number;
  readonly party: string;
  readonly contact: string;
  readonly wave: number;
  readonly messageId: string;
  readonly reason: string;
  readonly since: number;
  /** The server's words that came too late, if any did. */
  readonly late: string | null;
}

export function listUncertain(statePath: string): Promise<readonly UncertainDelivery[]> {
  return inState(statePath, async ({ store }) => {
    const rows = await listUncertainMessages(store);
    return rows.map((row) => ({ ...row, reason: row.reason ?? '' }));
  });
}
