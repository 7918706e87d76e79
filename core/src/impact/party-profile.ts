import type { Curation } from './curation/apply-curation.ts';
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
  const withdrawn = new Set(curated.flatMap((details) => [...details.withdrawn]));
  const curatedContacts = curated.flatMap(({ contacts }) => contacts);
  for (const { contact } of curatedContacts) withdrawn.delete(contact);
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
      curated: curatedContacts,
      withdrawn: [...withdrawn],
    },
  };
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
