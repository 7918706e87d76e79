import { advise, formatAmount, hint, Refusal } from '@candor/core/base';
import { QUORUM } from '@candor/core/notice/operator';
import type { StateFolder } from '../adapters/store/state-folder.ts';
import { type ApprovalResult, NOTHING_TO_RECHECK, nameAct, runAct, type Signature } from '../notice/approval/index.ts';
import { loadIncidentNow } from '../notice/index.ts';
import { findOrPropose } from './agree.ts';
import { requireLastVersion } from './open-version.ts';

export interface ErasureOrder {
  /** The first operator gives the reason; the second one signs the same. */
  readonly why: string | null;
  readonly digest: string | null;
  readonly signing: Signature;
}

/** What the first operator proposed, or the second one carried out. */
export interface Erasure<T> extends ApprovalResult {
  readonly why: string;
  /** Null means that it waits for a second operator. */
  readonly erased: T | null;
}

/** What two operators erase. */
export interface Erasable<T> {
  /** Both operators sign it in the document. */
  readonly what: 'findings' | 'inputs';
  /** For people: `the erasure of findings`. */
  readonly subject: string;
  /** The erasure ends at this time of the document; null means that it covers all. */
  readonly before: string | null;
  readonly erase: (state: StateFolder, carried: CarriedOut) => Promise<T>;
}

/** The second signature: why, its entry in the log, and when. */
export interface CarriedOut {
  readonly why: string;
  readonly entry: number;
  readonly at: number;
}

/**
 * Erases what cannot be brought back, once a second operator agrees, also in the store's files.
 * @throws Refusal while there are fewer than two operators.
 */
export async function eraseByTwo<T>(
  state: StateFolder,
  { why: reason, digest, signing }: ErasureOrder,
  { what, subject, before, erase }: Erasable<T>,
): Promise<Erasure<T>> {
  await requireLastVersion(state);
  const { store } = state;
  const { incident } = await loadIncidentNow(store);
  if (incident.operators.length < QUORUM)
    throw new Refusal('needs-two-operators', [
      advise`what is erased cannot be brought back, so two operators must agree, and the incident file names ${formatAmount(incident.operators.length, 'operator')}; add them with ${hint('operator.add', 'NAME')}, put their keys and \`log\` into the incident file, then give this command with --as NAME --key FILE, twice`,
    ]);
  const proposed = { v: 1, kind: 'erasure', incident: incident.incident, what, before };
  let erased: T | null = null;
  const { result, read } = await runAct(
    state,
    {
      matter: 'erasure',
      read: async () => ({ ...nameAct(subject), ...(await findOrPropose(state, 'erasure', proposed, reason)) }),
      concerns: { are: 'nobody', because: 'every-mailbox' },
      recheck: NOTHING_TO_RECHECK,
      effect: async ({ why }, { entry, at }) => {
        erased = await erase(state, { why, entry, at });
      },
    },
    signing,
    digest,
  );
  if (result.entry !== null) await store.scrub();
  return { ...result, why: read.why, erased };
}
