import type { Problem, Reason, Said } from '@candor/core/base';
import type { Ladder } from '@candor/core/notice/contact';
import { countNotified, type NotifiedCounts, type PartyDelivery, toOutcome } from '@candor/core/notice/delivery';
import { claimApproved, fingerprintKeySet } from '@candor/core/notice/operator';
import type { Selection } from '@candor/core/notice/selection';
import type { NoticeFigures } from '@candor/core/notice/text';
import {
  compareFigures,
  type FigureDifference,
  type RecordedAddresses,
  type RecordedFound,
} from '@candor/core/notice/wave';
import { nodeCryptography } from '../../adapters/keys/cryptography.ts';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { findVersion } from '../../exposure/store/version-store.ts';
import { listOperatorsOfLog, readKeySet } from '../../ledger/index.ts';
import { listApprovals, toActiveOperator } from '../../notice/approval/index.ts';
import {
  digestGateSettings,
  findGateObstacle,
  type GateResult,
  loadDisclosure,
  loadIncidentNow,
} from '../../notice/index.ts';
import { readGateResult } from '../../notice/store/gate-store.ts';
import { countNotices, listAddressees } from '../../notice/store/notice-store.ts';
import { readInboxTime, readNoticeDeliveries } from '../../notice/store/notified-store.ts';
import { readLetters, type StoredLetter } from '../../notice/store/posting-store.ts';
import { readSealedSelection } from '../../notice/store/selection-store.ts';
import { listDeliveries, listNotices, listWaves, requireWave, type StoredWave } from '../../notice/store/wave-store.ts';
import { type RefereeNote, refereeWave } from './referee.ts';
import { findWaveWarnings } from './wave-warnings.ts';

/** A wave in one line. */
export interface WaveLine {
  readonly wave: number;
  readonly kind: string;
  readonly state: StoredWave['state'];
  readonly version: number;
  readonly digest: string;
  readonly madeAt: number;
  readonly madeBy: string;
  readonly approvedBy: readonly string[];
  /** Those who approved the manifest as this state has it; null where it cannot be said that two did. */
  readonly approved: Said<'approved', readonly string[]> | null;
  /** Position in the log. */
  readonly entry: number | null;
  readonly notices: number;
  /** Notices of it by what became of them: prepared, sent, returned, posted; each counts in several. */
  readonly told: Omit<NotifiedCounts, 'notified'>;
  /** Notices with a message of which only the relay knows whether it took it. */
  readonly uncertain: number;
  readonly deliveries: Readonly<Record<string, number>>;
  /** Notices whose letter counts as posted. */
  readonly letters: number;
}

/** One notice as an approver must see it. */
export interface NoticeView {
  readonly notice: number;
  readonly party: string;
  readonly name: string | null;
  readonly kind: string;
  readonly language: string;
  readonly state: string;
  readonly code: string;
  /** The party's own. */
  readonly domains: readonly string[];
  /** Of contacts that a person or the directory gave: the code is bound to these too, and no sentence names them. */
  readonly contactDomains: readonly string[];
  readonly figures: NoticeFigures;
  /** The party's previous figures; null for a first notice. */
  readonly before: NoticeFigures | null;
  readonly difference: FigureDifference | null;
  readonly custodians: readonly string[];
  /** Number of affected addresses on the site; null without a list. */
  readonly siteAddresses: { readonly listed: number; readonly total: number } | null;
  /** Number of messages with passwords or keys on the site; null where it has nothing found to list. */
  readonly siteFound: { readonly listed: number; readonly total: number } | null;
  /** Its contacts are guessed, and it gives counts only. */
  readonly isGuessed: boolean;
  readonly contacts: readonly {
    readonly contact: string;
    readonly role: string | null;
    readonly rung: Ladder['steps'][number]['rung'];
    readonly state: string;
    readonly reason: string | null;
  }[];
  /** Who posted its letter, when and by what service; null when not recorded. */
  readonly letter: Omit<StoredLetter, 'act'> | null;
  readonly issuedAt: number;
  /** The day of the next update that it promises. */
  readonly nextUpdate: number | null;
  readonly withdrawnAt: number | null;
  readonly subject: string;
  readonly text: string;
}

export interface WaveView extends WaveLine {
  readonly settings: StoredWave['settings'];
  readonly views: readonly NoticeView[];
  /** What the gate said last; null: it was not asked. */
  readonly gate: GateResult | null;
  /** Operators of the log by whether they may approve this wave; `own`: the mailbox of theirs that it is about. */
  readonly approvers: readonly { readonly name: string; readonly own: string | null }[];
  /** Why nothing may be sent on it, as far as the settings of this moment go; null when it may. */
  readonly gateObstacle: Reason | null;
  /**
   * The intruder's records outside the window that the notices name, as the version knows them that the figures come
   * from; addresses that got one by mistake.
   */
  readonly warnings: readonly Problem[];
  /** What the referee asks about the drafts. */
  readonly referee: readonly RefereeNote[];
  /** What decisions and the incident file made of the evidence; null for a wave of a former version. */
  readonly selection: Selection | null;
}

/** The wave of this number, or the newest; with the notices of one party, or all. */
export async function readWave(state: StateFolder, number: number | null, party: string | null): Promise<WaveView> {
  const wave = await requireWave(state.store, number);
  const views = await readViews(state, wave.id);
  const shown = party === null ? views : views.filter((view) => isOf(view, party));
  const gate = await readGate(state);
  const approvers = await listApprovers(state, new Set(views.flatMap((view) => view.custodians)));
  const version = await findVersion(state.store, wave.version);
  const hasCorrections = views.some(({ kind }) => kind === 'correction');
  const warnings = await findWaveWarnings(state.store, wave.id, version, hasCorrections);
  const referee = await refereeWave(state.store, wave.id, version);
  const { settings } = wave;
  const line = await readWaveLine(state, wave);
  const selection = await readSelectionOf(state, wave);
  return { ...line, settings, views: shown, approvers, warnings, referee, selection, ...gate };
}

export async function readWaveLine(state: StateFolder, wave: StoredWave): Promise<WaveLine> {
  return toLine(state, wave, await readNoticeDeliveries(state.store));
}

/** Every wave, newest last. */
export async function readWaves(state: StateFolder): Promise<readonly WaveLine[]> {
  const lines: WaveLine[] = [];
  const delivered = await readNoticeDeliveries(state.store);
  for (const wave of await listWaves(state.store)) lines.push(await toLine(state, wave, delivered));
  return lines;
}

async function toLine(
  state: StateFolder,
  wave: StoredWave,
  delivered: ReadonlyMap<number, PartyDelivery['deliveries']>,
): Promise<WaveLine> {
  const { incident } = await loadIncidentNow(state.store);
  const counts: Record<string, number> = {};
  for (const { state: standing } of await listDeliveries(state.store, wave.id))
    counts[standing] = (counts[standing] ?? 0) + 1;
  const { notices, letters } = await countNotices(state.store, wave.id);
  const deps = { store: state.store, cryptography: nodeCryptography };
  const approvals = wave.digest === '' ? [] : await listApprovals(deps, 'wave', wave.digest, incident.operators);
  return {
    wave: wave.id,
    kind: wave.kind,
    state: wave.state,
    version: wave.version,
    digest: wave.digest,
    madeAt: wave.made_at,
    madeBy: wave.made_by,
    approvedBy: approvals.map(({ operator }) => operator),
    approved: await claimApproved(nodeCryptography, {
      matter: 'wave',
      digest: createNodeRuntime().sha256Hex(wave.manifest),
      approvals,
      operators: incident.operators,
    }),
    entry: wave.entry,
    notices,
    ...(await countTold(state.store, wave.id, delivered)),
    deliveries: counts,
    letters,
  };
}

/** What became of the notices of one wave. */
async function countTold(
  store: Store,
  wave: number,
  delivered: ReadonlyMap<number, PartyDelivery['deliveries']>,
): Promise<Pick<WaveLine, 'told' | 'uncertain'>> {
  const posted = await readLetters(store, wave);
  const notices = (await listAddressees(store, wave)).map(({ id }) => ({
    posted: posted.get(id)?.act === 'posted',
    deliveries: delivered.get(id) ?? [],
  }));
  const { notified: _sum, ...told } = countNotified(notices, await readInboxTime(store)).value;
  const isOpen = ({ deliveries }: PartyDelivery) =>
    deliveries.some(({ state, takenBy }) => toOutcome(state, takenBy).is === 'uncertain');
  return { told, uncertain: notices.filter(isOpen).length };
}

async function readViews({ store }: StateFolder, wave: number): Promise<readonly NoticeView[]> {
  const deliveries = await listDeliveries(store, wave);
  const notices = await listNotices(store, wave);
  const letters = await readLetters(store, wave);
  const byNotice = Map.groupBy(deliveries, ({ notice_id }) => notice_id);
  return notices.map((notice) => {
    const { facts } = notice;
    const before = facts.previous?.figures ?? null;
    return {
      notice: notice.id,
      party: notice.party,
      name: facts.party.name,
      kind: facts.kind,
      language: facts.language,
      state: notice.state,
      code: notice.code,
      domains: facts.party.domains,
      contactDomains: facts.party.contactDomains ?? [],
      figures: facts.figures,
      before,
      difference: before === null ? null : compareFigures(before, facts.figures),
      custodians: notice.custodians,
      isGuessed: notice.isGuessed,
      siteAddresses: toListed(notice.record?.addresses),
      siteFound: toListed(notice.record?.found),
      contacts: (byNotice.get(notice.id) ?? []).map(({ contact, role, rung, state, reason }) => ({
        contact,
        role,
        rung: rung as NoticeView['contacts'][number]['rung'],
        state,
        reason,
      })),
      letter: toPosted(letters.get(notice.id)),
      issuedAt: notice.issued_at,
      nextUpdate: facts.nextUpdate,
      withdrawnAt: notice.withdrawn_at,
      subject: notice.subject,
      text: notice.text,
    };
  });
}

function toListed(recorded: RecordedAddresses | RecordedFound | null | undefined): NoticeView['siteAddresses'] {
  return recorded == null ? null : { listed: recorded.listed, total: recorded.total };
}

function toPosted(letter: StoredLetter | undefined): NoticeView['letter'] {
  if (letter?.act !== 'posted') return null;
  const { act: _act, ...posted } = letter;
  return posted;
}

function isOf(view: NoticeView, party: string): boolean {
  return view.party === party || view.domains.includes(party.toLowerCase()) || String(view.notice) === party;
}

/** Operators of the log, and which of these mailboxes is their own. */
export async function listApprovers(
  { store }: StateFolder,
  custodians: ReadonlySet<string>,
): Promise<WaveView['approvers']> {
  const ever = await listOperatorsOfLog(store);
  return (ever.at(-1)?.operators ?? []).map((operator) => ({
    name: operator.name,
    own: toActiveOperator(operator, ever).ownMailboxes.find((custodian) => custodians.has(custodian)) ?? null,
  }));
}

/** Null while a wave is composed. */
async function readSelectionOf({ store }: StateFolder, wave: StoredWave): Promise<Selection | null> {
  return wave.manifest === '' ? null : readSealedSelection(store, createNodeRuntime(), wave);
}

/** What the gate said last, and whether that still lets a wave out. */
export async function readGate({ store }: StateFolder): Promise<Pick<WaveView, 'gate' | 'gateObstacle'>> {
  const newest = await readGateResult(store);
  const keySet = await readKeySet(store);
  const fingerprint = keySet === null ? '' : fingerprintKeySet(createNodeRuntime(), keySet);
  const settings = digestGateSettings(await loadDisclosure(store), fingerprint);
  return { gate: newest?.result ?? null, gateObstacle: findGateObstacle(newest, settings, now()) };
}
