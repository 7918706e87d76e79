import { compareUtf8, formatInstant, type Runtime } from '@candor/core/base';
import { applyCuration, type CurationOperation, selectInForce } from '@candor/core/impact/curation';
import type { PartyKind } from '@candor/core/impact/party';
import { fingerprintKeySet, type KeySet } from '@candor/core/notice/operator';
import {
  compareSelections,
  listAssertions,
  listChangedFigures,
  listLeftOut,
  readSelection,
  type SelectedParty,
  type Selection,
  type SelectionRow,
  sumTakenOut,
} from '@candor/core/notice/selection';
import { readAccepted } from '../../adapters/store/state-fact.ts';
import type { Store } from '../../adapters/store/store.ts';
import { listReached } from '../../exposure/index.ts';
import type { StoredVersion } from '../../exposure/store/version-store.ts';
import { type ImpactInputs, readImpactInputs } from '../../impact/index.ts';
import { readCuration } from '../../impact/store/curation-store.ts';
import { readDecisionHead } from '../../ledger/decision/index.ts';
import { readKeySet } from '../../ledger/index.ts';
import { readInherited } from '../contacts/left-contacts.ts';
import { type Disclosure, loadDisclosure } from '../disclosure.ts';
import { readVersionFacts } from '../gaps.ts';
import { digestGateSettings } from '../gate-result.ts';
import { findFound } from '../party/found-figures.ts';
import { findPossibleIntruders } from '../party/intruder-addresses.ts';
import { findMoved } from '../party/moved-mail.ts';
import { type NoticeParty, readPartiesNow } from '../party/parties-now.ts';
import { applyHoldsToSuccessors } from '../party/successors.ts';
import { readHolds } from '../store/hold-store.ts';
import { listAddressees } from '../store/notice-store.ts';
import { readSelectionRow } from '../store/selection-store.ts';
import { countWave } from '../store/wave-state-store.ts';
import type { WaveSettings } from '../wave-settings.ts';
import { digestIncidentFile, digestNamedFiles, digestReferences } from './file-digests.ts';
import { listDecisions, listHandRows } from './list-decisions.ts';

export interface SelectionOrder {
  /** A dry run has 0. */
  readonly wave: number;
  readonly kind: string;
  readonly settings: WaveSettings;
  readonly version: StoredVersion;
  readonly at: number;
  /** Parties without an address are included. */
  readonly inWave: ReadonlySet<string>;
  readonly withoutContact: readonly string[];
  /** Null means that this is the first approved wave of an incident. */
  readonly before: number | null;
  /** Without it, the keys of this state's log are used. */
  readonly keys?: KeySet;
}

/** What decisions and the incident file make of the evidence in one wave, read from the state as it is now. */
export async function composeSelection(
  store: Store,
  runtime: Pick<Runtime, 'sha256Hex'>,
  order: SelectionOrder,
): Promise<Selection> {
  const { version, settings, at } = order;
  const disclosure = await loadDisclosure(store);
  const { incident } = disclosure;
  const inputs = readImpactInputs(incident, version.inputs);
  const effects = await listEffects(store, disclosure, inputs, order);
  const rows: readonly SelectionRow[] = [
    ...effects.rows,
    ...order.withoutContact.toSorted(compareUtf8).map((party) => ({ is: 'no-contact' as const, party })),
    ...(await listHandRows(store, at)),
    ...listTexts(settings),
  ];
  const selection = {
    v: 1,
    incident: incident.incident,
    wave: order.wave,
    kind: order.kind,
    exposure: { version: version.version, digest: version.digest },
    at: formatInstant(at),
    takenOut: sumTakenOut(effects, rows),
    order: { only: settings.only, except: settings.except },
    rows,
    decisions: await listDecisions(store, at),
    head: (await readDecisionHead(store))?.digest ?? null,
    asserted: listAssertions(incident, inputs.directory, [...(await readAccepted(store))].sort(compareUtf8)),
    digests: {
      incident: await digestIncidentFile(store),
      files: await digestNamedFiles(store, incident),
      references: digestReferences(),
    },
    way: toWay(runtime, disclosure, order.keys ?? (await readKeySet(store))),
  } as const;
  return { ...selection, since: await compareWithApproved(store, order.before, selection) };
}

async function listEffects(
  store: Store,
  { incident }: Disclosure,
  inputs: ImpactInputs,
  { version, settings, at, inWave }: SelectionOrder,
) {
  const sources = { incident, version, inputs };
  const reached = listReached(incident, readVersionFacts(version).reached);
  const inherited = await readInherited(store, await readPartiesNow(store, { ...sources, reached }));
  const exposures = inherited.parties.map(({ exposure }) => exposure);
  const toAlone = await findFound(store, sources, exposures, []);
  const operations = selectInForce(await readCuration(store));
  const curation = applyCuration(operations);
  const parties = inherited.parties.map(
    (party): SelectedParty => ({
      ...party,
      alone: toAlone(party.party).figures,
      listedBy: party.kind === 'list' ? findLister(party, operations, inputs) : null,
      merges: party.mergedIds.flatMap((id) => {
        const merge = operations.findLast(({ act }) => act.act === 'merge' && act.parties.includes(id));
        const isOther = id !== party.party && curation.representative(id) === party.party;
        return merge === undefined || !isOther ? [] : [{ id, decision: `curation ${merge.sequence}` }];
      }),
    }),
  );
  const { tell } = incident.policy;
  const ground = {
    parties,
    inWave,
    holds: applyHoldsToSuccessors(await readHolds(store), inherited.findSuccessors),
    except: settings.except,
    traced: settings.only === null ? await findPossibleIntruders(store, version) : new Set<string>(),
    moved: findMoved(inherited, incident.organization.domains),
    tell,
    at,
  };
  return { parties, tell, rows: [...listLeftOut(ground), ...listChangedFigures(parties, tell)] };
}

/** What makes a party a list; null for the address of a mail-group host. */
function findLister(
  { party, mergedIds }: NoticeParty,
  operations: readonly CurationOperation[],
  { directory }: ImpactInputs,
): SelectedParty['listedBy'] {
  const ids = [party, ...mergedIds];
  const isList = (kind: PartyKind | null | undefined) => kind === 'list';
  const byHand = operations.findLast(
    ({ act }) =>
      (act.act === 'kind' && isList(act.kind) && ids.includes(act.party)) ||
      (act.act === 'split' && isList(act.kind) && ids.includes(act.into)),
  );
  if (byHand !== undefined) return { is: 'hand', decision: `curation ${byHand.sequence}` };
  return ids.some((id) => isList(directory.parties.get(id)?.kind)) ? { is: 'directory' } : null;
}

/** What people wrote into the wave itself. */
function listTexts(settings: WaveSettings): readonly SelectionRow[] {
  const local = (['happened', 'measures', 'unknown'] as const).flatMap((what) =>
    Object.entries(settings[what] ?? {}).map(([language, text]) => ({ of: `${what} (${language})`, text })),
  );
  const added = Object.entries(settings.added).map(([party, text]) => ({ of: `paragraph for ${party}`, text }));
  return [...local, ...added].map((text) => ({ is: 'text', ...text }));
}

/** Through which relays notices leave, what the gate judges, and where they can be checked. */
export async function readWay(
  store: Store,
  runtime: Pick<Runtime, 'sha256Hex'>,
  disclosure: Disclosure,
): Promise<Selection['way']> {
  return toWay(runtime, disclosure, await readKeySet(store));
}

function toWay(runtime: Pick<Runtime, 'sha256Hex'>, disclosure: Disclosure, keys: KeySet | null): Selection['way'] {
  const { relay, from, page } = disclosure.notice;
  const gate = digestGateSettings(disclosure, keys === null ? '' : fingerprintKeySet(runtime, keys));
  const relays = relay === null ? [] : [{ host: relay.host, port: relay.port, tls: relay.tls, from: from.address }];
  return { relays, gate, page };
}

async function compareWithApproved(
  store: Store,
  wave: number | null,
  selection: Omit<Selection, 'since'>,
): Promise<Selection['since']> {
  const stored = wave === null ? null : await readSelectionRow(store, wave);
  const before = stored === null ? null : readSelection(stored.document);
  if (wave === null || before === null) return null;
  return { wave, ...compareSelections(before, selection, ['decision', 'asserted', 'way', 'digest']) };
}

/** Whom a wave notifies, and who of them has no address. */
export async function readWaveParties(
  store: Store,
  wave: number,
): Promise<{ readonly inWave: ReadonlySet<string>; readonly withoutContact: readonly string[] }> {
  const inWave = new Set((await listAddressees(store, wave)).map(({ party }) => party));
  const { unreachable } = await countWave(store, wave);
  return { inWave, withoutContact: [...new Set(unreachable)] };
}
