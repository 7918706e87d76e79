import { formatAmount, formatInstant, Refusal } from '@candor/core/base';
import { QUORUM } from '@candor/core/notice/operator';
import { destroyKeyFile } from '../../adapters/key-file.ts';
import { createNodeRuntime } from '../../adapters/runtime.ts';
import { openStateForWriting, type StateFolder } from '../../adapters/state-folder.ts';
import { toValueKeyPath } from '../../impact/index.ts';
import { appendDecision } from '../../impact/store/decision-store.ts';
import { type Erased, eraseSearched } from '../../impact/store/value-store.ts';
import { recordDecision } from '../../ledger/decision/index.ts';
import type { ApprovalResult, SigningOrder } from '../../notice/approval/index.ts';
import { loadIncidentNow } from '../../notice/index.ts';
import { settleProposal } from '../../notice/store/proposal-store.ts';
import { approveDocument, findOrPropose } from '../agree.ts';
import { requireLastVersion, withLastVersion } from '../open-version.ts';

export interface EraseOrder {
  /** Only findings that were recorded before it; null: all. */
  readonly before: number | null;
  /** The first operator's reason; the second one signs the same. */
  readonly why: string | null;
  readonly digest: string | null;
  readonly signing: SigningOrder;
}

/** What the first operator proposed, or the second one carried out. */
export interface FindingsErasure extends ApprovalResult {
  readonly why: string;
  /** Null: it waits for a second operator. */
  readonly erased: ErasedFindings | null;
}

export interface ErasedFindings extends Erased {
  /** There was a key. */
  readonly key: boolean;
}

/**
 * Erases findings once a second operator agrees: first the key, without which the hashes are useless, then places,
 * masks and hashes, also in the store's files. Messages searched before `before` are not searched again; for others the
 * next run makes new hashes under a new key.
 * @throws Refusal while there are fewer than two operators: it cannot be taken back.
 */
export async function eraseFindings(statePath: string, order: EraseOrder): Promise<FindingsErasure> {
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

async function eraseByTwo(state: StateFolder, order: EraseOrder): Promise<FindingsErasure> {
  const { store } = state;
  const { incident } = await loadIncidentNow(store);
  if (incident.operators.length < QUORUM)
    throw new Refusal('needs-two-operators', [
      `what is erased cannot be brought back, so two operators must agree, and the incident file names ${formatAmount(incident.operators.length, 'operator')}; add them with \`candor operator add NAME\`, put their keys and \`log\` into the incident file, then give this command with --as NAME --key FILE, twice`,
    ]);
  const before = order.before === null ? null : formatInstant(order.before);
  const subject = { v: 1, kind: 'erasure', incident: incident.incident, what: 'findings', before };
  const proposal = await findOrPropose(state, 'erasure', subject, order.why, order.signing.as);
  const { document } = proposal;
  const why = typeof document === 'object' && document !== null && 'why' in document ? String(document['why']) : '';
  let erased: ErasedFindings | null = null;
  const result = await approveDocument(
    state,
    {
      matter: 'erasure',
      subject: 'the erasure of findings',
      document,
      custodians: [],
      effect: async (entry, at) => {
        erased = await erase(state, { before: order.before, by: order.signing.as, why, entry, at });
        await settleProposal(store, proposal.id, entry);
      },
    },
    order.signing,
    order.digest,
  );
  if (result.entry !== null) await store.scrub();
  return { ...result, why, erased };
}

async function erase(
  state: StateFolder,
  act: {
    readonly before: number | null;
    readonly by: string;
    readonly why: string;
    readonly entry: number;
    readonly at: number;
  },
): Promise<ErasedFindings> {
  const { store } = state;
  const { before, by, why, entry, at } = act;
  const key = destroyKeyFile(toValueKeyPath(state));
  const { findings, messages } = await eraseSearched(store, before, at);
  const rows = [{ what: 'findings', before: { findings, messages }, after: 'erased' }];
  const order = { act: 'findings.erase', by: { name: by, signer: null }, why, at, rows, entry } as const;
  await recordDecision(store, createNodeRuntime(), order, (deciding) =>
    appendDecision(deciding, { by, why, at, act: { act: 'erase', before, findings, messages } }),
  );
  return { findings, messages, key };
}
