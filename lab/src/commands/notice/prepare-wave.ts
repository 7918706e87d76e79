import type { Problem } from '@candor/core/base';
import type { Selection } from '@candor/core/notice/selection';
import type { Draft, OmissionReason, RefereedDraft } from '@candor/core/notice/wave';
import { freshBytes } from '../../adapters/keys/random.ts';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readImpactInputs } from '../../impact/index.ts';
import type { Signature } from '../../notice/approval/index.ts';
import type { WaveSettings } from '../../notice/index.ts';
import { previewSelection } from '../../notice/selection/index.ts';
import { listAddressees } from '../../notice/store/notice-store.ts';
import { requireSelection } from '../../notice/store/selection-store.ts';
import { countWave, dropWave, type WaveCounts } from '../../notice/store/wave-state-store.ts';
import { listWaves } from '../../notice/store/wave-store.ts';
import {
  assertTexts,
  insertNotices,
  listDrafted,
  type NoticeToCompose,
  openCodePool,
  openDeliveryComposer,
  openDrafts,
  readDraftSources,
  sealWave,
} from '../../notice/wave/index.ts';
import { readHolds as readWithheld } from '../../review/store/hold-store.ts';
import { findParty } from '../impact/list-parties.ts';
import { assertNoneMisread } from '../misread-problems.ts';
import type { Progress } from '../progress.ts';
import { toLeftOutWarnings } from './intruder-warnings.ts';
import { keepWaveInputs } from './keep-wave-inputs.ts';
import { findMisreadWarnings } from './misread-warnings.ts';
import { listMissingNow } from './missing-texts.ts';
import {
  countReasons,
  type DryRunDraft,
  dropUnwantedDrafts,
  findDraft,
  importFindings,
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
  readonly signing?: Signature | null;
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
export async function prepareWave(state: StateFolder, order: PrepareOrder): Promise<PreparedWave> {
  const ground = await readGround(state, order);
  const sources = await readDraftSources(state.store, ground);
  const wave = await openWave(state, order, ground, sources);
  const drafting = await openDrafting(state.store, wave, ground, sources);
  const composed = await composeNotices(state, order, wave, ground, drafting);
  const outcome = await describeOutcome(state.store, wave, ground, drafting, composed);
  const isKept = !ground.isDry && drafting.plan.drafts.length > 0;
  return isKept
    ? { ...outcome, ...(await sealDrafts(state.store, wave, ground, drafting)) }
    : { ...outcome, ...(await concludeWithout(state.store, wave, ground, drafting, composed)) };
}

type Ground = Awaited<ReturnType<typeof readGround>>;
type DraftSources = Awaited<ReturnType<typeof readDraftSources>>;

/** What every notice rests on, and the list of findings that the order brings. */
async function readGround(state: StateFolder, order: PrepareOrder) {
  const runtime = createNodeRuntime();
  const at = now();
  const isDry = order.isDry === true;
  const { version, disclosure, standing, checkpoint } = await (isDry
    ? readDryRunInputs(state, runtime)
    : readWaveInputs(state, runtime, at));
  assertTexts(disclosure);
  const { incident } = disclosure;
  await assertNoneMisread(state.store, incident);
  if (order.findings !== null && !isDry)
    await importFindings(
      state,
      { incident, version, inputs: readImpactInputs(incident, version.inputs) },
      order.findings,
      { by: order.by, why: order.why ?? '', signing: order.signing ?? null },
      at,
    );
  return { runtime, at, isDry, version, disclosure, standing, checkpoint };
}

interface OpenedWave {
  /** 0 in a dry run. */
  readonly id: number;
  readonly salt: Uint8Array;
  readonly settings: WaveSettings;
  readonly refreshed: number | null;
}

/** The wave of this order: a new one, or that of a killed process. A dry run stores none. */
async function openWave(
  state: StateFolder,
  order: PrepareOrder,
  { version, at, isDry, disclosure }: Ground,
  { inherited }: DraftSources,
): Promise<OpenedWave> {
  const exposures = inherited.parties.map(({ exposure }) => exposure);
  const toIds = (names: readonly string[]) => names.map((name) => findParty(exposures, name).party);
  const asked = {
    wave: order.wave,
    only: order.only === null ? null : toIds(order.only),
    except: toIds(order.except),
  };
  const draft = await findDraft(state, asked);
  const refreshed = draft?.state === 'composed' ? draft.id : null;
  const settings = toSettings({ ...order, ...asked }, draft, disclosure.notice.nextUpdate);
  const wave = isDry
    ? { id: 0, salt: freshBytes(32, 'dry wave', version.version) }
    : await resumeWave(state, settings, version.version, order.by, at, refreshed);
  return { ...wave, settings, refreshed };
}

type Drafting = Awaited<ReturnType<typeof openDrafting>>;

/** Who is notified of what, beside the waves of others. */
async function openDrafting(store: Store, wave: OpenedWave, ground: Ground, sources: DraftSources) {
  const { standing, checkpoint, at } = ground;
  const waves = (await listWaves(store)).filter(({ id }) => id !== wave.id && id !== wave.refreshed);
  const codes = await openCodePool(store);
  const drafted = listDrafted(waves, await listAddressees(store));
  const opened = await openDrafts(store, sources, {
    settings: wave.settings,
    drafted,
    keyFingerprint: standing.fingerprint,
    checkpoint,
    at,
    withheld: await readWithheld(store, null),
    drawCode: (party) => codes.draw(party),
  });
  const composer = openDeliveryComposer(ground.disclosure, wave.salt, ground.runtime);
  const kinds = { first: 0, supplement: 0, correction: 0, update: 0 };
  for (const { kind } of opened.plan.drafts) kinds[kind] += 1;
  return { ...opened, drafted, composer, kinds };
}

interface Composed {
  /** Of a dry run. */
  readonly shown: readonly DryRunDraft[];
  readonly refereed: readonly RefereedDraft[];
}

/** Composes what a killed process did not, and stores it batch by batch; a dry run stores nothing. */
async function composeNotices(
  state: StateFolder,
  order: PrepareOrder,
  { id }: OpenedWave,
  { at, isDry }: Ground,
  { plan, compose, composer }: Drafting,
): Promise<Composed> {
  const { store } = state;
  const done = new Set((await listAddressees(store)).filter(({ wave_id }) => wave_id === id).map(({ party }) => party));
  if (!isDry) await dropUnwantedDrafts(state, id, new Set(plan.drafts.map(({ party }) => party)));
  const step = order.progress.begin('notice', 'notices', plan.drafts.length);
  const shown: DryRunDraft[] = [];
  const refereed: RefereedDraft[] = [];
  for (let from = 0; from < plan.drafts.length; from += batchNotices) {
    const drafts = plan.drafts.slice(from, from + batchNotices).filter(({ party }) => !done.has(party));
    const notices: NoticeToCompose[] = [];
    for (const draft of drafts) notices.push(await compose(draft));
    if (isDry) {
      shown.push(...notices.map(toDryDraft));
      refereed.push(...notices.map((notice) => ({ ...notice, party: notice.facts.party.id })));
    } else
      await store.transaction(() =>
        insertNotices(store, { id, at, parties: drafts.map(({ party }) => party) }, notices, composer),
      );
    step.advance(Math.min(batchNotices, plan.drafts.length - from));
  }
  step.end();
  return { shown, refereed };
}

/** What was drafted and what was not, with what people should look at before they approve. */
async function describeOutcome(
  store: Store,
  { id, settings, refreshed }: OpenedWave,
  { version, at, isDry, disclosure }: Ground,
  { plan, traced, kinds }: Drafting,
  { refereed }: Composed,
) {
  return {
    version: version.version,
    leftOut: countReasons(plan.leftOut),
    unchanged: plan.unchanged,
    pastUpdate: settings.nextUpdate !== null && settings.nextUpdate + 86_400 <= at ? settings.nextUpdate : null,
    refreshed,
    referee: isDry ? refereeAll(version, refereed) : await refereeWave(store, id, version),
    warnings: [
      ...(await findWaveWarnings(store, id, version, kinds.correction > 0)),
      ...(isDry ? await findMisreadWarnings(store, version, plan.drafts.flatMap(toFollowing)) : []),
      ...toLeftOutWarnings(
        traced,
        new Set(plan.leftOut.flatMap(({ party, why }) => (why === 'perhaps-intruder' ? [party] : []))),
      ),
      ...(await listMissingNow(store, disclosure.notice)),
    ],
  };
}

/** Shows a dry run, or drops a wave that has nothing to say. */
async function concludeWithout(
  store: Store,
  { id, settings }: OpenedWave,
  { runtime, version, at, isDry }: Ground,
  { plan, kinds }: Drafting,
  { shown }: Composed,
) {
  const none = { wave: null, digest: null, kinds, deliveries: 0, unreachable: [], guessed: 0, notices: 0 };
  const inWave = new Set(plan.drafts.map(({ party }) => party));
  const withoutContact = shown.flatMap(({ party, contacts }) => (contacts.length === 0 ? [party] : []));
  const selection = await previewSelection(store, runtime, { settings, version, at, inWave, withoutContact });
  if (isDry) return { ...none, drafts: shown, selection };
  await dropWave(store, id);
  return { ...none, selection };
}

/** Ends the draft: from here on its bytes are final. */
async function sealDrafts(
  store: Store,
  { id, salt, settings }: OpenedWave,
  { runtime, version, at }: Ground,
  { drafted, composer, kinds }: Drafting,
) {
  const exposure = { version: version.version, digest: version.digest };
  const digest = await store.durableTransaction(async () => {
    await keepWaveInputs(store, id, version.version, { at, drafted });
    return sealWave(store, runtime, { id, salt, kind: settings.wave, settings }, exposure, composer, at);
  });
  const selection = await requireSelection(store, runtime, id);
  return { wave: id, digest, kinds, selection, ...(await countWave(store, id)) };
}

function toFollowing({ party, kind, follows }: Draft) {
  return follows === null ? [] : [{ party, kind, follows: follows.notice }];
}
