import { advise, hint, Refusal } from '@candor/core/base';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { appendEntry } from '../../ledger/store/entry-store.ts';
import { requireActiveOperators } from '../../notice/approval/index.ts';
import { keepDispute } from '../../notice/index.ts';
import { type Dispute, keepDisputeAnswer, readDisputes } from '../../notice/store/dispute-store.ts';
import { findStoredParty } from '../impact/list-parties.ts';
import { requireLastVersion } from '../open-version.ts';

/**
 * A party disputes figures: recorded with its author, also in the log.
 * @throws Refusal for an unknown party.
 */
export async function openDispute(
  state: StateFolder,
  order: { readonly party: string; readonly notice: number | null; readonly claim: string; readonly by: string },
): Promise<Dispute> {
  const { store } = state;
  const at = now();
  const last = await requireLastVersion(state);
  const { party } = await findStoredParty(store, last.version, order.party);
  await requireActiveOperators(state, createNodeRuntime(), at);
  return store.durableTransaction(async () => {
    const id = await keepDispute(store, createNodeRuntime(), { ...order, party }, at);
    return requireDispute(state, id);
  });
}

/**
 * Answers a dispute. Where the party is right, curation or more evidence changes the figures, and the next `notice
 * prepare` drafts the correction: no figure is changed here.
 * @throws Refusal for one that is answered.
 */
export async function answerDispute(state: StateFolder, id: number, answer: string, by: string): Promise<Dispute> {
  const at = now();
  const dispute = await requireDispute(state, id);
  if (dispute.answer !== null) throw new Refusal('answered', [`dispute ${id} was answered by ${dispute.answeredBy}`]);
  await requireActiveOperators(state, createNodeRuntime(), at);
  return state.store.durableTransaction(async () => {
    const entry = await log(state, id, dispute.party, 'answered', answer, by, at);
    await keepDisputeAnswer(state.store, id, { answer, by, entry, at });
    return requireDispute(state, id);
  });
}

async function requireDispute(state: StateFolder, id: number): Promise<Dispute> {
  const found = (await readDisputes(state.store)).find((dispute) => dispute.id === id);
  if (found !== undefined) return found;
  throw new Refusal('unknown-dispute', [advise`there is no dispute ${id}; ${hint('dispute.list')} shows them`]);
}

function log(
  { store }: StateFolder,
  dispute: number,
  party: string,
  act: 'answered',
  text: string,
  by: string,
  at: number,
): Promise<number> {
  const body = { act, by, dispute, party, text };
  return appendEntry(store, createNodeRuntime(), { kind: 'dispute', at, body });
}
