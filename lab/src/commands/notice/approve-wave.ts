import { advise, hint, Refusal } from '@candor/core/base';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { isJson, readStored } from '../../adapters/store/stored-json.ts';
import { listReached } from '../../exposure/index.ts';
import type { StoredVersion } from '../../exposure/store/version-store.ts';
import { readImpactInputs } from '../../impact/index.ts';
import {
  type ApprovalResult,
  nameAct,
  type Proposed,
  requireSelectionToSign,
  runAct,
  type Signature,
  type TwoPersonAct,
} from '../../notice/approval/index.ts';
import { loadIncidentNow, readVersionFacts } from '../../notice/index.ts';
import { applyHoldsToSuccessors, createSuccessorResolver, readPartiesNow } from '../../notice/party/index.ts';
import { assertSelection } from '../../notice/selection/index.ts';
import { readHolds } from '../../notice/store/hold-store.ts';
import { readSelectionRow } from '../../notice/store/selection-store.ts';
import { markApproved } from '../../notice/store/wave-state-store.ts';
import { listSentNotices, requireWave, type StoredNotice, type StoredWave } from '../../notice/store/wave-store.ts';
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
  state: StateFolder,
  number: number | null,
  signature: Signature,
  /** The digest that the person was shown; null: whatever it is now. */
  shownDigest: string | null,
  progress: Progress = silentProgress,
  confirm: ConfirmNumber = async () => null,
): Promise<WaveApproval> {
  const { store } = state;
  const act: TwoPersonAct<ReadWave> = {
    matter: 'wave',
    read: () => readWave(state, number),
    concerns: { are: 'custodians', list: async (read) => listCustodians(read) },
    recheck: async ({ wave, notices, version, parties }, at) => {
      assertFresh(wave, notices, version, parties);
      const sentNotices = await listSentNotices(store);
      assertFollowing(wave, notices, sentNotices);
      const findSuccessors = createSuccessorResolver(
        parties.map(({ exposure }) => exposure),
        sentNotices,
      );
      assertNotHeld(wave, notices, applyHoldsToSuccessors(await readHolds(store), findSuccessors), at);
      // Figures are rows that one person can edit; what is signed is recomputed from what was judged. So are the
      // recipients of an announcement, which has no figures.
      await assertAsJudged(store, version, null, progress);
      await assertSelection(store, createNodeRuntime(), wave);
    },
    confirm: async (toSign) => {
      const { takenOut } = requireSelectionToSign(toSign);
      if (takenOut.confirm !== null) await assertConfirmed(takenOut.confirm, confirm);
    },
    effect: async ({ wave }, { entry, at }) => {
      if (!(await markApproved(store, wave, entry, at)))
        throw new Refusal('not-composed', [`wave ${wave.id} was changed meanwhile`]);
    },
  };
  const { result, read } = await runAct(state, act, signature, shownDigest);
  return { ...result, wave: read.wave.id, notices: read.notices.length };
}

interface ReadWave extends Proposed {
  readonly wave: StoredWave;
  readonly notices: readonly StoredNotice[];
  readonly version: StoredVersion;
  readonly parties: Awaited<ReturnType<typeof readPartiesNow>>;
}

/** @throws Refusal when no composed wave is there to be approved, or it is not what was composed. */
async function readWave(state: StateFolder, number: number | null): Promise<ReadWave> {
  const { store } = state;
  const version = await requireLastVersion(state);
  const wave = await requireWave(store, number);
  if (wave.state !== 'composed')
    throw new Refusal('not-composed', [`wave ${wave.id} is ${wave.state}; only a composed wave can be approved`]);
  const selection = await readSelectionRow(store, wave.id);
  const notices = await assertComposed(store, createNodeRuntime(), wave);
  const { incident } = await loadIncidentNow(store);
  const parties = await readPartiesNow(store, {
    incident,
    version,
    inputs: readImpactInputs(incident, version.inputs),
    reached: listReached(incident, readVersionFacts(version).reached),
  });
  return {
    ...nameAct(`wave ${wave.id}`),
    ...{ subject: String(wave.id), proposal: null },
    document: readStored(isJson, wave.manifest, 'notice_wave.manifest', wave.id),
    selection: selection === null ? null : { ...selection, document: new TextEncoder().encode(selection.document) },
    ...{ wave, notices, version, parties },
  };
}

/** As the evidence has it too: the row of a notice is not what people sign. */
function listCustodians({ notices, parties }: ReadWave): ReadonlySet<string> {
  const custodiansNow = new Map(parties.map((party) => [party.party, party.custodians]));
  return new Set(notices.flatMap(({ party, custodians }) => [...custodians, ...(custodiansNow.get(party) ?? [])]));
}

/** @throws Refusal `not-confirmed` where somebody gave another number than the selection's, or none. */
async function assertConfirmed(number: number, confirm: ConfirmNumber): Promise<void> {
  const given = await confirm(number);
  if (given === number) return;
  throw new Refusal('not-confirmed', [
    given === null
      ? advise`decisions take out much of this wave: read ${hint('notice.show')}, and confirm the number that stands first with --confirm ${number}`
      : advise`decisions take out ${number}, not ${given}: read ${hint('notice.show')} again`,
  ]);
}
