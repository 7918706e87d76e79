import { type Instant, toALabels } from '@candor/core/base';
import type { Incident } from '@candor/core/evidence';
import { toFolderKey } from '@candor/core/exposure';
import { createDraftTest, type PartyExposure } from '@candor/core/impact';
import type { Store } from '../adapters/store.ts';
import { unpackAddresses } from '../evidence/protocol.ts';
import type { StoredVersion } from '../exposure/exposure-store.ts';
import type { ImpactInputs } from '../impact/impact-inputs.ts';

export interface MailSources {
  readonly incident: Incident;
  readonly version: StoredVersion;
  readonly inputs: Pick<ImpactInputs, 'folderLists'>;
}

/**
 * Of the undetermined copies of one party. A message may have stronger ones elsewhere; it is told of all the same, with the same date. They count also where no message
 * of the party is undetermined: else one that turns out to be opened would make its mailboxes fewer, and more that is true a correction.
 */
export interface UndeterminedMail {
  readonly custodians: ReadonlySet<string>;
  /** The party's own, as its exposure has them. */
  readonly addresses: ReadonlySet<string>;
  readonly first: Instant | null;
  readonly last: Instant | null;
}

export const NO_MAIL: UndeterminedMail = { custodians: new Set(), addresses: new Set(), first: null, last: null };

/** Rows of one batch. */
const batchRows = 2000;

interface Gathered extends UndeterminedMail {
  readonly custodians: Set<string>;
  readonly addresses: Set<string>;
  first: Instant | null;
  last: Instant | null;
}

/** As parties have their addresses: lower case, the domain in A-labels. */
function toKnownForm(address: string): string {
  const lower = address.toLowerCase();
  const at = lower.lastIndexOf('@');
  return at < 0 ? lower : `${lower.slice(0, at + 1)}${toALabels(lower.slice(at + 1))}`;
}

/** The undetermined copies of the parties that are told. */
export async function findUndetermined(
  store: Store,
  { incident, version, inputs }: MailSources,
  parties: readonly PartyExposure[],
): Promise<ReadonlyMap<string, UndeterminedMail>> {
  const partyOf = new Map<string, string>();
  for (const { party, kind, addresses } of parties) {
    if (kind !== 'list') for (const { address } of addresses) partyOf.set(address, party);
  }
  const found = new Map<string, Gathered>();
  if (partyOf.size === 0) return found;
  const isDraft = createDraftTest(inputs.folderLists, toFolderKey);
  const query = store.db
    .selectFrom('exposure_verdict')
    .innerJoin('evidence_copy', 'evidence_copy.id', 'exposure_verdict.copy_id')
    .select([
      'evidence_copy.custodian',
      'evidence_copy.addresses',
      'evidence_copy.date',
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
    for (const { custodian, addresses, date, draft, folder, labels } of rows) {
      const named = labels === null ? null : (JSON.parse(labels) as string[]);
      if (isDraft({ custodian, draft: draft === 1, folder, labels: named })) continue;
      for (const { address } of unpackAddresses(addresses)) {
        const known = toKnownForm(address);
        const party = partyOf.get(known);
        if (party === undefined) continue;
        const mail = found.get(party) ?? { custodians: new Set(), addresses: new Set(), first: null, last: null };
        found.set(party, mail);
        mail.custodians.add(custodian);
        mail.addresses.add(known);
        if (date === null) continue;
        mail.first = Math.min(mail.first ?? date, date);
        mail.last = Math.max(mail.last ?? date, date);
      }
    }
  }
  return found;
}
