import type { Problem } from '@candor/core/base';
import type { Selection } from '@candor/core/notice/selection';
import type { Draft, OmissionReason, RefereedDraft } from '@candor/core/notice/wave';
import { freshBytes } from '../../adapters/keys/random.ts';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { readImpactInputs } from '../../impact/index.ts';
import type { Signature } from '../../notice/approval/index.ts';
import type { WaveSettings } from '../../notice/index.ts';
import { previewSelection } from '../../notice/selection/index.ts';
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
  if (order.findings !== null && !isDry)
    await importFindings(
      state,
      { incident, version, inputs: readImpactInputs(incident, version.inputs) },
      order.findings,
      { by: order.by, why: order.why ?? '', signing: order.signing ?? null },
      at,
    );
  const sources = await readDraftSources(store, { disclosure, version });
  const exposures = sources.inherited.parties.map(({ exposure }) => exposure);
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
    ? { id: 0, salt: freshBytes(32, 'dry wave', version.version) }
    : await resumeWave(state, settings, version.version, order.by, at, refreshed);
  const waves = (await listWaves(store)).filter(({ id }) => id !== wave.id && id !== refreshed);
  const codes = await openCodePool(store);
  const drafted = listDrafted(waves, await listParties(state));
  const { plan, traced, compose } = await openDrafts(store, sources, {
    settings,
    drafted,
    keyFingerprint: standing.fingerprint,
    checkpoint,
    at,
    withheld: await readWithheld(store, null),
    drawCode: (party) => codes.draw(party),
  });
  const done = new Set(
    (await listParties(state)).filter(({ wave_id }) => wave_id === wave.id).map(({ party }) => party),
  );
  const composer = openDeliveryComposer(disclosure, wave.salt, runtime);
  if (!isDry) await dropUnwantedDrafts(state, wave.id, new Set(plan.drafts.map(({ party }) => party)));
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
  const digest = await store.durableTransaction(async () => {
    await keepWaveInputs(store, wave.id, version.version, { at, drafted });
    return sealWave(store, runtime, { ...wave, kind: settings.wave, settings }, exposure, composer, at);
  });
  const selection = await requireSelection(store, runtime, wave.id);
  return { ...result, wave: wave.id, digest, kinds, selection, ...(await countWave(store, wave.id)) };
}

function toFollowing({ party, kind, follows }: Draft) {
  return follows === null ? [] : [{ party, kind, follows: follows.notice }];
}
