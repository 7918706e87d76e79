import {
  createImpact,
  createTouchedParties,
  type ImpactResult,
  type PartyExposure,
  reviseParty,
  type TouchedParties,
} from '@candor/core/impact';
import { applyCuration, type Curation, type CurationOperation } from '@candor/core/impact/curation';
import type { Directory } from '@candor/core/impact/party';
import type { Reference } from '@candor/core/impact/reference';
import type { Incident, ListedFolder } from '@candor/core/incident';
import { readIncidentOnce } from '../adapters/files/incident-reading.ts';
import { collectEarly } from '../adapters/process/heap.ts';
import type { Store } from '../adapters/store/store.ts';
import { unpackAddresses } from '../evidence/store/packed-addresses.ts';
import type { StoredVersion } from '../exposure/store/version-store.ts';
import { createDraftRowTest } from './draft-rows.ts';
import { readImpactInputs } from './impact-inputs.ts';
import { readPartiesById } from './store/affected-party-store.ts';
import { readCuration } from './store/curation-store.ts';
import {
  type StoredCopy,
  streamCopyAddresses,
  streamFingerprints,
  streamTallyRows,
  streamTallyRowsOf,
} from './store/judged-messages.ts';
import { replaceParties, writeParties } from './store/party-store.ts';

/**
 * Distinct texts of addresses and roles whose numbers are kept; beyond it they are asked for again. Of a million
 * messages few are of the same people.
 */
const knownUsesLimit = 10_000;

export interface CountedImpact {
  readonly incident: Incident;
  readonly version: number;
  readonly directory: Directory;
  readonly reference: Reference;
  readonly curation: Curation;
  /** By custodian: they say which folders hold drafts. */
  readonly folderLists: ReadonlyMap<string, readonly ListedFolder[]>;
  readonly onCopies: (count: number) => void;
}

/**
 * Streams every judged copy of a version that is not complete yet through `createImpact`, message by message, and keeps
 * the parties.
 */
export async function countImpact(store: Store, surroundings: CountedImpact): Promise<ImpactResult> {
  const result = await tallyImpact(store, surroundings);
  await writeParties(store, surroundings.version, result.parties);
  return result;
}

/** The same count, with nothing kept; of some copies of a version if they are given. */
export async function tallyImpact(
  store: Store,
  surroundings: CountedImpact,
  batches: ReturnType<typeof streamTallyRows> = streamTallyRows(store, surroundings.version),
): Promise<ImpactResult> {
  const { incident, directory, reference, curation, folderLists, onCopies } = surroundings;
  collectEarly();
  const isDraft = createDraftRowTest(folderLists);
  const impact = createImpact({ incident, directory, reference, curation });
  // The same few thousand correspondents stand in most rows: their packed text is looked up whole before it is parsed.
  const knownUses = new Map<string, readonly number[]>();
  const toUses = (packed: string): readonly number[] => {
    const known = knownUses.get(packed);
    if (known !== undefined) return known;
    const uses = [...new Set(unpackAddresses(packed).map((use) => impact.registerUse(use)))];
    if (knownUses.size >= knownUsesLimit) knownUses.clear();
    knownUses.set(packed, uses);
    return uses;
  };
  for await (const rows of batches) {
    for (const row of rows) {
      impact.addCopy({
        custodian: row.custodian,
        fingerprint: Buffer.from(row.fingerprint).toString('hex'),
        verdict: row.verdict as PartyVerdict,
        intruderSent: row.intruder_sent === 1,
        undecided: row.undecided === 1,
        draft: isDraft(row),
        bulk: row.bulk === 1,
        date: row.date,
        uses: toUses(row.addresses),
      });
    }
    onCopies(rows.length);
  }
  return impact.finish();
}

type PartyVerdict = keyof ImpactResult['copiesPerVerdict'];

/** Parties that were counted again, and the ids of those that they replace; null for all of a version. */
export interface RecountedParties {
  readonly parties: Iterable<PartyExposure>;
  readonly ids: ReadonlySet<string> | null;
}

/**
 * Counts again what the last of these operations may change of a complete version; nothing is kept. A name, a kind or a
 * contact changes no figure. Otherwise, of a million copies, those are counted whose message has a party it touches.
 */
export async function recountParties(
  store: Store,
  version: StoredVersion,
  operations: readonly CurationOperation[],
): Promise<RecountedParties> {
  const revised = await reviseNamed(store, version.version, operations);
  if (revised !== null) return { parties: [revised], ids: new Set([revised.party]) };
  const counted = toCounted(version, operations);
  const touched = createTouchedParties(counted, operations.slice(0, -1), operations);
  const copies = await findTouchedCopies(store, touched);
  if (copies === null) return { parties: (await tallyImpact(store, counted)).parties, ids: null };
  const { parties } = await tallyImpact(store, counted, streamTallyRowsOf(store, version.version, copies));
  return { parties: selectTouched(parties, touched.ids), ids: touched.ids };
}

/** The party of an operation that changes no figure; null for any other operation. */
async function reviseNamed(
  store: Store,
  version: number,
  operations: readonly CurationOperation[],
): Promise<PartyExposure | null> {
  const act = operations.at(-1)?.act;
  if (act === undefined || !('party' in act)) return null;
  const [party] = await readPartiesById(store, version, new Set([act.party]));
  return party === undefined ? null : reviseParty(party, act, applyCuration(operations));
}

function* selectTouched(parties: Iterable<PartyExposure>, ids: ReadonlySet<string>): Generator<PartyExposure> {
  for (const party of parties) if (ids.has(party.party)) yield party;
}

/** From this share of all copies on, counting them all in one go is faster. */
const MAX_TOUCHED_SHARE = 0.5;

/** Copies of all messages with a touched party, in the order of a count; null when they are too many. */
async function findTouchedCopies(store: Store, touched: TouchedParties): Promise<readonly StoredCopy[] | null> {
  const messages = new Set<string>();
  for (let before = -1; before !== touched.ids.size; ) {
    before = touched.ids.size;
    for await (const rows of streamCopyAddresses(store))
      for (const { fingerprint, addresses } of rows)
        if (touched.hasAny(unpackAddresses(addresses))) messages.add(toKey(fingerprint));
  }
  const copies: StoredCopy[] = [];
  let all = 0;
  for await (const rows of streamFingerprints(store)) {
    all += rows.length;
    for (const row of rows) if (messages.has(toKey(row.fingerprint))) copies.push(row);
  }
  if (copies.length > all * MAX_TOUCHED_SHARE) return null;
  return copies.sort((a, b) => Buffer.compare(a.fingerprint, b.fingerprint) || a.id - b.id);
}

const toKey = (fingerprint: Uint8Array): string => Buffer.from(fingerprint).toString('latin1');

/** Counts and keeps them, with what was decided up to now. */
export async function recountNow(store: Store, version: StoredVersion): Promise<void> {
  const { parties } = await tallyVersion(store, version);
  await replaceParties(store, version.version, { parties, ids: null }, async () => undefined);
}

/** Counts them with what was decided up to now; nothing is kept. */
export async function tallyVersion(store: Store, version: StoredVersion): Promise<ImpactResult> {
  return tallyImpact(store, toCounted(version, await readCuration(store)));
}

function toCounted(version: StoredVersion, operations: readonly CurationOperation[]): CountedImpact {
  const { incident } = readIncidentOnce(version.inputs.incidentText, 'incident.yaml');
  if (incident === null) throw new Error('the incident file kept with the version is not valid');
  const { reference, directory, folderLists } = readImpactInputs(incident, version.inputs);
  return {
    incident,
    version: version.version,
    directory,
    reference,
    curation: applyCuration(operations),
    folderLists,
    onCopies: () => undefined,
  };
}
