import type { PartyExposure } from '@candor/core/impact';
import type { DirectoryDetails } from '@candor/core/impact/party';
import {
  buildLadder,
  type ContactHistory,
  type Hold,
  isInForce,
  type Ladder,
  type UnusableContact,
} from '@candor/core/notice/contact';
import type { Store } from '../../adapters/store/store.ts';
import { readContacts } from '../store/contact-store.ts';
import { listSentTo } from '../store/delivery-store.ts';
import { listAnswered } from '../store/incoming-store.ts';
import { type ContactsNow, readContactsNow } from './left-contacts.ts';

/** What the ladder of any party is built from, read once for a whole wave. */
export interface LadderKnowledge {
  readonly organizationDomains: readonly string[];
  readonly doNotContact: ReadonlySet<string>;
  /** Imported contacts, and those in security.txt of its domains (`source`), by party. */
  readonly further: ReadonlyMap<string, readonly FurtherContact[]>;
  readonly history: ReadonlyMap<string, readonly ContactHistory[]>;
  /** What was decided about ids that are gone, by the party that it counts for. */
  readonly inherited: ContactsNow['inherited'];
}

interface FurtherContact {
  readonly contact: string;
  readonly role: string | null;
  readonly language: string | null;
  readonly source: string;
}

export async function readLadderKnowledge(
  store: Store,
  organizationDomains: readonly string[],
  holds: readonly Hold[],
  at: number,
): Promise<LadderKnowledge> {
  const barred = holds.filter((hold) => hold.contact !== null && isInForce(hold, at));
  return {
    organizationDomains,
    doNotContact: new Set(barred.map(({ contact }) => (contact ?? '').toLowerCase())),
    further: groupBy(await readContacts(store)),
    history: groupBy(await readHistory(store)),
    inherited: (await readContactsNow(store)).inherited,
  };
}

export function toLadder(party: PartyExposure, knowledge: LadderKnowledge): Ladder {
  const { curated = [], withdrawn = [] } = knowledge.inherited.get(party.party) ?? {};
  const own = new Set(party.contacts.curated.map(({ contact }) => contact));
  const further = listIds(party, knowledge).flatMap((id) => knowledge.further.get(id) ?? []);
  return buildLadder({
    kind: party.kind,
    domains: party.domains,
    addresses: party.addresses,
    curated: [...party.contacts.curated, ...curated],
    imported: [...party.contacts.imported, ...further.filter(({ source }) => source === 'import')],
    // Of what was decided about the party itself nothing gives way.
    withdrawn: [...party.contacts.withdrawn, ...withdrawn.filter((contact) => !own.has(contact))],
    observed: further.filter(({ source }) => source !== 'import'),
    organizationDomains: knowledge.organizationDomains,
    doNotContact: knowledge.doNotContact,
  });
}

/** Why an address that is given for a party would not be used, whatever else is known; null where it would be. */
export function findUnusable(
  party: PartyExposure,
  { organizationDomains, doNotContact, inherited }: LadderKnowledge,
  contact: string,
): UnusableContact['why'] | null {
  const withdrawn = [...party.contacts.withdrawn, ...(inherited.get(party.party)?.withdrawn ?? [])];
  const given = { contact, role: null, language: null };
  const { unusable } = buildLadder({
    kind: 'organization',
    domains: [],
    addresses: [],
    curated: [given],
    imported: [],
    observed: [],
    withdrawn,
    organizationDomains,
    doNotContact,
  });
  return unusable[0]?.why ?? null;
}

export function toHistory(
  party: Pick<PartyExposure, 'party' | 'mergedIds'>,
  knowledge: LadderKnowledge,
): readonly ContactHistory[] {
  return listIds(party, knowledge).flatMap((id) => knowledge.history.get(id) ?? []);
}

/** Its own ids, those merged by a person, and former ones that it completely replaces. */
function listIds(
  { party, mergedIds }: Pick<PartyExposure, 'party' | 'mergedIds'>,
  { inherited }: LadderKnowledge,
): readonly string[] {
  return [...new Set([party, ...mergedIds, ...(inherited.get(party)?.ids ?? [])])];
}

/** Of several ids that a person merged, the first that says something. */
export function findDetails(
  party: Pick<PartyExposure, 'party' | 'mergedIds'>,
  parties: ReadonlyMap<string, DirectoryDetails>,
): { readonly relation: DirectoryDetails['relation']; readonly postal: readonly string[] } {
  const found = [party.party, ...party.mergedIds].flatMap((id) => parties.get(id) ?? []);
  return {
    relation: found.find(({ relation }) => relation !== null)?.relation ?? null,
    postal: found.find(({ postal }) => postal.length > 0)?.postal ?? [],
  };
}

/** What became of every message that was approved. */
export async function readHistory(store: Store): Promise<readonly (ContactHistory & { readonly party: string })[]> {
  const rows = await listSentTo(store);
  const answered = await listAnswered(store);
  // An announcement goes to every rung at once: whom it reached does not affect the next notice, but bounces do.
  const chosen = rows.filter(({ kind, state }) => kind !== 'announcement' || state === 'bounced');
  return chosen.map((row) => ({
    party: row.party,
    address: row.contact,
    state: row.state as ContactHistory['state'],
    at: row.changed_at,
    answered: answered.has(Number(row.id)),
  }));
}

function groupBy<Row extends { readonly party: string }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const known = groups.get(row.party);
    if (known === undefined) groups.set(row.party, [row]);
    else known.push(row);
  }
  return groups;
}
