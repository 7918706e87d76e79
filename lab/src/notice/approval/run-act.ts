import { Refusal, toCanonicalJson } from '@candor/core/base';
import type { Approval } from '@candor/core/notice/operator';
import { nodeCryptography } from '../../adapters/keys/cryptography.ts';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Proposed, TwoPersonAct } from './act.ts';
import { requireActiveOperators } from './active-operators.ts';
import { type ApprovalResult, approve, assertMayAct } from './approve.ts';
import type { ActiveOperator } from './approver.ts';
import type { Signature, ToSign } from './signature.ts';

/** An act that one person may sign now. */
export interface PreparedAct<Read extends Proposed> {
  readonly toSign: ToSign;
  readonly read: Read;
  readonly operator: ActiveOperator;
  /** Whose signatures count. */
  readonly operators: readonly ActiveOperator[];
  readonly at: number;
}

/** What one person's approval did. */
export interface ActResult<Read extends Proposed> {
  readonly result: ApprovalResult;
  readonly read: Read;
  /** Its proposal, also where this approval stored it. */
  readonly proposal: number | null;
}

/**
 * One person's approval of exactly this act, in three steps; with the second one it is done. Who has a signature from
 * elsewhere goes through all three again with it.
 * @throws Refusal for an act or a person that something bars.
 */
export async function runAct<Read extends Proposed>(
  state: StateFolder,
  act: TwoPersonAct<Read>,
  signature: Signature,
  shownDigest: string | null,
): Promise<ActResult<Read>> {
  const prepared = await prepareAct(state, act, signature.as, shownDigest);
  signature.show(prepared.toSign);
  await act.confirm?.(prepared.toSign);
  const approval = await signature.sign(prepared.toSign, prepared.operator);
  return submitAct(state, act, prepared, approval);
}

/**
 * What to sign, once nothing bars this person and this act: who it is comes before what is dear to check, and what it
 * follows from is looked at last.
 * @throws Refusal.
 */
export async function prepareAct<Read extends Proposed>(
  state: StateFolder,
  act: TwoPersonAct<Read>,
  as: string,
  /** The digest that the person was shown; null: whatever it is now. */
  shownDigest: string | null,
): Promise<PreparedAct<Read>> {
  const runtime = createNodeRuntime();
  const at = now();
  const read = await act.read(at);
  const bytes = new TextEncoder().encode(toCanonicalJson(read.document));
  const digest = runtime.sha256Hex(bytes);
  if (shownDigest !== null && !digest.startsWith(shownDigest))
    throw new Refusal('other-digest', [`${read.named} has the digest ${digest}, not ${shownDigest}${read.otherwise}`]);
  const operators = act.operators?.(read) ?? (await requireActiveOperators(state, runtime, at)).operators;
  const custodians = act.concerns.are === 'custodians' ? await act.concerns.list(read) : [];
  const operator = await assertMayAct(state.store, operators, as, custodians, at);
  await act.recheck(read, at);
  return {
    toSign: { matter: act.matter, bytes, digest, selection: read.selection ?? null },
    read,
    operator,
    operators,
    at,
  };
}

/**
 * Stores one person's approval, whoever made the signature; with the second person's also the log's entry and the
 * effect, all in one transaction.
 * @throws Refusal for a signature that is not this person's over these bytes.
 */
export async function submitAct<Read extends Proposed>(
  { store }: StateFolder,
  act: TwoPersonAct<Read>,
  { read, operator, operators, at }: PreparedAct<Read>,
  approval: Approval,
): Promise<ActResult<Read>> {
  const deps = { store, runtime: createNodeRuntime(), cryptography: nodeCryptography, at };
  const approved = {
    ...{ matter: act.matter, operators },
    ...{ document: read.document, subject: read.subject, proposal: read.proposal },
    effect: (entry: number, approvedBy: readonly string[], proposal: number | null) =>
      act.effect(read, { entry, at, approvedBy, proposal }),
  };
  const { proposal, ...result } = await approve(deps, approved, { operator, approval });
  return { result, read, proposal };
}
