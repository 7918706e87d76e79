import type { NoticeParty } from './parties-now.ts';
import type { StoredNotice } from './wave-store.ts';

/** The parties of now and what they were told, with the ids of before that no party has any more. */
export interface Inherited {
  readonly parties: readonly NoticeParty[];
  readonly told: readonly StoredNotice[];
}

/**
 * What was told to an id that is gone, because a directory or a person gave its addresses to other ids, was told to those that have them now: without that, its contacts
 * would be told that nothing of their mail was touched, beside a first notice of the same messages. An organization does not inherit from a person, nor the other way:
 * whoever has the addresses now is told as never before, and the id of before of nothing.
 */
export function inheritTellings(parties: readonly NoticeParty[], told: readonly StoredNotice[]): Inherited {
  const present = new Set(parties.flatMap(({ party, mergedIds }) => [party, ...mergedIds]));
  const gone = new Map(told.filter(({ party }) => !present.has(party)).map((notice) => [notice.party, notice]));
  const idsOf = new Map<NoticeParty, string[]>();
  const silent = new Set<string>();
  for (const notice of gone.values()) {
    const having = findHaving(parties, notice);
    const heirs = having.filter(({ kind }) => kind === notice.facts.party.kind);
    if (heirs.length === 0 && having.length > 0) silent.add(notice.party);
    for (const heir of heirs) {
      const ids = idsOf.get(heir) ?? [...heir.mergedIds];
      ids.push(notice.party);
      idsOf.set(heir, ids);
    }
  }
  return {
    parties: parties.map((party) => ({ ...party, mergedIds: idsOf.get(party) ?? party.mergedIds })),
    told: told.filter(({ party }) => !silent.has(party)),
  };
}

/** Who has what the id of a notice stood for: the person's address, the domain or address that is the id itself, else any domain that its code is bound to. */
function findHaving(parties: readonly NoticeParty[], { party, facts }: StoredNotice): readonly NoticeParty[] {
  const { id, kind, domains } = facts.party;
  const having = (name: string): readonly NoticeParty[] =>
    parties.filter(
      ({ exposure }) => exposure.domains.includes(name) || exposure.addresses.some(({ address }) => address === name),
    );
  if (kind === 'person')
    return parties.filter(({ exposure }) => exposure.addresses.some(({ address }) => address === id));
  const own = having(party);
  return own.length > 0
    ? own
    : parties.filter(({ exposure }) => exposure.domains.some((name) => domains.includes(name)));
}
