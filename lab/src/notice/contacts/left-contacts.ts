import type { PartyExposure } from '@candor/core/impact';
import { applyCuration, selectInForce } from '@candor/core/impact/curation';
import type { Contact } from '@candor/core/impact/party';
import type { Store } from '../../adapters/store/store.ts';
import { readCuration } from '../../impact/store/curation-store.ts';
import { readFormerParties } from '../../impact/store/former-party-store.ts';
import { findCountedVersion, listPartyIds, readParties } from '../../impact/store/party-store.ts';
import { attributePriorNotices, type CountedParty, type Inherited } from '../party/attribute-prior-notices.ts';
import { createSuccessorResolver, keepProvenSuccessors, listIds } from '../party/successors.ts';
import { listContactParties } from '../store/contact-store.ts';
import { listHeld } from '../store/hold-store.ts';
import { listSentNotices } from '../store/wave-store.ts';

/**
 * Decisions about contacts of former ids that apply to a current party; or to the id itself if nobody has its
 * addresses.
 */
export interface InheritedContacts {
  readonly ids: readonly string[];
  readonly curated: readonly Contact[];
  readonly withdrawn: readonly string[];
}

/** Contacts that a person curated for an id that no party has any more. */
export interface OrphanedContacts {
  readonly id: string;
  readonly contacts: readonly string[];
  /** Current owners of its addresses. */
  readonly successors: readonly string[];
  /** They are used for the one successor. */
  readonly isFollowed: boolean;
}

export interface ContactsNow {
  readonly inherited: ReadonlyMap<string, InheritedContacts>;
  readonly left: readonly OrphanedContacts[];
}

/**
 * Contacts belong to an id, and a directory changes ids. If one party of the same kind now has what the id stood for,
 * the contacts are its own; if several have, nobody is notified through them until a person decides. An exclusion
 * applies to all of them.
 */
export async function readContactsNow(store: Store): Promise<ContactsNow> {
  const operations = await readCuration(store);
  const curation = applyCuration(operations);
  const curatedIds = selectInForce(operations).flatMap(({ act }) =>
    act.act === 'add-contact' || act.act === 'withdraw-contact' ? [act.party] : [],
  );
  const listed = await listContactParties(store);
  const ids = new Set([...curatedIds, ...listed].map((id) => curation.representative(id)));
  if (ids.size === 0) return { inherited: new Map(), left: [] };
  const version = (await findCountedVersion(store)) ?? 0;
  const present = new Set(await listPartyIds(store, version));
  const gone = [...ids].filter((id) => !present.has(id));
  const inherited = new Map<string, InheritedContacts>();
  const left: OrphanedContacts[] = [];
  if (gone.length === 0) return { inherited, left };
  const parties = await readParties(store, version);
  const sentNotices = await listSentNotices(store);
  const findSuccessors = createSuccessorResolver(parties, sentNotices);
  const add = (party: string, more: InheritedContacts) => {
    const { ids: known, curated, withdrawn } = inherited.get(party) ?? { ids: [], curated: [], withdrawn: [] };
    inherited.set(party, {
      ids: [...known, ...more.ids],
      curated: [...curated, ...more.curated],
      withdrawn: [...withdrawn, ...more.withdrawn],
    });
  };
  for (const id of gone) {
    const members = curation.members(id);
    const former = [...(await readFormerParties(store, members)).values()];
    const successors = keepProvenSuccessors(findSuccessors(id, former.flatMap(listHeld)), id, former, sentNotices);
    const [successor] = successors.filter(({ kind }) => former.every((was) => was.kind === kind));
    const details = members.map((member) => curation.details(member));
    const curated = details.flatMap(({ contacts }) => contacts);
    const withdrawn = details.flatMap((known) => [...known.withdrawn]);
    const isFollowed = successors.length === 1 && successor !== undefined;
    if (successors.length === 0) add(id, { ids: members, curated, withdrawn });
    else if (isFollowed) add(successor.party, { ids: members, curated, withdrawn });
    else for (const { party } of successors) add(party, { ids: [], curated: [], withdrawn });
    const contacts = curated.map(({ contact }) => contact).filter((contact) => isOpen(contact, successors));
    if (contacts.length > 0 && successors.length > 0)
      left.push({ id, contacts, successors: successors.map(({ party }) => party), isFollowed });
  }
  return { inherited, left };
}

/** Whether nobody has decided about a contact for any of its possible owners. */
function isOpen(contact: string, successors: readonly PartyExposure[]): boolean {
  return !successors.some(
    ({ contacts }) =>
      contacts.withdrawn.includes(contact) || contacts.curated.some((known) => known.contact === contact),
  );
}

/** What current parties were notified of, from all notices and known former ids. */
export async function readInherited<Party extends CountedParty>(
  store: Store,
  parties: readonly Party[],
): Promise<Inherited<Party>> {
  const sentNotices = await listSentNotices(store);
  const present = listIds(parties);
  const gone = sentNotices.map(({ party }) => party).filter((party) => !present.has(party));
  return attributePriorNotices(parties, sentNotices, await readFormerParties(store, gone));
}
