import { formatAmount, Refusal } from '@candor/core/base';
import { QUORUM } from '@candor/core/notice/operator';
import { openStateForWriting, type StateFolder } from '../../adapters/state-folder.ts';
import { eraseInputs } from '../../evidence/store/input-store.ts';
import type { ApprovalResult, SigningOrder } from '../../notice/approval/index.ts';
import { loadIncidentNow } from '../../notice/index.ts';
import { settleProposal } from '../../notice/store/proposal-store.ts';
import { approveDocument, findOrPropose } from '../agree.ts';
import { requireLastVersion, withLastVersion } from '../open-version.ts';

export interface EraseInputsOrder {
  /** The first operator's reason; the second one signs the same. */
  readonly why: string | null;
  readonly digest: string | null;
  readonly signing: SigningOrder;
}

/** What the first operator proposed, or the second one carried out. */
export interface InputsErasure extends ApprovalResult {
  readonly why: string;
  /** Files that went; null: it waits for a second operator. */
  readonly erased: number | null;
}

/**
 * Erases what was kept of every version and wave for auditors, once a second operator agrees; digests stay. A wave that
 * was not exported before cannot be audited any more.
 * @throws Refusal while there are fewer than two operators: it cannot be taken back.
 */
export async function eraseKeptInputs(statePath: string, order: EraseInputsOrder): Promise<InputsErasure> {
  // A folder without a state stays as it is.
  await withLastVersion(statePath, async () => undefined);
  const state = await openStateForWriting(statePath);
  try {
    await requireLastVersion(state);
    return await eraseByTwo(state, order);
  } finally {
    await state.close();
  }
}

async function eraseByTwo(state: StateFolder, order: EraseInputsOrder): Promise<InputsErasure> {
  const { store } = state;
  const { incident } = await loadIncidentNow(store);
  if (incident.operators.length < QUORUM)
    throw new Refusal('needs-two-operators', [
      `what is erased cannot be brought back, so two operators must agree, and the incident file names ${formatAmount(incident.operators.length, 'operator')}; add them with \`candor operator add NAME\``,
    ]);
  const subject = { v: 1, kind: 'erasure', incident: incident.incident, what: 'inputs', before: null };
  const proposal = await findOrPropose(state, 'erasure', subject, order.why, order.signing.as);
  const { document } = proposal;
  const why = typeof document === 'object' && document !== null && 'why' in document ? String(document['why']) : '';
  let erased: number | null = null;
  const result = await approveDocument(
    state,
    {
      matter: 'erasure',
      subject: 'the erasure of kept inputs',
      document,
      custodians: [],
      effect: async (entry) => {
        erased = await eraseInputs(store);
        await settleProposal(store, proposal.id, entry);
      },
    },
    order.signing,
    order.digest,
  );
  if (result.entry !== null) await store.scrub();
  return { ...result, why, erased };
}
