import type { CuratedDetails, Curation } from './curation/apply-curation.ts';
import type { CurationAct } from './curation/curation-operation.ts';
import type { Contact, Directory, DirectoryDetails, PartyKind } from './party/directory.ts';

export interface PartyProfile {
  readonly party: string;
  readonly kind: PartyKind;
  /** Empty without a name in directory or curation. */
  readonly name: string;
  readonly country: string | null;
  /** The ids that a person merged into one, with `party` among them; alone when nothing was merged. In UTF-8 order. */
  readonly mergedIds: readonly string[];
  readonly contacts: {
    /** From directory.csv, without those that a person withdrew, or whose address a person gave to another party. */
    readonly imported: readonly Contact[];
    readonly curated: readonly Contact[];
    readonly withdrawn: readonly string[];
  };
}

/** What impact knows of one imported id whose addresses were seen. */
export interface SeenParty {
  readonly id: string;
  /** Null when only a split gave it. */
  readonly kind: PartyKind | null;
  readonly details: DirectoryDetails | null;
}

/**
 * What was curated for the id itself comes first, then its import, then the same of the ids merged into it in UTF-8
 * order. `seen` holds the imported ids of the party's addresses.
 */
export function toPartyProfile(
  party: string,
  seen: readonly SeenParty[],
  directory: Directory,
  curation: Curation,
): PartyProfile {
  const mergedIds = curation.members(party);
  const ids = [party, ...mergedIds.filter((id) => id !== party)];
  const seenById = new Map(seen.map((found) => [found.id, found]));
  const imports = ids.map((id) => seenById.get(id)?.details ?? directory.parties.get(id) ?? null);
  const curated = ids.map((id) => curation.details(id));
  const contacts = joinContacts(curated);
  const withdrawn = new Set(contacts.withdrawn);
  return {
    party,
    kind:
      findFirst(ids, (id, at) => curated[at]?.kind ?? seenById.get(id)?.kind ?? imports[at]?.kind) ?? 'organization',
    name: findFirst(ids, (_, at) => curated[at]?.name ?? imports[at]?.name) ?? '',
    country: findFirst(ids, (_, at) => imports[at]?.country) ?? null,
    mergedIds,
    contacts: {
      imported: imports
        .flatMap((details) => details?.contacts ?? [])
        .filter(({ contact }) => !withdrawn.has(contact) && !isOfOthers(contact, ids, curation)),
      ...contacts,
    },
  };
}

/**
 * A party after an operation that changes what is known of it and no figure. Null where only the directory can tell: a
 * contact that was withdrawn and is to be used again.
 */
export function reviseParty<Party extends PartyProfile>(
  party: Party,
  act: CurationAct,
  curation: Curation,
): Party | null {
  switch (act.act) {
    case 'rename':
      return { ...party, name: act.name };
    case 'kind':
      return { ...party, kind: act.kind };
    case 'add-contact':
    case 'withdraw-contact': {
      const ids = [party.party, ...party.mergedIds.filter((id) => id !== party.party)];
      const { curated, withdrawn } = joinContacts(ids.map((id) => curation.details(id)));
      if (party.contacts.withdrawn.some((contact) => !withdrawn.includes(contact))) return null;
      const imported = party.contacts.imported.filter(({ contact }) => !withdrawn.includes(contact));
      return { ...party, contacts: { imported, curated, withdrawn } };
    }
    default:
      return null;
  }
}

/** What a person said of the contacts of all ids of a party. */
function joinContacts(details: readonly CuratedDetails[]): Pick<PartyProfile['contacts'], 'curated' | 'withdrawn'> {
  const withdrawn = new Set(details.flatMap((one) => [...one.withdrawn]));
  const curated = details.flatMap(({ contacts }) => contacts);
  for (const { contact } of curated) withdrawn.delete(contact);
  return { curated, withdrawn: [...withdrawn] };
}

function findFirst<T>(ids: readonly string[], find: (id: string, at: number) => T | null | undefined): T | undefined {
  for (const [at, id] of ids.entries()) {
    const found = find(id, at);
    if (found !== null && found !== undefined) return found;
  }
  return undefined;
}

/** A contact that was split off with its domain would read the figures of those that it was parted from. */
function isOfOthers(contact: string, ids: readonly string[], curation: Curation): boolean {
  const into = curation.findSplitContact(contact);
  return into !== null && !ids.includes(into);
}
