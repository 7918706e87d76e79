import { createImpact, type ImpactResult } from '@candor/core/impact';
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
import { readCuration } from './store/curation-store.ts';
import { streamTallyRows } from './store/judged-messages.ts';
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

/** The same count, with nothing kept. */
export async function tallyImpact(store: Store, surroundings: CountedImpact): Promise<ImpactResult> {
  const { incident, version, directory, reference, curation, folderLists, onCopies } = surroundings;
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
  for await (const rows of streamTallyRows(store, version)) {
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

/** Counts the parties of a complete version again with these operations; nothing is kept. */
export async function recountParties(
  store: Store,
  version: StoredVersion,
  operations: readonly CurationOperation[],
): Promise<ImpactResult> {
  return tallyImpact(store, toCounted(version, operations));
}

/** Counts and keeps them, with what was decided up to now. */
export async function recountNow(store: Store, version: StoredVersion): Promise<void> {
  const { parties } = await tallyVersion(store, version);
  await replaceParties(store, version.version, parties, async () => undefined);
}

/** Counts them with what was decided up to now; nothing is kept. */
export async function tallyVersion(store: Store, version: StoredVersion): Promise<ImpactResult> {
  return recountParties(store, version, await readCuration(store));
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
