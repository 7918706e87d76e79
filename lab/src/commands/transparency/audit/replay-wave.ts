import { join } from 'node:path';
import { compareUtf8, type Json, type JsonObject, readInstant, toObject, toWhole } from '@candor/core/base';
import { readBase64Url } from '@candor/core/ledger';
import { findPrintedCodes, formatNoticeCode, readNoticeCode } from '@candor/core/notice/code';
import { fingerprintKeySet } from '@candor/core/notice/operator';
import { compareSelections } from '@candor/core/notice/selection';
import { composeNotice } from '@candor/core/notice/text';
import { mustNotify, toCountedText } from '@candor/core/notice/wave';
import type {
  AuditDifference,
  AuditEvidence,
  AuditNotice,
  DueParty,
  ReplayedNotice,
  Unreplayed,
} from '@candor/core/transparency/audit';
import { findPrintedRoot } from '@candor/core/verify';
import { readBytes, withTemporaryFolder } from '../../../adapters/files/files.ts';
import { createNodeRuntime } from '../../../adapters/process/runtime.ts';
import { openStateForActing } from '../../../adapters/store/state-folder.ts';
import type { Store } from '../../../adapters/store/store.ts';
import { isJson, readShape } from '../../../adapters/store/stored-json.ts';
import { listFilesNow } from '../../../evidence/store/evidence-file-store.ts';
import type { StoredVersion } from '../../../exposure/store/version-store.ts';
import { readParties } from '../../../impact/store/party-store.ts';
import type { LadderKnowledge } from '../../../notice/contacts/index.ts';
import { type Disclosure, loadDisclosure, type WaveSettings } from '../../../notice/index.ts';
import { toCountedParty } from '../../../notice/party-set/index.ts';
import { composeSelection } from '../../../notice/selection/index.ts';
import { isWaveSettings } from '../../../notice/store/wave-store.ts';
import {
  type NoticeToCompose,
  openDeliveryComposer,
  openDrafts,
  readDraftSources,
} from '../../../notice/wave/index.ts';
import { readHolds } from '../../../review/store/hold-store.ts';
import type { OpenedAudit, SignedParts } from '../../../transparency/audit/index.ts';
import { toIncidentOf } from '../../load-incident.ts';
import { readRunSummary } from '../../run-summary.ts';
import { writeExposure } from '../../write-exports.ts';
import type { ReplayedRun } from './replay-run.ts';
import { restoreState } from './restore-state.ts';

/** The wave as evidence, inputs and decisions give it again. */
export interface ReplayedWave {
  readonly version: StoredVersion;
  readonly evidence: readonly AuditEvidence[];
  readonly exposure: readonly string[];
  readonly parties: readonly Json[];
  readonly figures: Json;
  readonly notices: readonly ReplayedNotice[];
  /** Who would have a notice in this wave, and who must be notified in some wave. */
  readonly drafted: readonly DueParty[];
  readonly due: readonly DueParty[];
  readonly differences: readonly AuditDifference[];
  readonly unreplayed: readonly Unreplayed[];
  /** Whole messages could not be compared. */
  readonly isSigned: boolean;
}

/** Prepares the wave again in the state of the run that was replayed. */
export async function replayWave(
  audit: OpenedAudit,
  signed: SignedParts,
  { state: statePath, laidOut, incidentFile, stoodIn }: ReplayedRun,
): Promise<ReplayedWave> {
  const input = audit.head.inputs.find(({ purpose }) => purpose === 'disclosure');
  const bytes = input?.part == null ? null : audit.readPart(input.part);
  const state = await openStateForActing(statePath);
  try {
    const { store } = state;
    const { version, unreplayed } = await restoreState(store, audit, signed);
    // What stood in for a missing file is no evidence: it must not read as one with another digest.
    const read = (await listFilesNow(store)).filter(({ path }) => !stoodIn.has(path));
    const evidence = read.map(({ purpose, path, size, sha256 }) => ({ purpose, path, size, sha256 }));
    if (bytes !== null) laidOut.rewrite(incidentFile, bytes);
    const disclosure = await loadDisclosure(store);
    const prepared = await prepareAgain(store, audit, signed, { disclosure, version });
    return {
      version,
      evidence,
      exposure: await readExposure(store, version),
      parties: (await readParties(store, version.version)).map(toJson),
      figures: toJson(toFigures(version)),
      ...prepared,
      unreplayed: [...unreplayed, ...prepared.unreplayed],
    };
  } finally {
    await state.close();
  }
}

function toFigures(version: StoredVersion) {
  const { figures, copies, messages } = readRunSummary(version);
  return { digest: version.digest, figures, copies, messages };
}

function readExposure(store: Store, version: StoredVersion): Promise<readonly string[]> {
  return withTemporaryFolder(async (folder) => {
    await writeExposure(store, toIncidentOf(version), version.version, folder);
    const text = Buffer.from(readBytes(join(folder, 'exposure.jsonl'))).toString('utf8');
    return text.split('\n').filter((line) => line !== '');
  });
}

interface Ground {
  readonly disclosure: Disclosure;
  readonly version: StoredVersion;
}

type Prepared = Pick<ReplayedWave, 'notices' | 'drafted' | 'due' | 'differences' | 'unreplayed' | 'isSigned'>;

async function prepareAgain(store: Store, audit: OpenedAudit, signed: SignedParts, ground: Ground): Promise<Prepared> {
  const { wave, found } = audit;
  const { disclosure, version } = ground;
  const runtime = createNodeRuntime();
  const settings = requireSettings(wave.settings);
  const sources = await readDraftSources(store, ground);
  const { parties } = sources.inherited;
  const keys = signed.operators.findLast(({ position }) => wave.entry === null || position < wave.entry)?.keys;
  const issued = new Map(audit.notices.map((notice) => [notice.party, notice]));
  const { plan, compose } = await openDrafts(store, sources, {
    settings,
    drafted: new Set(found.drafted),
    keyFingerprint: keys === undefined ? '' : fingerprintKeySet(runtime, keys),
    checkpoint: findCheckpoint(audit.notices),
    at: found.at,
    withheld: await readHolds(store, null),
    history: toHistory(audit),
    drawCode: async (party) => readCode(issued.get(party)),
  });
  const notices: ReplayedNotice[] = [];
  const unreplayed: Unreplayed[] = [];
  const isSigned = disclosure.notice.dkim !== null;
  const withoutContact: string[] = [];
  for (const draft of plan.drafts) {
    const own = issued.get(draft.party);
    const made = await compose(draft);
    if (made.contacts.length === 0) withoutContact.push(draft.party);
    if (own === undefined) continue;
    const isLost = own.facts['isGone'] === true && made.facts.isGone !== true;
    if (isLost) unreplayed.push({ what: `notice ${own.notice} to ${draft.party}`, why: GONE });
    const facts = isLost ? { ...made.facts, isGone: true as const } : made.facts;
    notices.push(await toReplayed(audit, disclosure, { ...made, facts }, own, isSigned));
  }
  const toDue = ({ party, mergedIds, exposure }: (typeof parties)[number]): DueParty => ({
    ...{ party, mergedIds, messages: exposure.messages + exposure.undetermined },
  });
  const byId = new Map(parties.map((party) => [party.party, party]));
  const due = parties.filter((party) => mustNotify(party, disclosure.incident.policy.tell));
  const inWave = new Set(plan.drafts.map(({ party }) => party));
  const again = await compareSelection(store, audit, signed, {
    ...{ settings, version, inWave, withoutContact, keys },
  });
  return {
    notices,
    drafted: plan.drafts.flatMap(({ party }) => byId.get(party) ?? []).map(toDue),
    due: due.map(toDue),
    differences: [...again, ...compareCounted(audit, due, wave.version)],
    unreplayed,
    isSigned,
  };
}

const GONE = 'whether its mail is missing since an earlier version shows only an audit of the wave of that version';

function requireSettings(text: string): WaveSettings {
  const settings = readShape(isWaveSettings, text);
  if (settings === null) throw new Error('the settings of a wave have another form than this program writes');
  return settings;
}

/** What every notice prints; those of a wave print the same. */
function findCheckpoint(notices: readonly AuditNotice[]): { readonly size: number; readonly root: string } {
  for (const { text, facts } of notices) {
    const root = findPrintedRoot(text);
    const { checkpoint = null } = facts;
    const size =
      typeof checkpoint === 'object' && checkpoint !== null && 'size' in checkpoint
        ? toWhole(checkpoint['size'])
        : null;
    if (root !== null && size !== null) return { size, root };
  }
  return { size: 0, root: '-' };
}

const NO_CODE = new Uint8Array(16);

/** As it is printed in the issued text; a notice that was not issued has none. */
function readCode(notice: AuditNotice | undefined): string {
  const [printed] = notice === undefined ? [] : findPrintedCodes(notice.text);
  const reading = printed === undefined ? null : readNoticeCode(printed);
  return formatNoticeCode(reading?.state === 'code' ? reading.bytes : NO_CODE);
}

function toHistory({ found }: OpenedAudit): LadderKnowledge['history'] {
  return Map.groupBy(found.history, ({ party }) => party);
}

async function toReplayed(
  { wave }: OpenedAudit,
  disclosure: Disclosure,
  { facts, custodians, contacts, follows, isGuessed, purpose }: NoticeToCompose,
  issued: AuditNotice,
  isSigned: boolean,
): Promise<ReplayedNotice> {
  const composed = composeNotice(facts);
  const messages = new Map<string, string>();
  if (!isSigned) {
    const composer = openDeliveryComposer(
      disclosure,
      readBase64Url(wave.salt) ?? new Uint8Array(),
      createNodeRuntime(),
    );
    for (const contact of contacts) {
      const key = composer.toKey(issued.notice, contact.address, purpose);
      const { sha256 } = await composer.compose({ key, contact, facts, composed, at: issued.issued });
      messages.set(contact.address, sha256);
    }
  }
  return {
    ...{ party: issued.party, follows, isGuessed, ...composed, custodians },
    facts: toObjectJson(facts),
    contacts: contacts.map(({ address, rung }) => ({ contact: address, rung })),
    messages: isSigned ? null : messages,
  };
}

async function compareSelection(
  store: Store,
  { wave }: OpenedAudit,
  { selection }: SignedParts,
  order: Pick<Parameters<typeof composeSelection>[2], 'settings' | 'version' | 'inWave' | 'withoutContact'> & {
    readonly keys: NonNullable<Parameters<typeof composeSelection>[2]['keys']> | undefined;
  },
): Promise<readonly AuditDifference[]> {
  const at = selection === null ? null : readInstant(selection.at);
  if (selection === null || at === null) return [];
  const { keys, ...rest } = order;
  const again = await composeSelection(store, createNodeRuntime(), {
    ...{ wave: wave.wave, kind: wave.kind, at, ...rest },
    ...(keys === undefined ? {} : { keys }),
    before: selection.since?.wave ?? null,
  });
  const all = ['row', 'decision', 'head', 'asserted', 'way', 'digest'] as const;
  const { added, removed } = compareSelections(selection, again, all);
  const find = (text: string): AuditDifference => ({ is: 'selection', place: 'selection', text });
  return [
    ...removed.map((text) => find(`two people signed this, and evidence and decisions do not give it: ${text}`)),
    ...added.map((text) => find(`evidence and decisions give this, and the signed selection does not say it: ${text}`)),
  ];
}

/** A party of the set that the evidence does not give, or with other domains. */
function compareCounted(
  { counted }: OpenedAudit,
  due: readonly { readonly party: string; readonly exposure: Parameters<typeof toCountedParty>[0] }[],
  version: number,
): readonly AuditDifference[] {
  const now = new Map(due.map(({ party, exposure }) => [party, toCountedText(toCountedParty(exposure, version))]));
  return counted
    .toSorted((a, b) => compareUtf8(a.id, b.id))
    .flatMap(({ id, party }): readonly AuditDifference[] => {
      const again = now.get(id);
      if (again === undefined)
        return [
          {
            is: 'set',
            place: id,
            text: 'it is in the set of parties to be notified, and the evidence does not show that it must be',
          },
        ];
      const then = toCountedText(party);
      return again === then ? [] : [{ is: 'set', place: id, text: `the set has ${then}, the evidence gives ${again}` }];
    });
}

/** As JSON keeps it: members without a value are left out. */
export function toJson(value: unknown): Json {
  return readShape(isJson, JSON.stringify(value)) ?? null;
}

function toObjectJson(value: object): JsonObject {
  return toObject(toJson(value)) ?? {};
}
