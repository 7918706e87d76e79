import type { Incident, ListedFolder } from '@candor/core/evidence/incident';
import { createImpact, type ImpactResult, type PartyExposure } from '@candor/core/impact';
import type { Curation } from '@candor/core/impact/curation';
import type { Directory } from '@candor/core/impact/party';
import type { Reference } from '@candor/core/impact/reference';
import { keepHeapTight } from '../adapters/heap.ts';
import type { Store } from '../adapters/store.ts';
import { unpackAddresses } from '../evidence/protocol.ts';
import { createDraftRowTest } from './draft-rows.ts';
import { dropPresent, keepParties } from './former-party-store.ts';
import { selectJudged } from './judged-messages.ts';
import { isShown, rankParties } from './party-rank.ts';

/** Rows of one batch; each holds a copy's addresses, about 0.5 KB. */
const batchRows = 2000;
/** Distinct texts of addresses and roles whose numbers are kept; beyond it they are asked for again. Of a million messages few are of the same people. */
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
  /** Done together with replacing the parties, all or none. */
  readonly together?: () => Promise<void>;
}

/** Streams every judged copy of a version through `createImpact`, message by message, and keeps the parties. */
export async function countImpact(store: Store, surroundings: CountedImpact): Promise<ImpactResult> {
  const result = await tallyImpact(store, surroundings);
  await replaceParties(store, surroundings, result.parties);
  return result;
}

/** The same count, with nothing kept. */
export async function tallyImpact(store: Store, surroundings: CountedImpact): Promise<ImpactResult> {
  const { incident, version, directory, reference, curation, folderLists, onCopies } = surroundings;
  keepHeapTight();
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
  const query = selectJudged(store, version).select([
    'evidence_copy.custodian',
    'evidence_copy.fingerprint',
    'evidence_copy.folder',
    'evidence_copy.labels',
    'evidence_copy.draft',
    'evidence_copy.bulk',
    'evidence_copy.date',
    'evidence_copy.addresses',
    'exposure_verdict.verdict',
    'exposure_verdict.intruder_sent',
  ]);
  for await (const rows of store.stream(query, batchRows)) {
    for (const row of rows) {
      impact.addCopy({
        custodian: row.custodian,
        fingerprint: Buffer.from(row.fingerprint).toString('hex'),
        verdict: row.verdict as PartyVerdict,
        intruderSent: row.intruder_sent === 1,
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

const partyColumns = ['version', 'party', 'kind', 'row', 'rank', 'shown'];

type PartyVerdict = keyof ImpactResult['copiesPerVerdict'];

async function replaceParties(
  store: Store,
  { version, together }: CountedImpact,
  parties: Iterable<PartyExposure>,
): Promise<void> {
  await store.transaction(async () => {
    await keepParties(store, version);
    await store.db.deleteFrom('impact_party').where('version', '=', version).execute();
    const ranks = rankParties(parties);
    let rows: (string | number)[][] = [];
    const insert = (): void => {
      if (rows.length > 0) store.insertRows('impact_party', partyColumns, rows);
      rows = [];
    };
    for (const party of parties) {
      const rank = ranks.get(party.party) ?? 0;
      rows.push([version, party.party, party.kind, JSON.stringify(party), rank, isShown(party) ? 1 : 0]);
      if (rows.length >= batchRows) insert();
    }
    insert();
    await dropPresent(store, version);
    await together?.();
  });
}

/** The parties of a version, in UTF-8 order of their ids. */
export async function readParties(store: Store, version: number): Promise<PartyExposure[]> {
  const rows = await store.db
    .selectFrom('impact_party')
    .select('row')
    .where('version', '=', version)
    .orderBy('party')
    .execute();
  return rows.map((row) => JSON.parse(row.row) as PartyExposure);
}
