import type { Problem } from '@candor/core/base';
import { chooseContacts, chooseGuessed, findPastDelay } from '@candor/core/notice/contact';
import type { Selection } from '@candor/core/notice/selection';
import { readCountryTlds } from '@candor/core/notice/text';
import { type Draft, keepSearchResults, type OmissionReason, type RefereedDraft } from '@candor/core/notice/wave';
import { now } from '../../adapters/clock.ts';
import { freshBytes } from '../../adapters/random.ts';
import { readReferenceFile } from '../../adapters/reference-files.ts';
import { createNodeRuntime } from '../../adapters/runtime.ts';
import { openStateForActing, openStateForReading, type StateFolder } from '../../adapters/state-folder.ts';
import { listReached } from '../../exposure/index.ts';
import { readImpactInputs } from '../../impact/index.ts';
import type { SigningOrder } from '../../notice/approval/index.ts';
import { findDetails, readInherited, readLadderKnowledge, toHistory, toLadder } from '../../notice/contacts/index.ts';
import { readVersionFacts, type WaveSettings } from '../../notice/index.ts';
import {
  applyHoldsToSuccessors,
  createGoneTest,
  findMoved,
  findPossibleIntruders,
  judgeCleared,
  type NoticeParty,
  readPartiesNow,
  toMissingParty,
  toNoticeDomains,
} from '../../notice/party/index.ts';
import { previewSelection } from '../../notice/selection/index.ts';
import { readHolds } from '../../notice/store/hold-store.ts';
import { requireSelection } from '../../notice/store/selection-store.ts';
import { countWave, dropWave, type WaveCounts } from '../../notice/store/wave-state-store.ts';
import { listWaves } from '../../notice/store/wave-store.ts';
import {
  assertTexts,
  insertNotices,
  listDrafted,
  openCodePool,
  openDeliveryComposer,
  planWave,
  sealWave,
  toNoticeFacts,
} from '../../notice/wave/index.ts';
import { findParty } from '../impact/list-parties.ts';
import { assertNoneMisread } from '../misread-problems.ts';
import type { Progress } from '../progress.ts';
import { toLeftOutWarnings } from './intruder-warnings.ts';
import { findMisreadWarnings } from './misread-warnings.ts';
import { listMissingNow } from './missing-texts.ts';
import { listAffectedAddresses } from './party-addresses.ts';
import {
  countReasons,
  type DryRunDraft,
  dropUnwantedDrafts,
  findDraft,
  importFindings,
  listParties,
  resumeWave,
  toDryDraft,
  toSettings,
} from './prepare-steps.ts';
import { type RefereeNote, refereeAll, refereeWave } from './referee.ts';
import { readDryRunInputs, readWaveInputs } from './wave-grounds.ts';
import { findWaveWarnings } from './wave-warnings.ts';

/** Notices of one transaction: a killed process loses at most the work of a second. */
const batchNotices = 200;

export interface PrepareOrder {
  readonly state: string;
  readonly wave: Exclude<WaveSettings['wave'], 'reminder' | 'announcement'>;
  readonly only: readonly string[] | null;
  readonly except: readonly string[];
  /** Date promised for the next update; undefined: as in the incident file. */
  readonly nextUpdate?: number | null;
  readonly readableFrom?: number | null;
  /** CSV of messages that hold secrets; null: what was listed before. */
  readonly findings: string | null;
  readonly by: string;
  /** Why the list of `findings` is to count. */
  readonly why?: string;
  /** How who lists findings signs it. */
  readonly signing?: SigningOrder | null;
  /** Drafts are composed and shown, and nothing is started or stored. */
  readonly isDry?: boolean;
  readonly progress: Progress;
}

/** What was drafted, and what was not and why. */
export interface PreparedWave extends WaveCounts {
  /** Null: there was nothing to say. */
  readonly wave: number | null;
  readonly digest: string | null;
  readonly version: number;
  readonly kinds: Readonly<Record<Draft['kind'], number>>;
  readonly leftOut: Readonly<Partial<Record<OmissionReason, number>>>;
  readonly unchanged: number;
  /** The promised day of the next update, when it had gone by already; else null. */
  readonly pastUpdate: number | null;
  /** The draft of the same order that this one replaces, with what people wrote into it; null where there was none. */
  readonly refreshed: number | null;
  /** Of a dry run: every notice as it would be, with a code that no notice has. */
  readonly drafts?: readonly DryRunDraft[];
  /** Warns about intruder records outside the window, and persons who would not be notified. */
  readonly warnings: readonly Problem[];
  /** What the referee asks about the drafts. */
  readonly referee: readonly RefereeNote[];
  /** What decisions and the incident file make of the evidence; also where nothing is left to say. */
  readonly selection: Selection;
}

/**
 * Compares the newest exposure with each party's last notice and composes what must be said: text, code and final bytes
 * of every delivery. Approves nothing. The same command resumes after a kill.
 * @throws Refusal when the incident file lacks notification settings, or differs from the log.
 */
export async function prepareWave(order: PrepareOrder): Promise<PreparedWave> {
  const state = await (order.isDry === true ? openStateForReading : openStateForActing)(order.state);
  try {
    return await prepare(state, order);
  } finally {
    await state.close();
  }
}

async function prepare(state: StateFolder, order: PrepareOrder): Promise<PreparedWave> {
  const { store } = state;
  const runtime = createNodeRuntime();
  const at = now();
  const isDry = order.isDry === true;
  const { version, disclosure, standing, checkpoint } = await (isDry
    ? readDryRunInputs(state, runtime)
    : readWaveInputs(state, runtime, at));
  assertTexts(disclosure);
  const { incident, notice } = disclosure;
  await assertNoneMisread(store, incident);
  const inputs = readImpactInputs(incident, version.inputs);
  const { gaps, reached, recorded, undecidedRecords } = readVersionFacts(version);
  if (order.findings !== null && !isDry)
    await importFindings(
      state,
      { incident, version, inputs },
      order.findings,
      { by: order.by, why: order.why ?? '', signing: order.signing ?? null },
      at,
    );
  const reachedNow = listReached(incident, reached);
  const inherited = await readInherited(
    store,
    await readPartiesNow(store, { incident, version, inputs, reached: reachedNow }),
  );
  const { parties, told, findHeirs } = inherited;
  const exposures = parties.map(({ exposure }) => exposure);
  const toIds = (names: readonly string[]) => names.map((name) => findParty(exposures, name).party);
  const asked = {
    wave: order.wave,
    only: order.only === null ? null : toIds(order.only),
    except: toIds(order.except),
  };
  const draft = await findDraft(state, asked);
  const refreshed = draft?.state === 'composed' ? draft.id : null;
  const settings = toSettings({ ...order, ...asked }, draft, notice.nextUpdate);
  const wave = isDry
    ? { id: 0, salt: freshBytes(32) }
    : await resumeWave(state, settings, version.version, order.by, at, refreshed);
  const holds = applyHoldsToSuccessors(await readHolds(store), findHeirs);
  const waves = (await listWaves(store)).filter(({ id }) => id !== wave.id && id !== refreshed);
  const drafted = listDrafted(waves, await listParties(state));
  const traced = await findPossibleIntruders(store, version);
  const moved = findMoved(inherited, incident.organization.domains);
  const knowledge = await readLadderKnowledge(store, incident.organization.domains, holds, at);
  const reachable = parties.map((party) => ({
    ...party,
    hasGuessedOnly: chooseContacts(toLadder(party.exposure, knowledge), toHistory(party, knowledge)).isGuessed,
  }));
  const plan = planWave({
    parties: reachable,
    told,
    drafted,
    holds,
    traced,
    moved,
    settings,
    tell: incident.policy.tell,
    at,
  });
  const done = new Set(
    (await listParties(state)).filter(({ wave_id }) => wave_id === wave.id).map(({ party }) => party),
  );
  const codes = await openCodePool(store);
  const composer = openDeliveryComposer(disclosure, wave.salt, runtime);
  const byParty = new Map<string, NoticeParty>(parties.map((party) => [party.party, party]));
  if (!isDry) await dropUnwantedDrafts(state, wave.id, new Set(plan.drafts.map(({ party }) => party)));
  const noticed = plan.drafts.flatMap(({ party }) => byParty.get(party) ?? []);
  const { withoutMail, vanished } = await judgeCleared(store, { incident, version, inputs }, noticed, told);
  const drawn = noticed.map(({ exposure }) => exposure);
  const affected = await listAffectedAddresses(store, { incident, version, inputs }, drawn);
  const countryTlds = readCountryTlds(readReferenceFile('country-tlds.txt'));
  const findGone = await createGoneTest(store, version, told);
  const { fingerprint: keyFingerprint } = standing;
  const common = {
    disclosure,
    settings,
    version,
    gaps,
    recorded,
    undecidedRecords,
    keyFingerprint,
    checkpoint,
    countryTlds,
  };
  const step = order.progress.begin('notice', 'notices', plan.drafts.length);
  const toCompose = async (draft: Draft) => {
    const party = byParty.get(draft.party) ?? toMissingParty(draft, told, inherited.former.get(draft.party));
    const ladder = toLadder(party.exposure, knowledge);
    const history = toHistory(party, knowledge);
    const isGuessed = draft.isGuessed === true;
    const contacts = isGuessed ? chooseGuessed(ladder, history) : chooseContacts(ladder, history).contacts;
    const facts = toNoticeFacts(common, {
      party: draft.party,
      kind: party.kind === 'person' ? 'person' : 'organization',
      name: party.exposure.name,
      addresses: party.exposure.addresses.map(({ address }) => address),
      ...toNoticeDomains(party.exposure, contacts),
      relation: findDetails(party.exposure, inputs.directory.parties).relation,
      custodians: party.custodians,
      figures: draft.follows === null ? party.figures : keepSearchResults(draft.follows.figures, party.figures),
      isGone: !byParty.has(draft.party) || vanished.has(draft.party),
      isEvidenceGone:
        draft.kind === 'correction' &&
        findGone(draft.follows?.notice ?? 0)[withoutMail.has(draft.party) ? 'log' : 'any'],
      contacts,
      affected: affected.get(draft.party),
      country: party.exposure.country,
      delayedUntil: findPastDelay(holds, [draft.party, ...party.mergedIds], at),
      told: draft.follows,
      noticeKind: draft.kind,
      code: await codes.draw(),
    });
    const { custodians, mergedIds } = party;
    const follows = draft.follows?.notice ?? null;
    return { facts, custodians, mergedIds, affected: party.affected, contacts, follows, purpose: 'first', isGuessed };
  };
  const shown: DryRunDraft[] = [];
  const refereed: RefereedDraft[] = [];
  for (let from = 0; from < plan.drafts.length; from += batchNotices) {
    const drafts = plan.drafts.slice(from, from + batchNotices).filter(({ party }) => !done.has(party));
    const notices: Awaited<ReturnType<typeof toCompose>>[] = [];
    for (const draft of drafts) notices.push(await toCompose(draft));
    if (isDry) {
      shown.push(...notices.map(toDryDraft));
      refereed.push(...notices.map((notice) => ({ ...notice, party: notice.facts.party.id })));
    } else
      await store.transaction(() =>
        insertNotices(store, { id: wave.id, at, parties: drafts.map(({ party }) => party) }, notices, composer),
      );
    step.advance(Math.min(batchNotices, plan.drafts.length - from));
  }
  step.end();
  const kinds = { first: 0, supplement: 0, correction: 0, update: 0 };
  for (const { kind } of plan.drafts) kinds[kind] += 1;
  const result = {
    version: version.version,
    leftOut: countReasons(plan.leftOut),
    unchanged: plan.unchanged,
    pastUpdate: settings.nextUpdate !== null && settings.nextUpdate + 86_400 <= at ? settings.nextUpdate : null,
    refreshed,
    referee: isDry ? refereeAll(version, refereed) : await refereeWave(store, wave.id, version),
    warnings: [
      ...(await findWaveWarnings(store, wave.id, version, kinds.correction > 0)),
      ...(isDry ? await findMisreadWarnings(store, version, plan.drafts.flatMap(toFollowing)) : []),
      ...toLeftOutWarnings(
        traced,
        new Set(plan.leftOut.flatMap(({ party, why }) => (why === 'perhaps-intruder' ? [party] : []))),
      ),
      ...(await listMissingNow(store, notice)),
    ],
  };
  const none = { wave: null, digest: null, kinds, deliveries: 0, unreachable: [], guessed: 0, notices: 0 };
  const inWave = new Set(plan.drafts.map(({ party }) => party));
  const withoutContact = shown.flatMap(({ party, contacts }) => (contacts.length === 0 ? [party] : []));
  if (isDry || plan.drafts.length === 0) {
    const selection = await previewSelection(store, runtime, { settings, version, at, inWave, withoutContact });
    if (isDry) return { ...result, ...none, drafts: shown, selection };
    await dropWave(store, wave.id);
    return { ...result, ...none, selection };
  }
  const exposure = { version: version.version, digest: version.digest };
  const digest = await store.durableTransaction(() =>
    sealWave(store, runtime, { ...wave, kind: settings.wave, settings }, exposure, composer, at),
  );
  const selection = await requireSelection(store, runtime, wave.id);
  return { ...result, wave: wave.id, digest, kinds, selection, ...(await countWave(store, wave.id)) };
}

function toFollowing({ party, kind, follows }: Draft) {
  return follows === null ? [] : [{ party, kind, follows: follows.notice }];
}
