import { toALabels } from '@candor/core/base';
import type { Incident } from '@candor/core/evidence';
import { toFolderKey } from '@candor/core/exposure';
import { createDraftTest, type PartyExposure } from '@candor/core/impact';
import type { NoticeFigures, PartyNow } from '@candor/core/notice';
import type { Store } from '../adapters/store.ts';
import { unpackAddresses } from '../evidence/protocol.ts';
import type { StoredVersion } from '../exposure/exposure-store.ts';
import { readParties } from '../impact/count-impact.ts';
import type { ImpactInputs } from '../impact/impact-inputs.ts';

/** A party of the newest version with all that a notice to it needs. */
export interface NoticeParty extends PartyNow {
  readonly exposure: PartyExposure;
  /** Mailboxes that hold any of its messages that is exposed or cannot be judged. */
  readonly custodians: readonly string[];
}

export interface PartySources {
  readonly incident: Incident;
  readonly version: StoredVersion;
  readonly inputs: Pick<ImpactInputs, 'folderLists'>;
  /** Custodians of mailboxes that the intruder reached. */
  readonly reached: ReadonlySet<string>;
}

/** Rows of one batch. */
const batchRows = 2000;

/** Custodians that the intruder reached: those with a record of it, and those that the incident file says it could open. */
export function listReached(incident: Incident, seen: readonly string[]): ReadonlySet<string> {
  const reached = new Set(seen);
  for (const { mailbox } of incident.intruder.reach) {
    if (mailbox !== 'all') reached.add(mailbox);
    else for (const { custodian } of incident.mailboxes) reached.add(custodian);
  }
  return reached;
}

/** Every party of the version as it would be told now. */
export async function readPartiesNow(store: Store, sources: PartySources): Promise<readonly NoticeParty[]> {
  const parties = await readParties(store, sources.version.version);
  const secrets = await countFindings(store);
  const undetermined = await findUndetermined(store, sources, parties);
  return parties.map((exposure) => {
    const boxes = undetermined.get(exposure.party) ?? new Set();
    const ids = [exposure.party, ...exposure.mergedIds.filter((id) => id !== exposure.party)];
    const found = ids.reduce((sum, id) => sum + (secrets.get(id) ?? 0), 0);
    return {
      party: exposure.party,
      mergedIds: exposure.mergedIds,
      kind: exposure.kind,
      figures: toNoticeFigures(exposure, found === 0 ? null : found),
      isUndeterminedReached: [...boxes].some((custodian) => sources.reached.has(custodian)),
      exposure,
      custodians: [...new Set([...exposure.custodians.map(({ custodian }) => custodian), ...boxes])].sort(),
    };
  });
}

function toNoticeFigures(exposure: PartyExposure, secrets: number | null): NoticeFigures {
  return {
    accessed: exposure.accessed,
    presumed: exposure.presumed,
    partial: exposure.partial,
    possible: exposure.possible,
    undetermined: exposure.undetermined,
    messages: exposure.messages,
    bulk: exposure.bulk,
    held: 0,
    secrets,
    first: exposure.first,
    last: exposure.last,
    affectedAddresses: exposure.addresses.filter(({ messages }) => messages > 0).length,
    intruderSent: exposure.intruderSent,
    custodians: exposure.custodians.length,
  };
}

/** Figures of a party that is in no evidence any more. */
export const NO_FIGURES: NoticeFigures = {
  accessed: 0,
  presumed: 0,
  partial: 0,
  possible: 0,
  undetermined: 0,
  messages: 0,
  bulk: 0,
  held: 0,
  secrets: null,
  first: null,
  last: null,
  affectedAddresses: 0,
  intruderSent: 0,
  custodians: 0,
};

/** Messages with findings, by party. A list by hand says nothing of the parties that are not in it: for them nobody has looked. */
async function countFindings(store: Store): Promise<ReadonlyMap<string, number>> {
  const rows = await store.db
    .selectFrom('notice_finding')
    .select((select) => ['party', select.fn.count<number>('message').distinct().as('messages')])
    .groupBy('party')
    .execute();
  return new Map(rows.map(({ party, messages }) => [party, Number(messages)]));
}

/** As parties have their addresses: lower case, the domain in A-labels. */
function toKnownForm(address: string): string {
  const lower = address.toLowerCase();
  const at = lower.lastIndexOf('@');
  return at < 0 ? lower : `${lower.slice(0, at + 1)}${toALabels(lower.slice(at + 1))}`;
}

/** In which mailboxes lie the undetermined copies of parties that have some. */
async function findUndetermined(
  store: Store,
  { incident, version, inputs }: PartySources,
  parties: readonly PartyExposure[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const partyOf = new Map<string, string>();
  for (const { party, kind, undetermined, addresses } of parties) {
    if (kind !== 'list' && undetermined > 0) for (const { address } of addresses) partyOf.set(address, party);
  }
  const found = new Map<string, Set<string>>();
  if (partyOf.size === 0) return found;
  const isDraft = createDraftTest(inputs.folderLists, toFolderKey);
  const query = store.db
    .selectFrom('exposure_verdict')
    .innerJoin('evidence_copy', 'evidence_copy.id', 'exposure_verdict.copy_id')
    .select([
      'evidence_copy.custodian',
      'evidence_copy.addresses',
      'evidence_copy.draft',
      'evidence_copy.folder',
      'evidence_copy.labels',
    ])
    .where('exposure_verdict.version', '=', version.version)
    .where('exposure_verdict.verdict', '=', 'undetermined')
    .where(
      'evidence_copy.custodian',
      'in',
      incident.mailboxes.map(({ custodian }) => custodian),
    );
  for await (const rows of store.stream(query, batchRows)) {
    for (const { custodian, addresses, draft, folder, labels } of rows) {
      const known = labels === null ? null : (JSON.parse(labels) as string[]);
      if (isDraft({ custodian, draft: draft === 1, folder, labels: known })) continue;
      for (const { address } of unpackAddresses(addresses)) {
        const party = partyOf.get(toKnownForm(address));
        if (party === undefined) continue;
        const boxes = found.get(party) ?? new Set();
        found.set(party, boxes.add(custodian));
      }
    }
  }
  return found;
}
