import { advise, hint, Refusal } from '@candor/core/base';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import {
  type ApprovalResult,
  NOTHING_TO_RECHECK,
  type Proposed,
  runAct,
  type Signature,
  type TwoPersonAct,
} from '../../notice/approval/index.ts';
import { DeliveryBook } from '../../notice/store/delivery-book.ts';
import { findByKeys, listUncertainMessages, listUncertainOr } from '../../notice/store/delivery-store.ts';
import type { Settlement } from '../../notice/store/proposal-schema.ts';
import { readSettlement, requireProposal } from '../../notice/store/proposal-store.ts';
import { requireNotice } from '../../notice/store/wave-store.ts';

export type SettledAs = Settlement['as'];

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
export async function proposeSettlement(
  state: StateFolder,
  order: SettlementOrder,
  signature: Signature,
): Promise<SettlementResult> {
  const act = toAct(state, async () => {
    const rows = await selectUncertain(state.store, order.deliveries);
    const deliveries = rows.map(({ key }) => key).sort();
    const document: Settlement = { v: 1, as: order.as, deliveries, why: order.why };
    return { document, proposal: 'new', settlement: document };
  });
  return agree(state, act, signature, null);
}

/** Another person's approval; with it the deliveries are settled, and the log has it. @throws Refusal. */
export async function approveSettlement(
  state: StateFolder,
  id: number,
  signature: Signature,
  digest: string | null,
): Promise<SettlementResult> {
  const act = toAct(state, async () => {
    const found = await requireProposal(state.store, createNodeRuntime(), id, 'settlement');
    const { document, entry } = found;
    if (entry !== null)
      throw new Refusal('already-approved', [`settlement ${id} was approved; it is entry ${entry} of the log`]);
    return { document, proposal: id, settlement: readSettlement(found) };
  });
  return agree(state, act, signature, digest);
}

type ProposedSettlement = Pick<Proposed, 'document' | 'proposal'> & { readonly settlement: Settlement };

type ReadSettlement = Proposed &
  ProposedSettlement & {
    /** As they are now. */
    readonly rows: Awaited<ReturnType<typeof findByKeys>>;
  };

function toAct({ store }: StateFolder, find: () => Promise<ProposedSettlement>): TwoPersonAct<ReadSettlement> {
  return {
    matter: 'settlement',
    read: async () => {
      const found = await find();
      const rows = await findByKeys(store, found.settlement.deliveries);
      return { ...found, named: `settlement ${found.proposal}`, subject: null, otherwise: '', rows };
    },
    concerns: {
      are: 'custodians',
      list: async ({ rows }) => {
        const custodians: string[] = [];
        for (const notice of new Set(rows.map((row) => row.notice_id)))
          custodians.push(...(await requireNotice(store, notice)).custodians);
        return custodians;
      },
    },
    // Each is looked at again as it is settled.
    recheck: NOTHING_TO_RECHECK,
    effect: async ({ rows, settlement: { as, why } }, { entry, approvedBy, proposal }) => {
      const book = new DeliveryBook({ store, now, host: `settlement ${proposal}`, who: approvedBy, entry });
      for (const { id, key } of rows) {
        const written = await book.apply(id, { event: 'settle', as, reason: why });
        if (written.is === 'refused') throw refuseNotUncertain([`${key} is no longer uncertain`]);
      }
    },
  };
}

async function agree(
  state: StateFolder,
  act: TwoPersonAct<ReadSettlement>,
  signature: Signature,
  digest: string | null,
): Promise<SettlementResult> {
  const { result, read, proposal } = await runAct(state, act, signature, digest);
  if (proposal === null) throw new Error('a settlement is a proposal');
  const { as, why, deliveries } = read.settlement;
  return { ...result, settlement: proposal, as, why, deliveries };
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
    reasons.map(
      (reason) => advise`${reason}; people settle only uncertain deliveries (${hint('notice.settle')} lists them)`,
    ),
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

export async function listUncertain({ store }: StateFolder): Promise<readonly UncertainDelivery[]> {
  const rows = await listUncertainMessages(store);
  return rows.map((row) => ({ ...row, reason: row.reason ?? '' }));
}
