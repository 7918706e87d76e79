import { Refusal } from '@candor/core/base';
import { now } from '../../adapters/clock.ts';
import { nodeCryptography } from '../../adapters/cryptography.ts';
import { createNodeRuntime } from '../../adapters/runtime.ts';
import { openStateForActing, type StateFolder } from '../../adapters/state-folder.ts';
import { isJson, readStored } from '../../adapters/store/stored-json.ts';
import { listReached } from '../../exposure/index.ts';
import { readImpactInputs } from '../../impact/index.ts';
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
import { loadIncidentNow, readVersionFacts } from '../../notice/index.ts';
import { applyHoldsToSuccessors, createSuccessorResolver, readPartiesNow } from '../../notice/party/index.ts';
import { assertSelection } from '../../notice/selection/index.ts';
import { readHolds } from '../../notice/store/hold-store.ts';
import { markApproved } from '../../notice/store/wave-state-store.ts';
import { listSentNotices, requireWave } from '../../notice/store/wave-store.ts';
import { assertComposed, assertFollowing, assertFresh, assertNotHeld } from '../../notice/wave/index.ts';
import { assertAsJudged } from '../exposure/assert-as-judged.ts';
import { requireLastVersion } from '../open-version.ts';
import { type Progress, silentProgress } from '../progress.ts';

/** Asks for the number of what all decisions together take out; null: nobody gave one. */
export type ConfirmNumber = (number: number) => Promise<number | null>;

export interface WaveApproval extends ApprovalResult {
  readonly wave: number;
  readonly notices: number;
}

/**
 * One person's approval of a wave: of the digest that its manifest has, after everything under it was looked at again.
 * With the second person's the log's entry is written and the deliveries may be sent, all in one transaction.
 * @throws Refusal when the wave is not there to be approved, is about the person's own mailbox, or tells figures that
 * are not the newest, or not those of the verdicts.
 */
export async function approveWave(
  statePath: string,
  number: number | null,
  order: SigningOrder,
  /** The digest that the person was shown; null: whatever it is now. */
  shownDigest: string | null,
  progress: Progress = silentProgress,
  confirm: ConfirmNumber = async () => null,
): Promise<WaveApproval> {
  const state = await openStateForActing(statePath);
  try {
    return await approveIn(state, number, order, shownDigest, progress, confirm);
  } finally {
    await state.close();
  }
}

async function approveIn(
  state: StateFolder,
  number: number | null,
  order: SigningOrder,
  shownDigest: string | null,
  progress: Progress,
  confirm: ConfirmNumber,
): Promise<WaveApproval> {
  const { store } = state;
  const runtime = createNodeRuntime();
  const at = now();
  const version = await requireLastVersion(state);
  const wave = await requireWave(store, number);
  if (wave.state !== 'composed')
    throw new Refusal('not-composed', [`wave ${wave.id} is ${wave.state}; only a composed wave can be approved`]);
  if (shownDigest !== null && !wave.digest.startsWith(shownDigest))
    throw new Refusal('other-digest', [
      `wave ${wave.id} has the digest ${wave.digest}, not ${shownDigest}: it has changed since you reviewed it`,
    ]);
  const { operators } = await requireActiveOperators(state, runtime, at);
  const operator = findOperator(operators, order.as);
  const notices = await assertComposed(store, runtime, wave);
  const { incident } = await loadIncidentNow(store);
  const parties = await readPartiesNow(store, {
    incident,
    version,
    inputs: readImpactInputs(incident, version.inputs),
    reached: listReached(incident, readVersionFacts(version).reached),
  });
  // As the evidence has it too: the row of a notice is not what people sign.
  const custodiansNow = new Map(parties.map((party) => [party.party, party.custodians]));
  assertNotOwn(
    operator,
    new Set(notices.flatMap(({ party, custodians }) => [...custodians, ...(custodiansNow.get(party) ?? [])])),
  );
  await assertCooledOff(store, operator, at);
  assertFresh(wave, notices, version, parties);
  const told = await listSentNotices(store);
  assertFollowing(wave, notices, told);
  const findHeirs = createSuccessorResolver(
    parties.map(({ exposure }) => exposure),
    told,
  );
  assertNotHeld(wave, notices, applyHoldsToSuccessors(await readHolds(store), findHeirs), at);
  // Figures are rows that one person can edit; what is signed is recomputed from what was judged. So are the recipients
  // of an announcement, which has no figures.
  await assertAsJudged(store, version, null, progress);
  const { takenOut } = await assertSelection(store, runtime, wave);
  if (takenOut.confirm !== null) await assertConfirmed(takenOut.confirm, confirm);
  const approver = await openApprover(operator, order);
  const result = await approve(
    { store, runtime, cryptography: nodeCryptography, at },
    {
      matter: 'wave',
      subject: String(wave.id),
      document: readStored(isJson, wave.manifest, 'notice_wave.manifest', wave.id),
      operators,
      effect: async (entry) => {
        if (!(await markApproved(store, wave, entry, at)))
          throw new Refusal('not-composed', [`wave ${wave.id} was changed meanwhile`]);
      },
    },
    approver,
  );
  return { ...result, wave: wave.id, notices: notices.length };
}

/** @throws Refusal `not-confirmed` where somebody gave another number than the selection's, or none. */
async function assertConfirmed(number: number, confirm: ConfirmNumber): Promise<void> {
  const given = await confirm(number);
  if (given === number) return;
  throw new Refusal('not-confirmed', [
    given === null
      ? `decisions take out much of this wave: read \`candor notice show\`, and confirm the number that stands first with --confirm ${number}`
      : `decisions take out ${number}, not ${given}: read \`candor notice show\` again`,
  ]);
}
