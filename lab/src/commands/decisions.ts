import { advise, hint, type Problem, Refusal } from '@candor/core/base';
import type { DecisionDocument } from '@candor/core/ledger/decision';
import { nodeCryptography } from '../adapters/keys/cryptography.ts';
import { createNodeRuntime } from '../adapters/process/runtime.ts';
import type { StateFolder } from '../adapters/store/state-folder.ts';
import type { Store } from '../adapters/store/store.ts';
import { readDecisions } from '../ledger/decision/index.ts';
import { loadIncidentNow } from '../notice/index.ts';
import { checkDecisions } from '../transparency/decision/index.ts';

/**
 * Who decided, as far as it is proved: an operator by signature, two operators by an entry of the log, the name that
 * was typed, unknown (former versions), or an invalid signature.
 */
export type DecisionProof = 'signed' | 'approved' | 'says' | 'unknown' | 'wrong';

export interface DecisionView extends DecisionDocument {
  readonly digest: string;
  readonly who: DecisionProof;
}

export interface DecisionsView {
  readonly decisions: readonly DecisionView[];
  /** Everything that differs: chain, signatures, rows of the state, heads in the log. */
  readonly problems: readonly Problem[];
}

/** Every decision that a person made by hand, verified, oldest first. */
export async function listDecisions(state: StateFolder): Promise<DecisionsView> {
  return readDecisionViews(state.store);
}

/** One decision. @throws Refusal for an unknown number. */
export async function showDecision(state: StateFolder, number: number): Promise<DecisionView> {
  const found = (await listDecisions(state)).decisions.find((decision) => decision.number === number);
  if (found !== undefined) return found;
  throw new Refusal('unknown-decision', [advise`there is no decision ${number}; ${hint('decisions')} lists them`]);
}

async function readDecisionViews(store: Store): Promise<DecisionsView> {
  const { chain, problems } = await checkStoredDecisions(store);
  const wrong = new Set(chain.faults.filter(({ code }) => code === 'decision-signature').map(({ number }) => number));
  const decisions = (await readDecisions(store, { since: 0 })).flatMap(({ document, digest }, at) =>
    document === null ? [] : [{ ...document, digest, who: toProof(document, wrong.has(at + 1)) }],
  );
  return { decisions, problems };
}

/** The same check for `candor log fsck`. */
export async function checkStoredDecisions(store: Store) {
  const operators = await loadIncidentNow(store).then(
    ({ incident }) => incident.operators,
    (cause) => {
      // The log names the operators itself; the incident file may be gone.
      if (cause instanceof Refusal) return [];
      throw cause;
    },
  );
  return checkDecisions(store, { hashing: createNodeRuntime(), cryptography: nodeCryptography, operators });
}

function toProof({ key, entry, by }: DecisionDocument, isWrong: boolean): DecisionProof {
  if (isWrong) return 'wrong';
  if (key !== null) return 'signed';
  if (entry !== null) return 'approved';
  return by === null ? 'unknown' : 'says';
}
