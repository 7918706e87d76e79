import { advise, formatAmount, hint, type Json, Refusal } from '@candor/core/base';
import { digestDocument } from '@candor/core/notice/operator';
import { toLoggedRelease } from '@candor/core/review/seal';
import { nodeCryptography } from '../../adapters/keys/cryptography.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import type { StoredVersion } from '../../exposure/store/version-store.ts';
import {
  type ApprovalResult,
  listApprovals,
  NOTHING_TO_RECHECK,
  nameAct,
  type Proposed,
  runAct,
  type Signature,
  type TwoPersonAct,
} from '../../notice/approval/index.ts';
import { loadIncidentNow } from '../../notice/index.ts';
import { chooseMessages } from '../../review/index.ts';
import { readHolds } from '../../review/store/hold-store.ts';
import { changeRelease, readReleases, requireRelease, type StoredRelease } from '../../review/store/release-store.ts';
import { readReviewers } from '../../review/store/reviewer-store.ts';
import { findVaultState, retireVault } from '../../review/store/vault-store.ts';
import { findOrPropose, type ReasonedProposal } from '../agree.ts';
import { assertAsJudged } from '../exposure/assert-as-judged.ts';
import { findStoredParty } from '../impact/list-parties.ts';
import { requireLastVersion } from '../open-version.ts';
import { type Progress, silentProgress } from '../progress.ts';
import { toChoiceSources } from './choice-sources.ts';
import { assertNotMisread, findMisreadReleases, toSentence } from './misread-releases.ts';

/** A release with what people need to decide about it. */
export interface ReleaseView extends StoredRelease {
  /** Of the document that is approved: it names the manifest by its digest. */
  readonly approvalDigest: string;
  readonly approvedBy: readonly string[];
  /** Names of those who get the vault's key. */
  readonly readers: readonly string[];
  /** Messages that wait for a person now. */
  readonly openHolds: number;
  /** What to do, where an earlier version made it from damaged bytes; else null. */
  readonly misread: string | null;
}

/**
 * One person's approval of a release: of its manifest, by digest. The second one writes the log entry.
 * @throws Refusal when it is not prepared, is about the person's own mailbox, is outdated or not as judged, or omits
 * messages.
 */
export async function approveRelease(
  state: StateFolder,
  party: string,
  number: number | null,
  signature: Signature,
  digest: string | null,
  progress: Progress = silentProgress,
): Promise<ApprovalResult & { readonly release: StoredRelease }> {
  const { store } = state;
  const act: TwoPersonAct<ReadRelease> = {
    matter: 'release',
    read: async () => {
      const release = await requireRelease(store, await findId(state, party), number);
      if (release.state !== 'prepared')
        throw new Refusal('release-decided', [
          `release ${release.number} of ${release.party} is ${release.state}; only a prepared one can be approved`,
        ]);
      const named = nameAct(`release ${release.number} of ${release.party}`);
      return { ...named, document: toDocument(release), proposal: null, release };
    },
    concerns: ITS_CUSTODIANS,
    recheck: async ({ release }) => {
      await assertCurrent(state, release);
      await assertNotMisread(state, release);
      // Which of their messages a party gets follows from verdicts, and those are rows that one person can write.
      const version = await requireLastVersion(state);
      await assertAsJudged(store, version, null, progress);
      await assertWhole(store, version, release);
    },
    effect: ({ release }, { entry }) => changeRelease(store, release, { state: 'approved', entry }),
  };
  const { result, read } = await runAct(state, act, signature, digest);
  return { ...result, release: await requireRelease(store, read.release.party, read.release.number) };
}

interface ReadRelease extends Proposed {
  readonly release: StoredRelease;
}

const ITS_CUSTODIANS: TwoPersonAct<ReadRelease>['concerns'] = {
  are: 'custodians',
  list: async ({ release }) => release.custodians,
};

/**
 * One person's word that a release counts no more; with the second one it does not, and the next goes to a new vault.
 * What was opened stays opened.
 * @throws Refusal for one that was never approved.
 */
export async function revokeRelease(
  state: StateFolder,
  party: string,
  number: number | null,
  signature: Signature,
  why: string | null,
  digest: string | null,
): Promise<ApprovalResult & { readonly release: StoredRelease; readonly why: string }> {
  const { store } = state;
  const act: TwoPersonAct<ReadRelease & ReasonedProposal> = {
    matter: 'revocation',
    read: async () => {
      const release = await requireRelease(store, await findId(state, party), number);
      if (release.state !== 'approved' && release.state !== 'pushed')
        throw new Refusal('release-decided', [
          `release ${release.number} of ${release.party} is ${release.state}; only one that was approved can be revoked`,
        ]);
      const { incident = null, party: id = null, manifest = null, release: at = null } = toDocument(release);
      const subject = { v: 1, kind: 'revocation', incident, party: id, release: at, manifest };
      const named = nameAct(`the revocation of release ${release.number} of ${release.party}`);
      return { ...named, ...(await findOrPropose(state, 'revocation', subject, why)), release };
    },
    concerns: ITS_CUSTODIANS,
    recheck: NOTHING_TO_RECHECK,
    effect: async ({ release, why: reason }, { entry, at }) => {
      const revoked = { revoked_at: at, revoked_why: reason, revocation_entry: entry };
      await changeRelease(store, release, { state: 'revoked', ...revoked });
      await retireVault(store, release.party, at);
    },
  };
  const { result, read } = await runAct(state, act, signature, digest);
  const { party: id, number: its } = read.release;
  return { ...result, why: read.why, release: await requireRelease(store, id, its) };
}

/** Every release, party by party, with who agreed and what still waits. */
export async function readReleaseStatus(state: StateFolder, party: string | null): Promise<readonly ReleaseView[]> {
  const { store } = state;
  const id = party === null ? null : await findId(state, party);
  const holds = await readHolds(store, id);
  const reviewers = await readReviewers(store, null);
  const { incident } = await loadIncidentNow(store);
  const misread = new Map((await findMisreadReleases(state, id)).map((one) => [one.release.id, toSentence(one)]));
  const views: ReleaseView[] = [];
  for (const release of await readReleases(store, id)) {
    const approvalDigest = digestDocument(createNodeRuntime(), toDocument(release));
    const approvals = await listApprovals(
      { store, cryptography: nodeCryptography },
      'release',
      approvalDigest,
      incident.operators,
    );
    views.push({
      ...release,
      approvalDigest,
      approvedBy: approvals.map(({ operator }) => operator),
      readers: release.manifest.grants.map(
        ({ reviewer }) => reviewers.findLast(({ fingerprint }) => fingerprint === reviewer)?.name ?? reviewer,
      ),
      misread: misread.get(release.id) ?? null,
      openHolds: holds.filter((hold) => hold.party === release.party && hold.state === 'open').length,
    });
  }
  return views;
}

/** What two people approve and the log keeps. */
function toDocument({ manifest }: Pick<StoredRelease, 'manifest'>): { readonly [member: string]: Json } {
  return toLoggedRelease(createNodeRuntime(), manifest);
}

/** @throws Refusal when exposure or reviewers are not those that it was prepared for. */
async function assertCurrent(state: StateFolder, release: StoredRelease): Promise<void> {
  const { store } = state;
  const version = await requireLastVersion(state);
  const { party, number, manifest, vaultId } = release;
  const mend = advise`${hint('release.prepare', { party })} prepares it again`;
  if (manifest.exposure.digest !== version.digest)
    throw new Refusal('stale-release', [
      advise`release ${number} of ${party} is from exposure ${manifest.exposure.version}, the newest is ${version.version}; ${mend}`,
    ]);
  await assertGranted(state, release);
  const vault = await findVaultState(store, vaultId);
  if (vault?.retiredAt !== null)
    throw new Refusal('stale-release', [
      advise`release ${number} of ${party} is for a vault that is no longer used, because somebody's access ended; ${mend}`,
    ]);
}

/** @throws Refusal when somebody in it may no longer read. */
export async function assertGranted(
  { store }: Pick<StateFolder, 'store'>,
  { party, number, manifest }: StoredRelease,
): Promise<void> {
  const reviewers = await readReviewers(store, null);
  for (const { reviewer } of manifest.grants) {
    if (reviewers.some(({ fingerprint, state }) => fingerprint === reviewer && state === 'approved')) continue;
    throw new Refusal('stale-release', [
      advise`release ${number} of ${party} has a key in it for ${reviewer}, who can no longer read; ${hint('release.prepare', { party })} prepares it again`,
    ]);
  }
}

async function findId(state: StateFolder, party: string): Promise<string> {
  const version = await requireLastVersion(state);
  return (await findStoredParty(state.store, version.version, party)).party;
}

/**
 * A prepared release is in rows that one person can edit: recounts that it covers every message of its party's
 * verdicts. Its figures show which are held.
 * @throws Refusal `release-differs`.
 */
async function assertWhole(store: Store, version: StoredVersion, release: StoredRelease): Promise<void> {
  const { party, number, manifest } = release;
  const exposure = await findStoredParty(store, version.version, party);
  const [told = []] = await chooseMessages(store, toChoiceSources(version), [{ exposure, proved: manifest.domains }]);
  const { releasable, bulk, held, withheld } = manifest.figures;
  const counted = releasable + bulk + held + withheld;
  if (counted === told.length) return;
  throw new Refusal('release-differs', [
    advise`release ${number} of ${party} accounts for ${formatAmount(counted, 'message')}, but the verdicts give ${told.length}: somebody changed one of them here; ${hint('release.prepare', { party })} prepares it again`,
  ]);
}
